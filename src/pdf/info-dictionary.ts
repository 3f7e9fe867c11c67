/** One entry of a PDF's information dictionary; offsets into the file, `end` excluded. */
export type Entry = { key: string; start: number; valueStart: number; end: number }

/**
 * Finds the entries of the information dictionary (PDF 32000-1, 14.3.3) of a file as Chromium writes it:
 * one plain cross-reference table, one value of text each.
 * @returns none when the file is built in another way
 */
export function infoEntries(pdf: Buffer): Entry[] {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - tailBytes))
  const number = Number(/\/Info (\d+) 0 R/.exec(tail)?.[1] ?? Number.NaN)
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1] ?? Number.NaN)
  const offset = objectOffset(pdf, table, number)
  const head = `${number} 0 obj\n<<`
  if (offset === undefined || !startsWith(pdf, offset, head)) return []
  return readEntries(pdf, offset + head.length)
}

/** The trailer and the few bytes after it. */
const tailBytes = 1024

/** The table: a line `xref`, a line with the first number and the count, then 20 bytes an object. */
function objectOffset(pdf: Buffer, table: number, number: number): number | undefined {
  if (!Number.isInteger(table) || !Number.isInteger(number)) return undefined
  const head = /^xref\n0 \d+\n/.exec(pdf.toString('latin1', table, table + 32))?.[0]
  if (!head) return undefined
  const row = table + head.length + 20 * number
  return Number.parseInt(pdf.toString('latin1', row, row + 10), 10)
}

function startsWith(pdf: Buffer, offset: number, text: string): boolean {
  return pdf.toString('latin1', offset, offset + text.length) === text
}

function readEntries(pdf: Buffer, from: number): Entry[] {
  const entries: Entry[] = []
  for (let at = skipSpace(pdf, from); pdf[at] === code('/'); ) {
    const start = at
    while (at < pdf.length && !isSpace(pdf[at])) at += 1
    const key = pdf.toString('latin1', start + 1, at)
    const valueStart = skipSpace(pdf, at)
    const end = endOfText(pdf, valueStart)
    if (end === undefined) break
    entries.push({ key, start, valueStart, end })
    at = skipSpace(pdf, end)
  }
  return entries
}

/** After a text: `(…)` with balanced or escaped parentheses inside, or `<…>` in hexadecimal. */
function endOfText(pdf: Buffer, from: number): number | undefined {
  if (pdf[from] === code('<')) return pdf.indexOf('>', from) + 1 || undefined
  if (pdf[from] !== code('(')) return undefined
  let depth = 0
  for (let at = from; at < pdf.length; at += 1) {
    if (pdf[at] === code('\\')) at += 1
    else if (pdf[at] === code('(')) depth += 1
    else if (pdf[at] === code(')')) depth -= 1
    if (depth === 0) return at + 1
  }
  return undefined
}

function skipSpace(pdf: Buffer, from: number): number {
  let at = from
  while (isSpace(pdf[at])) at += 1
  return at
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}

function code(character: string): number {
  return character.charCodeAt(0)
}
