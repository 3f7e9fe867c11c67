import type { Instant } from '../domain/document.ts'
import { type Entry, infoEntries } from './info-dictionary.ts'

/**
 * Takes out of a PDF what tells about the machine that made it, and what differs from print to print: the
 * names of the tools, the time, the browser's own numbers for parts of the page. Changes bytes in place and
 * never their count, so that every offset in the file stays right.
 * @param createdAt becomes the date of creation and of change
 */
export function cleanMetadata(pdf: Buffer, createdAt: Instant): Buffer {
  for (const entry of infoEntries(pdf)) cleanEntry(pdf, entry, createdAt)
  renumberNodes(pdf)
  return pdf
}

function cleanEntry(pdf: Buffer, { key, start, valueStart, end }: Entry, createdAt: Instant): void {
  const value = pdf.toString('latin1', valueStart, end)
  const date = `(${pdfDate(createdAt)})`
  const isDate = key === 'CreationDate' || key === 'ModDate'
  if (key === 'Title' && value !== '(about:blank)') return
  if (isDate && value.length === date.length) pdf.write(date, valueStart, 'latin1')
  else pdf.fill(' ', start, end)
}

/** PDF 32000-1, 7.9.4; always in UTC. */
function pdfDate(instant: Instant): string {
  return `D:${instant.slice(0, 19).replace(/[-T:]/g, '')}+00'00'`
}

/**
 * The structure names its table headers by numbers that grow as long as the browser runs. Numbered anew in
 * their order, equal pages are equal files; the order matters, because the names are looked up by it.
 */
function renumberNodes(pdf: Buffer): void {
  const text = pdf.toString('latin1')
  const names = new Set(Array.from(text.matchAll(/\/ID \((node\d+)\)/g), ([, name = '']) => name))
  const renamed = new Map(
    [...names].sort().map((name, index) => {
      const digits = String(index + 1).padStart(name.length - 'node'.length, '0')
      return [name, `node${digits}`]
    }),
  )
  for (const { 1: name = '', index } of text.matchAll(/\((node\d+)\)/g)) {
    const next = renamed.get(name)
    if (next) pdf.write(next, index + 1, 'latin1')
  }
}
