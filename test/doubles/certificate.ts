/** X.509 certificates made by hand, as those with which PayPal signs its webhooks. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Certificate = { name: string; pem: string; privateKey: KeyObject }

type Wishes = {
  /** Made out to. */
  name: string
  /** Vouches for it; itself where there is nobody. */
  issuer?: Certificate
  /** Only these years, the last one included. */
  years?: [number, number]
}

export function makeCertificate({ name, issuer, years = [2020, 2099] }: Wishes): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const [first, last] = years
  const body = sequence(
    element(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x40]), randomBytes(8)])),
    sha256WithRsa,
    named(issuer?.name ?? name),
    sequence(time(`${first}0101000000Z`), time(`${last}1231235959Z`)),
    named(name),
    publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('sha256', body, issuer?.privateKey ?? privateKey)
  const whole = sequence(body, sha256WithRsa, bits(signature))
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? []
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
  return { name, pem, privateKey }
}

/** One value of DER: its tag, its length, itself. */
function element(tag: number, ...content: Buffer[]): Buffer {
  const value = Buffer.concat(content)
  return Buffer.concat([Buffer.from([tag, ...lengthOf(value.length)]), value])
}

function lengthOf(length: number): number[] {
  if (length < 0x80) return [length]
  return length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
}

function sequence(...content: Buffer[]): Buffer {
  return element(0x30, ...content)
}

function integer(value: Buffer): Buffer {
  return element(0x02, value)
}

function bits(value: Buffer): Buffer {
  return element(0x03, Buffer.from([0]), value)
}

function time(text: string): Buffer {
  return element(0x18, Buffer.from(text))
}

/** A name that says nothing but its common name (2.5.4.3). */
function named(name: string): Buffer {
  const kind = element(0x06, Buffer.from([0x55, 0x04, 0x03]))
  return sequence(element(0x31, sequence(kind, element(0x0c, Buffer.from(name)))))
}

/** 1.2.840.113549.1.1.11, without parameters. */
const sha256WithRsa = sequence(
  element(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b])),
  element(0x05),
)
