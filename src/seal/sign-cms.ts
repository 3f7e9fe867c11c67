import { createHash, sign } from 'node:crypto'
import type { Identity } from './identity.ts'
import { oids } from './oids.ts'
import { expectPart, partsOf, readDer } from './read-der.ts'
import * as der from './write-der.ts'

/**
 * A detached CMS signature (RFC 5652) with the attribute that ties it to its certificate (ESS
 * signing-certificate-v2, RFC 5035), as CAdES and PAdES want it. Of an RSA key it always has the same length.
 * @param digest SHA-256 of what is signed
 */
export function signCms({ key, certificate, issuers }: Identity, digest: Buffer): Buffer {
  const attributes = [
    attribute(oids.contentType, der.oid(oids.data)),
    attribute(oids.messageDigest, der.octets(digest)),
    attribute(oids.signingCertificateV2, signingCertificate(certificate.raw)),
  ]
  /* Signed as a SET, written as [0] (RFC 5652, 5.4). */
  const signature = sign('sha256', der.setOf(...attributes), key)
  const signerInfo = der.sequence(
    der.smallInteger(1),
    issuerAndSerial(certificate.raw),
    digestAlgorithm,
    der.tagged(0, ...attributes.toSorted(Buffer.compare)),
    signatureAlgorithm(key.asymmetricKeyType),
    der.octets(signature),
  )
  const certificates = [certificate, ...issuers].map(({ raw }) => raw)
  const signedData = der.sequence(
    der.smallInteger(1),
    der.setOf(digestAlgorithm),
    der.sequence(der.oid(oids.data)),
    der.tagged(0, ...certificates.toSorted(Buffer.compare)),
    der.setOf(signerInfo),
  )
  return der.sequence(der.oid(oids.signedData), der.tagged(0, signedData))
}

const digestAlgorithm = der.sequence(der.oid(oids.sha256))

function signatureAlgorithm(type: string | undefined): Buffer {
  if (type === 'ec') return der.sequence(der.oid(oids.ecdsaWithSha256))
  return der.sequence(der.oid(oids.rsaEncryption), der.nothing)
}

function attribute(type: string, content: Buffer): Buffer {
  return der.sequence(der.oid(type), der.setOf(content))
}

/** SigningCertificateV2 with one ESSCertIDv2; its hash is SHA-256, which is not written down (RFC 5035, 4). */
function signingCertificate(certificate: Buffer): Buffer {
  const hash = createHash('sha256').update(certificate).digest()
  return der.sequence(der.sequence(der.sequence(der.octets(hash))))
}

/** How the signature names its certificate, in that one's own bytes. */
function issuerAndSerial(certificate: Buffer): Buffer {
  const toBeSigned = partsOf(expectPart(partsOf(readDer(certificate)), 0, 0x30))
  const versioned = toBeSigned[0]?.tag === 0xa0 ? 1 : 0
  const serial = expectPart(toBeSigned, versioned, 0x02)
  const issuer = expectPart(toBeSigned, versioned + 2, 0x30)
  return der.sequence(issuer.whole, serial.whole)
}
