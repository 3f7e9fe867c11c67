import {
  createDecipheriv,
  createHash,
  createPrivateKey,
  type KeyObject,
  pbkdf2Sync,
  X509Certificate,
} from 'node:crypto'
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
  const decipher = decipherFor(readOid(type), partsOf(parameters), passphrase)
  return Buffer.concat([decipher.update(expectPart(encrypted, 2, 0x80).content), decipher.final()])
}

const encryptedData = '1.2.840.113549.1.7.6'
const pbes2 = '1.2.840.113549.1.5.13'
const tripleDes = '1.2.840.113549.1.12.1.3'

function decipherFor(type: string, parameters: DerValue[], passphrase: string) {
  if (type === pbes2) return modernDecipher(parameters, passphrase)
  if (type === tripleDes) return oldDecipher(parameters, passphrase)
  throw new Error('an unknown way to encrypt')
}

const ciphers: Record<string, { name: string; keyBytes: number }> = {
  '2.16.840.1.101.3.4.1.2': { name: 'aes-128-cbc', keyBytes: 16 },
  '2.16.840.1.101.3.4.1.22': { name: 'aes-192-cbc', keyBytes: 24 },
  '2.16.840.1.101.3.4.1.42': { name: 'aes-256-cbc', keyBytes: 32 },
}

const prfs: Record<string, string> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
}

/** PBES2 with PBKDF2 (RFC 8018). */
function modernDecipher(parameters: DerValue[], passphrase: string) {
  const derivation = partsOf(expectPart(partsOf(expectPart(parameters, 0, 0x30)), 1, 0x30))
  const [type, iv] = partsOf(expectPart(parameters, 1, 0x30))
  const cipher = ciphers[type ? readOid(type) : '']
  const prf = derivation.find(({ tag }) => tag === 0x30)
  const hash = prf ? prfs[readOid(expectPart(partsOf(prf), 0, 0x06))] : 'sha1'
  if (!cipher || !iv || !hash) throw new Error('an unknown way to encrypt')
  const salt = expectPart(derivation, 0, 0x04).content
  const rounds = numberOf(expectPart(derivation, 1, 0x02))
  const key = pbkdf2Sync(passphrase, salt, rounds, cipher.keyBytes, hash)
  return createDecipheriv(cipher.name, key, iv.content)
}

/** pbeWithSHAAnd3-KeyTripleDES-CBC (RFC 7292, appendix C). */
function oldDecipher(parameters: DerValue[], passphrase: string) {
  const salt = expectPart(parameters, 0, 0x04).content
  const rounds = numberOf(expectPart(parameters, 1, 0x02))
  const part = (id: number, bytes: number) =>
    derive({ passphrase, salt, rounds, id }).subarray(0, bytes)
  const key = Buffer.concat([part(1, 20), derive({ passphrase, salt, rounds, id: 1, block: 1 })])
  return createDecipheriv('des-ede3-cbc', key.subarray(0, 24), part(2, 8))
}

/** Enough for any file that was made to be used. */
const mostRounds = 10_000_000

function numberOf({ content }: DerValue): number {
  if (content.length === 0 || content.length > 4) throw new Error('no count')
  const number = content.readUIntBE(0, content.length)
  if (number > mostRounds) throw new Error('too many rounds')
  return number
}

type Derivation = { passphrase: string; salt: Buffer; rounds: number; id: number; block?: number }

/** The key derivation of RFC 7292, appendix B.2, with SHA-1: its block 0 or 1. */
function derive({ passphrase, salt, rounds, id, block = 0 }: Derivation): Buffer {
  const secret = Buffer.from(`${passphrase}\0`, 'utf16le').swap16()
  let input: Buffer = Buffer.concat([repeated(salt), repeated(secret)])
  for (let at = 0; ; at += 1) {
    let hash: Buffer = Buffer.concat([Buffer.alloc(64, id), input])
    for (let round = 0; round < rounds; round += 1) hash = createHash('sha1').update(hash).digest()
    if (at === block) return hash
    input = added(input, repeated(hash, 64))
  }
}

/** Over and over until it fills blocks of 64 bytes, or `length` bytes. */
function repeated(bytes: Buffer, length = Math.ceil(bytes.length / 64) * 64): Buffer {
  return Buffer.alloc(length, bytes.length > 0 ? bytes : 0)
}

/** Each block of 64 bytes plus `summand` plus one, without what overflows. */
function added(input: Buffer, summand: Buffer): Buffer {
  const sum = Buffer.from(input)
  for (let start = 0; start < sum.length; start += 64) {
    let carry = 1
    for (let at = 63; at >= 0; at -= 1) {
      carry += (sum[start + at] ?? 0) + (summand[at] ?? 0)
      sum[start + at] = carry & 0xff
      carry >>= 8
    }
  }
  return sum
}
