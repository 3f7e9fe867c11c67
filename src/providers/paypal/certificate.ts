import { X509Certificate } from 'node:crypto'
import { forged } from './forged.ts'

/**
 * The certificate that signs webhooks. It comes with those that vouch for it, each for the one before. With
 * `is_named` it must be made out to PayPal. Throws ProviderError `forged`.
 */
export function readCertificate(pem: string, is_named: boolean): X509Certificate {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const chain = blocks.slice(0, longestChain).map(parse)
  const [leaf] = chain
  const isChained = chain.every((one, nth) => nth === 0 || isIssuedBy(chain[nth - 1], one))
  if (!leaf || !isChained) throw forged('Its certificate cannot be read.')
  const isRight = !is_named || namesOf(leaf).some((name) => /(^|\.)paypal\.com$/.test(name))
  if (!isRight || leaf.publicKey.asymmetricKeyType !== 'rsa') {
    throw forged('Its certificate is not PayPal’s.')
  }
  return leaf
}

/** Throws ProviderError `forged` before its first day and after its last. */
export function checkValidity({ validFrom, validTo }: X509Certificate, now: Date): void {
  const time = now.getTime()
  const isValid = Date.parse(validFrom) <= time && time <= Date.parse(validTo)
  if (!isValid) throw forged('Its certificate is not valid at this time.')
}

const longestChain = 6

function parse(block: string): X509Certificate {
  try {
    return new X509Certificate(block)
  } catch {
    throw forged('Its certificate cannot be read.')
  }
}

function isIssuedBy(one: X509Certificate | undefined, issuer: X509Certificate): boolean {
  return Boolean(one?.checkIssued(issuer) && one.verify(issuer.publicKey))
}

function namesOf({ subject, subjectAltName = '' }: X509Certificate): string[] {
  const common = /^CN=(.+)$/m.exec(subject ?? '')?.[1] ?? ''
  const others = [...subjectAltName.matchAll(/DNS:([^,\s"]+)/g)].map(([, name]) => name ?? '')
  return [common, ...others]
}
