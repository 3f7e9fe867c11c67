import { verify } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { WebhookNotice } from '../../ports/payment-provider.ts'
import type { FindCertificate } from './find-certificate.ts'
import { forged } from './forged.ts'
import { noticeOf } from './notice.ts'

type Delivery = { headers: Record<string, string>; raw: Buffer; now: Date }

/** Both ways. */
const mostSkewMs = 300_000

/**
 * What a signed webhook is about. PayPal signs `id|time|webhook id|crc32 of the raw body` by RSA with SHA-256,
 * and names the certificate to check it with. Throws ProviderError `forged`.
 */
export async function readWebhook(
  webhook_id: string,
  findCertificate: FindCertificate,
  { headers, raw, now }: Delivery,
): Promise<WebhookNotice> {
  const { id, time, signature, address, algorithm } = signedParts(headers)
  const skew = Math.abs(now.getTime() - Date.parse(time))
  if (!(skew <= mostSkewMs)) throw forged('It was signed at another time.')
  if (algorithm !== 'SHA256withRSA') throw forged('It is signed in an unknown way.')
  const { publicKey } = await findCertificate(address, now)
  const message = Buffer.from(`${id}|${time}|${webhook_id}|${crc32(raw)}`)
  if (!verify('sha256', message, publicKey, Buffer.from(signature, 'base64'))) {
    throw forged('The signature is not PayPal’s.')
  }
  return noticeOf(raw)
}

function signedParts(headers: Record<string, string>) {
  const part = (name: string) => {
    const value = headers[name] ?? ''
    if (value === '' || value.length > longestHeader) throw forged('It is not signed.')
    return value
  }
  return {
    id: part('paypal-transmission-id'),
    time: part('paypal-transmission-time'),
    signature: part('paypal-transmission-sig'),
    address: part('paypal-cert-url'),
    algorithm: part('paypal-auth-algo'),
  }
}

/** Characters; a signature has 344. */
const longestHeader = 2000
