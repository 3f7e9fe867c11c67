import { firstPage, type PdfObjects, readObjects, reference } from './pdf-objects.ts'

/** What the seal says about itself, besides the signature. */
export type SealText = {
  /** Who seals. */
  name: string
  reason: string
  at: Date
}

/** A PDF with an empty place for the signature; `start` and `end` are those of its angle brackets. */
export type PreparedPdf = { bytes: Buffer; start: number; end: number }

/**
 * Appends a signature field that nobody sees to a PDF (ISO 32000-1, 12.8), as an update behind what is
 * there. It certifies the document: no change is allowed afterwards, and viewers say so.
 * @param size bytes that the signature will take
 */
export function prepareSeal(pdf: Buffer, text: SealText, size: number): PreparedPdf {
  const objects = readObjects(pdf)
  const root = reference(objects.trailer, 'Root')
  const catalog = objects.dictionary(root)
  if (catalog.includes('/AcroForm')) throw new Error('This PDF has a form; it cannot be sealed.')
  const page = firstPage(objects, catalog)
  const [seal, field] = [objects.size, objects.size + 1]
  const changed = [
    { number: page, text: withAnnotation(objects.dictionary(page), field) },
    { number: root, text: `${catalog}\n${catalogEntries(seal, field)}` },
    { number: seal, text: sealEntries(text, size) },
    { number: field, text: fieldEntries(text, { seal, page }) },
  ]
  return fillRange(append(pdf, objects, changed))
}

type Changed = { number: number; text: string }

function withAnnotation(page: string, field: number): string {
  if (!page.includes('/Annots')) return `${page}\n/Annots [${field} 0 R]`
  if (!/\/Annots\s*\[/.test(page)) throw new Error('This PDF keeps its links apart.')
  return page.replace(/\/Annots\s*\[/, `/Annots [${field} 0 R `)
}

/** SigFlags 3: there is a signature, and the file may only grow. */
function catalogEntries(seal: number, field: number): string {
  return `/Version /1.7\n/AcroForm <</Fields [${field} 0 R] /SigFlags 3>>\n/Perms <</DocMDP ${seal} 0 R>>`
}

/** DocMDP with P 1: no changes (12.8.2.2). */
function sealEntries({ name, reason, at }: SealText, size: number): string {
  return [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    `/ByteRange ${emptyRange}`,
    `/Contents <${'0'.repeat(size * 2)}>`,
    `/M (${dateText(at)})`,
    `/Name ${hexText(name)}`,
    `/Reason ${hexText(reason)}`,
    '/Reference [<</Type /SigRef /TransformMethod /DocMDP',
    '/TransformParams <</Type /TransformParams /P 1 /V /1.2>>>>]',
  ].join('\n')
}

/** Hidden, printed and locked: readers of the screen need not announce what nobody sees. */
const flags = 2 + 4 + 128

function fieldEntries({ name }: SealText, { seal, page }: { seal: number; page: number }): string {
  return [
    '/Type /Annot /Subtype /Widget /FT /Sig /T (Seal)',
    `/TU ${hexText(`Seal of ${name}`)}`,
    `/Rect [0 0 0 0] /F ${flags} /V ${seal} 0 R /P ${page} 0 R`,
  ].join('\n')
}

/** Wide enough for files of any size that this is for, and told from every other text. */
const emptyRange = `[0 ${['1', '2', '3'].map((digit) => digit.repeat(10)).join(' ')}]`

/** An update (7.5.6): the objects, a table of them, a trailer that names the table before. */
function append(pdf: Buffer, { table, size, trailer }: PdfObjects, changed: Changed[]): Buffer {
  const parts = [pdf, ...(pdf.at(-1) === newline ? [] : [Buffer.from('\n')])]
  let at = parts.reduce((sum, { length }) => sum + length, 0)
  const rows: { number: number; row: string }[] = []
  for (const { number, text } of changed) {
    const object = Buffer.from(`${number} 0 obj\n<<${text}>>\nendobj\n`, 'latin1')
    rows.push({ number, row: `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n` })
    parts.push(object)
    at += object.length
  }
  const lines = rows.sort((a, b) => a.number - b.number).map(({ row }) => row)
  const grown = trailer.replace(/\/Size\s+\d+/, `/Size ${size + 2}`)
  const end = `xref\n${lines.join('')}trailer\n<<${grown}\n/Prev ${table}>>\nstartxref\n${at}\n%%EOF\n`
  return Buffer.concat([...parts, Buffer.from(end, 'latin1')])
}

const newline = 0x0a

/** Writes down which bytes the signature is over: all but its own. */
function fillRange(bytes: Buffer): PreparedPdf {
  const range = bytes.lastIndexOf(emptyRange)
  const start = bytes.indexOf('<', range)
  const end = bytes.indexOf('>', start) + 1
  const numbers = `[0 ${start} ${end} ${bytes.length - end}]`
  bytes.write(numbers.padEnd(emptyRange.length), range, 'latin1')
  return { bytes, start, end }
}

/** 7.9.4; always in UTC. */
function dateText(instant: Date): string {
  return `D:${instant.toISOString().slice(0, 19).replace(/[-T:]/g, '')}+00'00'`
}

/** Any text, in UTF-16 and hexadecimal (7.9.2.2): nothing in it can end it. */
function hexText(text: string): string {
  return `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`
}
