import { createDecipheriv, createHash, type Decipher, pbkdf2Sync } from 'node:crypto'
import { type DerValue, expectPart, partsOf, readOid } from './read-der.ts'

/**
 * What opens a part of a PKCS#12 file that was encrypted with a passphrase.
 * @param type the algorithm, and its parameters
 * @throws Error for an algorithm that is not known here, such as RC2
 */
export function passphraseDecipher(
  type: string,
  parameters: DerValue[],
  passphrase: string,
): Decipher {
  if (type === pbes2) return modernDecipher(parameters, passphrase)
  if (type === tripleDes) return oldDecipher(parameters, passphrase)
  throw new Error('an unknown way to encrypt')
}

const pbes2 = '1.2.840.113549.1.5.13'
const tripleDes = '1.2.840.113549.1.12.1.3'

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
