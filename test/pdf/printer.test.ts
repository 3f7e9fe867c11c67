import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { createPdfPrinter } from '../../src/pdf/printer.ts'
import { readPdf } from './read-pdf.ts'
import { invoice, job } from './sheets.ts'

const printer = await createPdfPrinter()
afterAll(() => printer.close())

describe('a printed sheet', () => {
  test('reads as the sheet does', async () => {
    const { text, info } = readPdf(await printer.print(invoice))
    expect(text).toMatch(/Kitchen remodel\s+1\s+\$5,000\.00/)
    expect(text).toContain('Total Due $9,288.00')
    expect(info).toMatchObject({ Title: 'Invoice INV-001', Pages: '1', Encrypted: 'no' })
  })

  test('is tagged, in the language of the sheet, with an outline of its headings', async () => {
    const pdf = await printer.print(invoice)
    const { info, structure } = readPdf(pdf)
    expect(info.Tagged).toBe('yes')
    expect(structure).toMatch(/H1[\s\S]*Invoice #INV-001[\s\S]*Table[\s\S]*TH[\s\S]*Description/)
    expect(pdf.toString('latin1')).toContain('/Lang (de)')
    expect(pdf.toString('latin1')).toMatch(/\/Outlines \d+ 0 R/)
  })

  test('has the size of the page it was ordered for, unless its own style says another', async () => {
    const size = async (...args: Parameters<typeof job>) =>
      readPdf(await printer.print(job(...args))).info['Page size']
    expect(await size('x', { page: 'Letter' })).toContain('612 x 792')
    expect(await size('x', { page: 'A4' })).toContain('A4')
    const head = '<title>x</title><style>@page{size:A4}</style>'
    expect(await size('x', { page: 'Letter', head })).toContain('A4')
  })

  test('breaks into as many pages as it needs', async () => {
    const rows = Array.from({ length: 500 }, (_, index) => `<tr><td>Item ${index}<td>1`).join('')
    const { info, text } = readPdf(await printer.print(job(`<table>${rows}</table>`)))
    expect(Number(info.Pages)).toBeGreaterThan(5)
    expect(text).toContain('Item 499')
  })

  test('shows pictures and fonts that it carries along, in the very first print', async () => {
    const first = await createPdfPrinter()
    const path = execFileSync('fc-match', ['-f', '%{file}', 'DejaVu Serif:bold'], {
      encoding: 'utf8',
    })
    const font = readFileSync(path).toString('base64')
    const head = `<title>x</title><style>@font-face{font-family:Own;src:url(data:font/ttf;base64,${font})}
      h1{font-family:Own,monospace}</style>`
    const { fonts, images } = readPdf(
      await first.print(job(`<h1>Head</h1><img alt="" src="${picture}">`, { head })),
    )
    await first.close()
    expect(fonts).not.toContain('Mono')
    expect(fonts.trim().split('\n')).toHaveLength(3)
    expect(images).toMatch(/\bimage +1 +1 /)
  })

  test('holds the letters of many scripts as text', async () => {
    const words = ['Ünïcödé', 'Ελληνικά', 'Кириллица', '日本語', '한국어']
    const { text } = readPdf(await printer.print(job(words.map((word) => `<p>${word}`).join(''))))
    for (const word of words) expect(text).toContain(word)
  })
})

describe('the same job', () => {
  test('gives the same bytes, whatever was printed in between and by whichever browser', async () => {
    const first = await printer.print(invoice)
    for (let count = 1; count <= 12; count += 1) {
      await printer.print(job('<table><tr><th>Other</table>'.repeat(count)))
    }
    const other = await createPdfPrinter()
    expect((await printer.print(invoice)).equals(first)).toBe(true)
    expect((await other.print(invoice)).equals(first)).toBe(true)
    await other.close()
  })

  test('comes in order when many are asked for at once', async () => {
    const jobs = Array.from({ length: 8 }, (_, index) => job(`<p>Number ${index}`))
    const printed = await Promise.all(jobs.map((one) => printer.print(one)))
    printed.forEach((pdf, index) => {
      expect(readPdf(pdf).text.trim()).toBe(`Number ${index}`)
    })
  })

  test('is not styled by the policy that a job before it asked for', async () => {
    const strict = `<meta http-equiv="Content-Security-Policy" content="style-src 'none'"><title>x</title>`
    await printer.print(job('x', { head: strict }))
    const head = '<title>x</title><style>p{display:none}</style>'
    const { text } = readPdf(await printer.print(job('<p>hidden</p>shown', { head })))
    expect(text.trim()).toBe('shown')
  })
})

const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
