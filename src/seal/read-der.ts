/** Reads DER (ITU-T X.690) that may come from anywhere: every length is held against what is there. */

/** One value: `content` without its tag and length, `whole` with them. */
export type DerValue = { tag: number; content: Buffer; whole: Buffer }

/** Thrown for bytes that are no DER, or not the value that was expected. */
export class DerFault extends Error {}

/** The first value of `bytes`; what follows it is not looked at. */
export function readDer(bytes: Buffer): DerValue {
  const [tag = 0, first] = bytes
  if (first === undefined || (tag & 0x1f) === 0x1f) throw new DerFault('no value')
  const { length, head } = readLength(bytes, first)
  const end = head + length
  if (end > bytes.length) throw new DerFault('a value is cut off')
  return { tag, content: bytes.subarray(head, end), whole: bytes.subarray(0, end) }
}

/** The values inside a SEQUENCE or SET. */
export function partsOf({ content }: DerValue): DerValue[] {
  const parts: DerValue[] = []
  for (let at = 0; at < content.length; ) {
    const part = readDer(content.subarray(at))
    parts.push(part)
    at += part.whole.length
  }
  return parts
}

/** The same, of the one value that is in `[number]`. */
export function partsInside(value: DerValue): DerValue[] {
  return partsOf(readDer(value.content))
}

/** The value at a place, which must have this tag. */
export function expectPart(parts: readonly DerValue[], index: number, tag: number): DerValue {
  const part = parts[index]
  if (part?.tag !== tag) throw new DerFault('another value was expected')
  return part
}

/** An object identifier in its dotted form. */
export function readOid({ tag, content }: DerValue): string {
  if (tag !== 0x06) throw new DerFault('no object identifier')
  const numbers: number[] = []
  let number = 0
  for (const byte of content) {
    number = number * 128 + (byte & 0x7f)
    if (byte > 0x7f) continue
    numbers.push(number)
    number = 0
  }
  const [first = 0, ...rest] = numbers
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...rest].join('.')
}

/** A UTCTime or GeneralizedTime as certificates have them; undefined for anything else. */
export function readTime({ tag, content }: DerValue): Date | undefined {
  const text = content.toString('latin1')
  const digits = tag === 0x17 ? `${Number(text.slice(0, 2)) < 50 ? 20 : 19}${text}` : text
  const found = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(digits)
  if (!found || (tag !== 0x17 && tag !== 0x18)) return undefined
  const [, year, month, day, hour, minute, second] = found
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? undefined : time
}

/** Lengths beyond four bytes, and those that are left open (BER), are of no file that we can judge. */
function readLength(bytes: Buffer, first: number): { length: number; head: number } {
  if (first < 0x80) return { length: first, head: 2 }
  const count = first & 0x7f
  if (count === 0 || count > 4 || bytes.length < 2 + count) throw new DerFault('no length')
  return { length: bytes.readUIntBE(2, count), head: 2 + count }
}
