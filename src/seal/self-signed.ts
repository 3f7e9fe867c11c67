import { createHash, createPublicKey, type KeyObject, sign, X509Certificate } from 'node:crypto'
import { oids } from './oids.ts'
import * as der from './write-der.ts'

/**
 * Fixed, and before there was this program: the certificate ties a key to a name and is no proof of when
 * something was sealed, so no clock, wrong or set by a test, may make a seal look invalid.
 */
const validFrom = new Date('2020-01-01T00:00:00Z')
const validUntil = new Date('2099-12-31T23:59:59Z')

/**
 * A certificate in which a key vouches for itself under a name (RFC 5280). The same key and name always
 * give the same certificate, byte for byte.
 * @param key RSA, private
 */
export function selfSigned(key: KeyObject, name: string): X509Certificate {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' })
  const subject = distinguishedName(name)
  const algorithm = der.sequence(der.oid(oids.sha256WithRsa), der.nothing)
  const toBeSigned = der.sequence(
    der.tagged(0, der.smallInteger(2)),
    der.positiveInteger(serialNumber(publicKey, subject)),
    algorithm,
    subject,
    der.sequence(der.time(validFrom), der.time(validUntil)),
    subject,
    publicKey,
    der.tagged(3, extensions(publicKey)),
  )
  const signature = sign('sha256', toBeSigned, key)
  return new X509Certificate(der.sequence(toBeSigned, algorithm, der.bits(signature)))
}

/** RFC 5280, appendix A.1: no longer than this. */
const longestName = 64

/** Until config.yml names the business. */
const nameless = 'The business'

function distinguishedName(name: string): Buffer {
  const text = der.utf8([...(name || nameless)].slice(0, longestName).join(''))
  const part = (type: string) => der.setOf(der.sequence(der.oid(type), text))
  return der.sequence(part(oids.organization), part(oids.commonName))
}

/** Another one for each key and name; below 2^127, so that it is positive and never too long. */
function serialNumber(publicKey: Buffer, subject: Buffer): Buffer {
  const serial = createHash('sha256').update(publicKey).update(subject).digest().subarray(0, 16)
  serial[0] = ((serial[0] ?? 0) & 0x3f) | 0x40
  return serial
}

function extensions(publicKey: Buffer): Buffer {
  const digitalSignatureAndNonRepudiation = der.bits(Buffer.from([0xc0]), 6)
  return der.sequence(
    extension(oids.basicConstraints, der.yes, der.sequence()),
    extension(oids.keyUsage, der.yes, digitalSignatureAndNonRepudiation),
    extension(oids.subjectKeyIdentifier, der.octets(keyIdentifier(publicKey))),
  )
}

/** @param parts `yes` first where it is critical, then its value */
function extension(type: string, ...parts: Buffer[]): Buffer {
  const content = parts.pop() ?? Buffer.alloc(0)
  return der.sequence(der.oid(type), ...parts, der.octets(content))
}

/** Any value that tells keys apart will do (RFC 5280, 4.2.1.2). */
function keyIdentifier(publicKey: Buffer): Buffer {
  return createHash('sha256').update(publicKey).digest().subarray(0, 20)
}
