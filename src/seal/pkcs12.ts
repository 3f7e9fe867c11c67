import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import { passphraseDecipher } from './pkcs12-cipher.ts'
import { type DerValue, expectPart, partsInside, partsOf, readDer, readOid } from './read-der.ts'

/**
 * Keys and certificates of a PKCS#12 file (RFC 7292), encrypted with AES (as programs do now) or with Triple DES
 * (as they did before). That the passphrase is right shows by what it opens.
 * @throws Error, or DerFault, when it does not open
 */
export function readPkcs12(
  bytes: Buffer,
  passphrase: string,
): { keys: KeyObject[]; certificates: X509Certificate[] } {
  const authSafe = partsOf(expectPart(partsOf(readDer(bytes)), 1, 0x30))
  const contents = partsOf(readDer(octetsInside(expectPart(authSafe, 1, 0xa0))))
  const bags = contents.flatMap((content) => partsOf(readDer(openContent(content, passphrase))))
  const keys: KeyObject[] = []
  const certificates: X509Certificate[] = []
  for (const bag of bags) {
    const [type, content] = partsOf(bag)
    if (!type || !content) continue
    const inside = readDer(content.content)
    const name = readOid(type)
    if (name === bagTypes.key || name === bagTypes.shroudedKey) {
      keys.push(privateKey(inside.whole, passphrase))
    }
    if (name === bagTypes.certificate) {
      const x509 = expectPart(partsOf(inside), 1, 0xa0)
      certificates.push(new X509Certificate(octetsInside(x509)))
    }
  }
  return { keys, certificates }
}

const bagTypes = {
  key: '1.2.840.113549.1.12.10.1.1',
  shroudedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
}

function privateKey(key: Buffer, passphrase: string): KeyObject {
  return createPrivateKey({ key, format: 'der', type: 'pkcs8', passphrase })
}

/** `[0]` around an OCTET STRING. */
function octetsInside(value: DerValue): Buffer {
  return expectPart([readDer(value.content)], 0, 0x04).content
}

/** A ContentInfo: plain, or encrypted with the passphrase. */
function openContent(contentInfo: DerValue, passphrase: string): Buffer {
  const parts = partsOf(contentInfo)
  const content = expectPart(parts, 1, 0xa0)
  if (readOid(expectPart(parts, 0, 0x06)) !== encryptedData) return octetsInside(content)
  const encrypted = partsOf(expectPart(partsInside(content), 1, 0x30))
  const [type, parameters] = partsOf(expectPart(encrypted, 1, 0x30))
  if (!type || !parameters) throw new Error('no algorithm')
  const decipher = passphraseDecipher(readOid(type), partsOf(parameters), passphrase)
  return Buffer.concat([decipher.update(expectPart(encrypted, 2, 0x80).content), decipher.final()])
}

const encryptedData = '1.2.840.113549.1.7.6'
