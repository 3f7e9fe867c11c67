import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentJson } from '../../src/domain/document-json.ts'
import { formatMoney } from '../../src/domain/money.ts'
import { shareKindOf } from '../../src/domain/sending.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { openPage } from '../../src/usecases/open-page.ts'
import { printDocument } from '../../src/usecases/print-document.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { workedExamples } from '../domain/worked-examples.ts'
import { pdfText } from '../support/pdf-text.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  await createCustomer(t.app, { name: 'City Library', email: 'city@example.com', tax_exempt: true })
})
afterAll(() => t.close())

/** Spaces of all kinds and marks of direction aside, which differ by medium. */
const plain = (text: string) =>
  text
    .replaceAll('−', '-')
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')

test('there are at least 25 worked examples', () => {
  expect(workedExamples.length).toBeGreaterThanOrEqual(25)
})

test.each(workedExamples)(
  '$name: JSON, page, PDF and mail agree to the minor unit',
  async (example) => {
    const { expected } = example
    const customer = example.tax_exempt ? 'City Library' : 'John Smith'
    const draft = { issued_on: '2025-01-15', ...example.draft, customer }
    const [entered] = await createDocuments(t.app, { drafts: [draft] })
    const number = entered?.number ?? ''
    const { document, customer: billed } = await showDocument(t.app, number)
    const json = documentJson(document, billed, '2025-01-15')
    expect(json).toMatchObject({
      subtotal_minor: expected.subtotal,
      discount_minor: expected.discount,
      total_minor: expected.total,
      items: expected.amounts.map((amount_minor) => ({ amount_minor })),
      taxes: expected.taxes.map(([taxable_minor, amount_minor]) => ({
        taxable_minor,
        amount_minor,
      })),
    })

    const { currency, locale } = document.content
    const money = (minor: number) => plain(formatMoney(minor, currency, locale))
    const dry = await sendDocuments(t.app, { numbers: [number], dry_run: true })
    const [sent] = await sendDocuments(t.app, { numbers: [number], queue: true })
    const token = sent?.url?.split('/').at(-1) ?? ''
    const opened = await openPage(t.app, { kind: shareKindOf(document), token })
    if (opened.status !== 'page') throw new Error(opened.status)
    const page = plain(opened.html.toString().replace(/<[^>]+>/g, ' '))
    const { bytes } = await printDocument(t.app, { number })
    const pdf = plain(await pdfText(bytes))
    for (const amount of [
      ...expected.amounts,
      expected.total,
      ...expected.taxes.map(([, tax]) => tax),
    ]) {
      expect(page, 'page').toContain(money(amount))
      expect(pdf, 'pdf').toContain(money(amount))
    }
    // A mail says "Credit" instead of a sign.
    expect(plain(dry[0]?.preview?.text ?? ''), 'mail').toContain(money(Math.abs(expected.total)))
  },
)
