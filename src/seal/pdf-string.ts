/** A text of a PDF as bytes, and where it ends in what was searched. */
export type PdfString = { bytes: Buffer; start: number; end: number }

/**
 * The string that an entry of a dictionary holds, in hexadecimal or in parentheses (ISO 32000-1, 7.3.4);
 * undefined when there is none, or it does not end.
 * @param dictionary bytes as latin1
 */
export function stringAt(dictionary: string, key: string): PdfString | undefined {
  const found = new RegExp(String.raw`/${key}\s{0,9}(?=[<(])`).exec(dictionary)
  if (!found) return undefined
  const start = found.index + found[0].length
  return dictionary[start] === '<' ? readHex(dictionary, start) : readLiteral(dictionary, start)
}

/** A string as text: UTF-16 where it says so, else one byte a letter (7.9.2.2). */
export function textOf(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1')
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2))
  return Buffer.from(even).swap16().toString('utf16le')
}

function readHex(text: string, start: number): PdfString | undefined {
  const end = text.indexOf('>', start) + 1
  const digits = text.slice(start + 1, end - 1).replace(/\s/g, '')
  if (end === 0 || /[^0-9A-Fa-f]/.test(digits)) return undefined
  return { bytes: Buffer.from(digits, 'hex'), start, end }
}

/** Letters in parentheses; a signature's value is written in hexadecimal and may be longer. */
const mostLetters = 65_536

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function readLiteral(text: string, start: number): PdfString | undefined {
  const letters: string[] = []
  let depth = 0
  const last = Math.min(text.length, start + mostLetters)
  for (let at = start; at < last; at += 1) {
    const letter = text[at] ?? ''
    if (letter === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text[at + 1] ?? ''
      letters.push(octal ? String.fromCharCode(Number.parseInt(octal, 8)) : (escapes[next] ?? next))
      at += octal?.length ?? 1
      continue
    }
    if (letter === '(') depth += 1
    if (letter === ')') depth -= 1
    letters.push(letter)
    if (depth > 0) continue
    const inside = letters.slice(1, -1).join('')
    return { bytes: Buffer.from(inside, 'latin1'), start, end: at + 1 }
  }
  return undefined
}
