/** A PDF as our printer writes it: one plain cross-reference table, no object inside another. */
export type PdfObjects = {
  /** Where the table is. */
  table: number
  /** How many objects there are, with the free one that is number 0. */
  size: number
  /** What the trailer says, without its brackets. */
  trailer: string
  /** An object that is a dictionary, without its brackets; bytes as latin1. */
  dictionary(number: number): string
}

/**
 * Finds the objects of a PDF (ISO 32000-1, 7.5).
 * @throws Error for a file that is built in another way
 */
export function readObjects(pdf: Buffer): PdfObjects {
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - tailBytes))
  const found = /trailer\s*<<([\s\S]*)>>\s*startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)
  if (!found) throw foreign('no trailer')
  const [, trailer = '', startxref = ''] = found
  const table = Number(startxref)
  const head = /^xref\n0 (\d+)\n/.exec(pdf.toString('latin1', table, table + 32))
  if (!head) throw foreign('no plain table of objects')
  const size = Number(head[1])
  const rows = table + head[0].length
  return {
    table,
    size,
    trailer,
    dictionary: (number) => dictionaryAt(pdf, offsetIn(pdf, rows + rowBytes * number), number),
  }
}

/** The number of the object that an entry of a dictionary refers to. */
export function reference(dictionary: string, key: string): number {
  const number = new RegExp(`/${key}\\s+(\\d+) 0 R`).exec(dictionary)?.[1]
  if (number === undefined) throw foreign(`no /${key}`)
  return Number(number)
}

/** The first page: an arrangement of many pages has several levels. */
export function firstPage({ dictionary }: PdfObjects, root: string): number {
  let number = reference(root, 'Pages')
  for (let level = 0; level < mostLevels; level += 1) {
    const node = dictionary(number)
    if (/\/Type\s*\/Page\b/.test(node)) return number
    number = Number(/\/Kids\s*\[\s*(\d+) 0 R/.exec(node)?.[1] ?? Number.NaN)
  }
  throw foreign('no page')
}

/** The trailer and the few bytes after it. */
const tailBytes = 1024
/** A line of the table. */
const rowBytes = 20
/** Enough for more pages than paper; beyond it they go in circles. */
const mostLevels = 16

function offsetIn(pdf: Buffer, row: number): number {
  const found = /^(\d{10}) \d{5} n/.exec(pdf.toString('latin1', row, row + rowBytes))
  if (!found) throw foreign('an object is missing')
  return Number(found[1])
}

function dictionaryAt(pdf: Buffer, offset: number, number: number): string {
  const end = pdf.indexOf('endobj', offset)
  const text = pdf.toString('latin1', offset, end)
  const found = new RegExp(String.raw`^${number} 0 obj\s*<<([\s\S]*)>>\s*$`).exec(text)
  if (!found) throw foreign(`object ${number} is no dictionary`)
  return found[1] ?? ''
}

function foreign(why: string): Error {
  return new Error(`This PDF is built in a way that cannot be sealed: ${why}.`)
}
