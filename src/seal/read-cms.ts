import { constants, createHash, verify, X509Certificate } from 'node:crypto'
import { fingerprintOf } from './identity.ts'
import { oids } from './oids.ts'
import {
  type DerValue,
  expectPart,
  partsInside,
  partsOf,
  readDer,
  readOid,
  readTime,
} from './read-der.ts'

/** What a CMS signature holds, once it is known that its certificate's key made it. */
export type ReadCms = {
  certificate: X509Certificate
  /** Its attributes are as they were signed, and name this very certificate where they name one. */
  genuine: boolean
  /** The hash that was signed, and by which function. */
  digest: Buffer
  hash: string
  /** Null where the signature does not say. */
  signed_at: Date | null
  /** Nothing but zeros follows it. */
  plain: boolean
}

/**
 * Reads a detached CMS signature with one signer (RFC 5652). Whether it fits a file, its digest tells.
 * @param bytes followed by anything, as in a PDF, where the place is larger than needed
 * @throws DerFault, or Error, for anything else
 */
export function readCms(bytes: Buffer): ReadCms {
  const contentInfo = readDer(bytes)
  const signedData = partsInside(expectPart(partsOf(contentInfo), 1, 0xa0))
  const certificates = certificatesOf(signedData)
  const [first, ...others] =
    signedData.at(-1)?.tag === 0x31 ? partsOf(signedData.at(-1) as DerValue) : []
  if (!first || others.length > 0) throw new Error('not one signer')
  const signer = readSigner(first)
  const maker = certificates.find((one) => isSignedBy(signer, one))
  const certificate = maker ?? certificates[0]
  if (!certificate) throw new Error('no certificate')
  return {
    certificate,
    genuine: maker !== undefined && namesCertificate(signer, maker),
    digest: signer.digest,
    hash: signer.hash,
    signed_at: signer.signed_at,
    plain: bytes.subarray(contentInfo.whole.length).every((byte) => byte === 0),
  }
}

function certificatesOf(signedData: DerValue[]): X509Certificate[] {
  const list = signedData.find(({ tag }) => tag === 0xa0)
  return list ? partsOf(list).map(({ whole }) => new X509Certificate(whole)) : []
}

type Signer = Pick<ReadCms, 'digest' | 'hash' | 'signed_at'> & {
  /** What the signature is over. */
  signed: Buffer
  signature: Buffer
  isPss: boolean
  /** SHA-256 of the certificate that it names; undefined where it names none. */
  names: Buffer | undefined
}

function readSigner(signerInfo: DerValue): Signer {
  const parts = partsOf(signerInfo)
  const attributes = expectPart(parts, 3, 0xa0)
  const found = new Map<string, DerValue | undefined>()
  for (const attribute of partsOf(attributes)) {
    const [type, values] = partsOf(attribute)
    if (type && values) found.set(readOid(type), partsOf(values)[0])
  }
  const digest = found.get(oids.messageDigest)
  const time = found.get(oids.signingTime)
  if (!digest) throw new Error('no digest')
  return {
    digest: digest.content,
    hash: hashNamed(readOid(expectPart(partsOf(expectPart(parts, 2, 0x30)), 0, 0x06))),
    signed_at: (time && readTime(time)) ?? null,
    /* Signed as a SET, written as [0] (RFC 5652, 5.4). */
    signed: Buffer.concat([Buffer.from([0x31]), attributes.whole.subarray(1)]),
    isPss: readOid(expectPart(partsOf(expectPart(parts, 4, 0x30)), 0, 0x06)) === oids.rsaPss,
    signature: expectPart(parts, 5, 0x04).content,
    names: namedCertificate(found.get(oids.signingCertificateV2)),
  }
}

const hashes: Record<string, string> = {
  '1.3.14.3.2.26': 'sha1',
  [oids.sha256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
}

function hashNamed(type: string): string {
  const name = hashes[type]
  if (!name) throw new Error('an unknown hash function')
  return name
}

/** Of ESSCertIDv2 (RFC 5035, 4); undefined too where it uses another hash function than SHA-256. */
function namedCertificate(attribute: DerValue | undefined): Buffer | undefined {
  if (!attribute) return undefined
  const [id] = partsOf(expectPart(partsOf(attribute), 0, 0x30))
  const [hash] = id ? partsOf(id) : []
  return hash?.tag === 0x04 ? hash.content : undefined
}

function isSignedBy({ signed, signature, hash, isPss }: Signer, { publicKey }: X509Certificate) {
  const pss = {
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_AUTO,
  }
  try {
    return verify(hash, signed, { key: publicKey, ...(isPss ? pss : {}) }, signature)
  } catch {
    return false
  }
}

function namesCertificate({ names }: Signer, certificate: X509Certificate): boolean {
  return names === undefined || names.toString('hex') === fingerprintOf(certificate)
}

/** The digest of parts of a file, to be held against a signature's. */
export function digestOf(hash: string, parts: Buffer[]): Buffer {
  const digest = createHash(hash)
  for (const part of parts) digest.update(part)
  return digest.digest()
}
