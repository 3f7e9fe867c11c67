import { afterAll, beforeAll, expect, test } from 'vitest'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { pdfText } from '../support/pdf-text.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let path: string

beforeAll(async () => {
  portal = await openTestPortal()
  path = await portal.link('INV-001')
})
afterAll(() => portal.close())

test('the PDF is a download named after the invoice', async () => {
  const pdf = await portal.ask(`${path}/pdf`)
  expect(pdf.status).toBe(200)
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.headers['content-disposition']).toBe('attachment; filename="INV-001.pdf"')
  expect(pdf.headers['cache-control']).toBe('private, no-store, max-age=0')
  expect(pdf.headers['content-length']).toBe(String(pdf.bytes.length))
  expect(pdf.headers['content-security-policy']).toContain("default-src 'none'")
  expect(await pdfText(pdf.bytes)).toContain('INV-001')
})

test('printing asks for it inside the browser', async () => {
  const pdf = await portal.ask(`${path}/pdf?inline=1`)
  expect(pdf.headers['content-disposition']).toBe('inline; filename="INV-001.pdf"')
})

test('HEAD tells its size', async () => {
  const [get, head] = [
    await portal.ask(`${path}/pdf`),
    await portal.ask(`${path}/pdf`, { method: 'HEAD' }),
  ]
  expect(head.headers['content-length']).toBe(get.headers['content-length'])
  expect(head.bytes.length).toBe(0)
})

test('it always shows the document as it is now', async () => {
  await editDocument(portal.app, { number: 'INV-001', changes: { notes: 'The tiles are in.' } })
  expect(await pdfText((await portal.ask(`${path}/pdf`)).bytes)).toContain('The tiles are in.')
})

test('customers who ask at the same time all get it', async () => {
  const estimate = await portal.link('EST-001')
  const pdfs = await Promise.all([1, 2, 3].map(() => portal.ask(`${estimate}/pdf`)))
  for (const pdf of pdfs) {
    expect(pdf.status).toBe(200)
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  }
})

test('without a browser the customer is asked to come again, and the log says what to install', async () => {
  const bare = await openTestPortal({ pdf: { browser: '/nowhere/chromium' } })
  try {
    const link = await bare.link('INV-001')
    const answer = await bare.ask(`${link}/pdf`)
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('10')
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.headers['content-disposition']).toBeUndefined()
    expect(answer.text).not.toContain('chromium')
    expect(bare.logged[0]?.error).toMatchObject({ message: expect.stringContaining('chromium') })
    expect((await bare.ask(link)).status).toBe(200)
  } finally {
    await bare.close()
  }
})
