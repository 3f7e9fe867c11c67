import type { X509Certificate } from 'node:crypto'
import { isLoopback } from '../../domain/public-url.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import { checkValidity, readCertificate } from './certificate.ts'
import { forged } from './forged.ts'

/** The certificate at an address that a webhook names. Throws ProviderError `forged` or `unreachable`. */
export type FindCertificate = (address: string, now: Date) => Promise<X509Certificate>

/** Fetches from PayPal alone, and each certificate once; what is not PayPal's is not kept. */
export function certificatesFrom(api_base: string, timeout_ms: number): FindCertificate {
  const known = new Map<string, Promise<X509Certificate>>()
  let lookups: number[] = []

  async function look(url: URL): Promise<X509Certificate> {
    lookups = lookups.filter((at) => Date.now() - at < 60_000)
    // Whoever makes up addresses must not make us ask PayPal without end.
    if (lookups.length >= mostLookups) throw unreachable()
    lookups.push(Date.now())
    return readCertificate(await download(url, timeout_ms), !isLoopback(url.hostname))
  }

  return async (address, now) => {
    const url = addressOf(address, api_base)
    const looking = known.get(url.href) ?? look(url)
    if (known.size >= mostKept) known.clear()
    known.set(url.href, looking)
    try {
      const certificate = await looking
      checkValidity(certificate, now)
      return certificate
    } catch (error) {
      known.delete(url.href)
      throw error
    }
  }
}

/** In a minute. PayPal signs with one certificate, and changes it about once a year. */
const mostLookups = 20
/** Many more than there ever are: one file has many addresses where letters are written in other ways. */
const mostKept = 100

const origins = ['https://api.paypal.com', 'https://api.sandbox.paypal.com']

function addressOf(address: string, api_base: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const isPaypals = url && [...origins, new URL(api_base).origin].includes(url.origin)
  /* Nothing stands behind the path of a certificate, nor a name before its host. */
  const isPlain = url?.href === `${url?.origin}${url?.pathname}`
  if (!isPaypals || !isPlain) throw forged('Its certificate is not at PayPal.')
  return url
}

async function download(url: URL, timeout_ms: number): Promise<string> {
  const answer = await fetched(() =>
    fetch(url, { signal: AbortSignal.timeout(timeout_ms), redirect: 'error' }),
  )
  if (answer.status === 429 || answer.status >= 500) throw unreachable()
  if (!answer.ok) throw forged('PayPal does not know its certificate.')
  return fetched(() => answer.text())
}

async function fetched<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch {
    throw unreachable()
  }
}

function unreachable(): ProviderError {
  return new ProviderError('unreachable', 'The certificate of PayPal could not be fetched.')
}
