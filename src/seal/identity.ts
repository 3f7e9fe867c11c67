import type { KeyObject, X509Certificate } from 'node:crypto'

/** Who seals: a private key, the certificate that names its owner, and who vouches for that. */
export type Identity = {
  key: KeyObject
  certificate: X509Certificate
  /** Of the issuers, as far as they came along; empty for a certificate that vouches for itself. */
  issuers: X509Certificate[]
}

/** Hex SHA-256 of a certificate. */
export function fingerprintOf({ fingerprint256 }: X509Certificate): string {
  return fingerprint256.replaceAll(':', '').toLowerCase()
}

/** Whom a certificate names: the common name, else the organization; empty where a damaged one names nobody. */
export function nameIn(certificate: X509Certificate): string {
  /*
   * Node (20 to 24) leaves its TLS module half made when it takes a certificate apart before it has that: from
   * then on no connection of this process can be encrypted. A mere import would be left out of the bundle.
   */
  process.getBuiltinModule('node:tls')
  const { subject } = certificate.toLegacyObject() as unknown as { subject?: Partial<Names> }
  const { CN, O } = subject ?? {}
  const [name = ''] = [CN, O].flat().filter((one) => one !== undefined)
  return name
}

/** A name that stands there twice is a list. */
type Names = Record<'CN' | 'O', string | string[]>
