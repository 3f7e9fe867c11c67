import { afterAll, describe, expect, test } from 'vitest'
import { cleanMetadata } from '../../src/pdf/metadata.ts'
import { createPdfPrinter } from '../../src/pdf/printer.ts'
import { readPdf } from './read-pdf.ts'
import { invoice, job } from './sheets.ts'

const printer = await createPdfPrinter()
afterAll(() => printer.close())

const titled = (title: string) =>
  printer.print(job('<h1>x</h1>', { head: `<title>${title}</title>` }))

describe('a printed PDF', () => {
  test('names no tool, machine, path or address', async () => {
    const pdf = await printer.print(invoice)
    const { info } = readPdf(pdf)
    expect(Object.keys(info)).not.toContain('Creator')
    expect(Object.keys(info)).not.toContain('Producer')
    expect(info['Metadata Stream']).toBe('no')
    expect(pdf.toString('latin1')).not.toMatch(
      /chrom|skia|mozilla|headless|linux|https?:|file:|about:|\/tmp|\/home|\/usr/i,
    )
  })

  test('bears the time of its job as date of creation and change', async () => {
    const { info } = readPdf(
      await printer.print(job('x', { created_at: '2024-02-29T23:59:58.123Z' })),
    )
    expect(info.CreationDate).toMatch(/^Thu Feb 29 23:59:58 2024/)
    expect(info.ModDate).toBe(info.CreationDate)
  })

  test.each([
    'Invoice (draft) \\ INV-001',
    'A ) B',
    "/Creator (x) /CreationDate (D:20200101000000+00'00')",
    'Rechnung für Ärzte',
    '請求書 001',
    'node00000001',
  ])('keeps the title %s', async (title) => {
    const { info } = readPdf(await titled(title))
    expect(info).toMatchObject({ Title: title, Tagged: 'yes' })
    expect(info.CreationDate).toMatch(/^Wed Jan 15 09:30:00 2025/)
    expect(info.Creator).toBeUndefined()
  })

  test('has no title when the sheet has none', async () => {
    expect(readPdf(await titled('')).info.Title ?? '').toBe('')
  })

  test('still joins each cell to its header, by names counted from one', async () => {
    for (let count = 0; count < 3; count += 1) await printer.print(invoice)
    const text = (await printer.print(invoice)).toString('latin1')
    expect(ids(text, /\/ID \((node\d+)\)/g)).toEqual([
      'node00000001',
      'node00000002',
      'node00000003',
    ])
    expect(ids(text, /\/Headers \[\((node\d+)\)/g)).toEqual(ids(text, /\/ID \((node\d+)\)/g))
  })
})

describe('a PDF built in another way', () => {
  test.each([
    ['no PDF at all', 'hello'],
    ['a table elsewhere', '%PDF-1.4\ntrailer\n<</Info 1 0 R>>\nstartxref\n999999\n%%EOF\n'],
    [
      'no information',
      '%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n',
    ],
  ])('is left as it is: %s', (_, text) => {
    expect(cleanMetadata(Buffer.from(text), '2025-01-15T09:30:00.000Z').toString()).toBe(text)
  })
})

function ids(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, id = '']) => id))].sort()
}
