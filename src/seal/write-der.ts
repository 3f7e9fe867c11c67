/** Writes DER (ITU-T X.690), as far as certificates and signatures need it. */

/** A value with its tag and length. */
export function value(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

export function sequence(...parts: Buffer[]): Buffer {
  return value(0x30, ...parts)
}

/** A SET OF: its elements in the order of their bytes, as DER wants them. */
export function setOf(...parts: Buffer[]): Buffer {
  return value(0x31, ...parts.toSorted(Buffer.compare))
}

/** `[number]` around a whole value. */
export function tagged(number: number, ...parts: Buffer[]): Buffer {
  return value(0xa0 | number, ...parts)
}

/** An object identifier from its dotted form. */
export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return value(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
}

export function smallInteger(number: number): Buffer {
  return value(0x02, Buffer.from([number]))
}

/** A positive integer from its bytes, the most significant first. */
export function positiveInteger(bytes: Buffer): Buffer {
  const sign = (bytes[0] ?? 0) > 0x7f ? Buffer.from([0]) : Buffer.alloc(0)
  return value(0x02, sign, bytes)
}

export function octets(bytes: Buffer): Buffer {
  return value(0x04, bytes)
}

/** A BIT STRING; `unused` bits at its end do not count. */
export function bits(bytes: Buffer, unused = 0): Buffer {
  return value(0x03, Buffer.from([unused]), bytes)
}

export function utf8(text: string): Buffer {
  return value(0x0c, Buffer.from(text, 'utf8'))
}

export const yes = value(0x01, Buffer.from([0xff]))

export const nothing = value(0x05)

/** RFC 5280, 4.1.2.5: two digits for the year until 2049, four from then on. */
export function time(instant: Date): Buffer {
  const text = `${instant.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`
  if (instant.getUTCFullYear() >= 2050) return value(0x18, Buffer.from(text))
  return value(0x17, Buffer.from(text.slice(2)))
}

function lengthOf({ length }: Buffer): Buffer {
  if (length < 0x80) return Buffer.from([length])
  const digits = Buffer.from(length.toString(16).padStart(8, '0'), 'hex')
  const bytes = digits.subarray(digits.findIndex((byte) => byte > 0))
  return Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes])
}

function base128(number: number): number[] {
  const digits = [number & 0x7f]
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80)
  return digits
}
