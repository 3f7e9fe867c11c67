/** Text out of the bytes of a file that somebody else wrote. */

/** Undefined where the bytes are no text in UTF-8, nor in UTF-16 with its mark of byte order. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const [a, b] = bytes
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8'
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}

/** Text in Windows-1252, as older spreadsheets write it; undefined where it holds what no such text does. */
export function decodeWestern(bytes: Buffer): string | undefined {
  const text = bytes.toString('latin1').replace(/[\x80-\x9f]/g, inWestern)
  return /[\0\x80-\x9f]/.test(text) ? undefined : text
}

/** Node 20 takes Windows-1252 for Latin-1, in which these are control characters; five of them are nothing. */
const western =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178'

function inWestern(one: string): string {
  return western[one.charCodeAt(0) - 0x80] ?? one
}

/** What a file is that is no text, by its first bytes; undefined where they tell nothing. */
export function kindOfBytes(bytes: Uint8Array): string | undefined {
  const starts = (...begin: number[]) => begin.every((byte, i) => bytes[i] === byte)
  if (starts(0x50, 0x4b, 3, 4)) return 'a workbook of a spreadsheet, or a zip'
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return 'a workbook of an old spreadsheet'
  if (starts(0x25, 0x50, 0x44, 0x46)) return 'a PDF'
  return starts(0x1f, 0x8b) ? 'compressed' : undefined
}
