import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Books } from '../../src/app.ts'
import type { JournalLine } from '../../src/domain/journal.ts'
import { listDocuments } from '../../src/store/list-documents.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { declineEstimate } from '../../src/usecases/decline-estimate.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { reportBusiness, reportJournal, reportTaxes } from '../../src/usecases/report-business.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let books: Books
const ever = { since: '2024-01-01', until: '2025-12-31' }

async function make(draft: Partial<DocumentDraft>, send = true): Promise<string> {
  const [made] = await createDocuments(t.app, {
    drafts: [
      {
        kind: 'invoice',
        customer: 'John Smith',
        taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
        items: [{ description: 'Work', unit_price: '100' }],
        ...draft,
      } as DocumentDraft,
    ],
  })
  if (!made) throw new Error('nothing made')
  if (send) await sendDocuments(t.app, { numbers: [made.number], queue: true })
  return made.number
}

const pay = (number: string, amount: string, on?: string) =>
  recordPayment(t.app, { number, amount, method: 'check', no_receipt: true, ...(on ? { on } : {}) })

beforeAll(async () => {
  t = await openTestApp({}, '2025-06-15T15:00:00Z')
  books = t.app
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const exempt = {
    items: [
      { description: 'Work', unit_price: '100' },
      { description: 'Land', unit_price: '50', taxes: [] },
    ],
  }
  const paid = await make({ issued_on: '2025-01-10', due_on: '2025-01-25', ...exempt })
  await pay(paid, '158.00', '2025-01-30')
  const refunded = await make({ issued_on: '2025-02-01', due_on: '2025-02-15' })
  const { entry } = await pay(refunded, '108.00', '2025-02-11')
  await refundPayment(t.app, { payment: entry.id, amount: '8.00', reason: 'Late', reopen: true })
  await make({ issued_on: '2025-03-01', due_on: '2025-03-15', prices_include_tax: true })
  await decideDocument(t.app, { decision: 'void', number: await make({ issued_on: '2025-03-02' }) })
  const lost = await make({ issued_on: '2025-04-01' })
  await pay(lost, '8.00', '2025-04-02')
  await decideDocument(t.app, { decision: 'uncollectible', number: lost })
  const credited = await make({ issued_on: '2025-05-01', due_on: '2025-06-10' })
  const note = await creditInvoice(t.app, { number: credited })
  await sendDocuments(t.app, { numbers: [note.number], queue: true })
  await make({ issued_on: '2025-06-01' }, false)
  const estimate = await make({
    kind: 'estimate',
    issued_on: '2025-06-01',
    deposit: { percent: '50' },
  })
  await approveEstimate(t.app, { number: estimate })
  await pay(estimate, '54.00')
  await invoiceEstimate(t.app, { number: estimate })
  await declineEstimate(t.app, { number: await make({ kind: 'estimate' }) })
  await make(
    { kind: 'estimate', issued_on: '2025-01-01', valid_until_on: '2025-01-15' },
    true,
  ).catch(() => undefined)
  await make({ currency: 'JPY', taxes: [], items: [{ description: '旅', unit_price: '5000' }] })
})

afterAll(() => t.close())

const sum = (lines: JournalLine[], wanted: (line: JournalLine) => boolean) =>
  lines
    .filter(wanted)
    .reduce((all, { debit_minor, credit_minor }) => all + debit_minor - credit_minor, 0)

describe('the journal', () => {
  test('balances in every entry', async () => {
    const lines = await reportJournal(books, ever)
    const entries = new Set(lines.map(({ entry }) => entry))
    expect(entries.size).toBeGreaterThan(12)
    for (const entry of entries)
      expect([entry, sum(lines, (line) => line.entry === entry)]).toEqual([entry, 0])
  })

  test('ends with the receivables that the invoices have', async () => {
    const lines = await reportJournal(books, ever)
    const { items } = await listDocuments(t.app.db.read, {
      kind: 'invoice',
      today: '2025-06-15',
      limit: 1000,
      offset: 0,
    })
    const owed = items
      .filter(({ stored_state, currency }) => stored_state === 'sent' && currency === 'USD')
      .reduce((all, { balance_due_minor }) => all + balance_due_minor, 0)
    const isReceivable = (line: JournalLine) =>
      line.account === 'Accounts receivable' && line.currency === 'USD'
    expect(sum(lines, isReceivable)).toBe(owed)
    expect(sum(lines, ({ account }) => account === 'Customer deposits')).toBe(-5400)
    expect(sum(lines, ({ account }) => account === 'Bad debts')).toBe(10_000)
  })

  test('leaves a void invoice where it was, and books it back on the day it became so', async () => {
    const march = await reportJournal(books, { since: '2025-03-02', until: '2025-03-31' })
    expect(sum(march, ({ account }) => account === 'Accounts receivable')).toBe(10_800)
    const june = await reportJournal(books, { since: '2025-06-15', until: '2025-06-15' })
    expect(june.filter(({ what }) => what === 'invoice voided')).toHaveLength(3)
  })
})

test('sales tax is added up by period, less credits, and tells what was sold without', async () => {
  const periods = await reportTaxes(books, { ...ever, by: 'quarter' })
  const of = (period: string) =>
    periods.find((one) => one.period === period && one.currency === 'USD')
  expect(of('2025-Q1')).toMatchObject({
    sales_minor: 15_000 + 10_000 + 9259 + 10_000,
    untaxed_minor: 5000,
    tax_minor: 800 + 800 + 741 + 800,
    taxes: [{ name: 'Tax', rate: '8' }],
  })
  // Given up, credited (+ and −), voided again, and the invoice of the estimate, a draft, not at all.
  expect(of('2025-Q2')).toMatchObject({ sales_minor: 10_000 + 10_000 - 10_000 - 10_000 })
})

test('revenue, ageing, days to pay and conversion agree with the documents', async () => {
  const [usd, jpy] = await reportBusiness(books, { since: '2025-01-01', until: '2025-06-15' })
  expect(usd?.months.map(({ month }) => month)).toEqual(
    ['01', '02', '03', '04', '05', '06'].map((month) => `2025-${month}`),
  )
  expect(usd?.months[0]).toMatchObject({
    sales_minor: 15_000,
    tax_minor: 800,
    received_minor: 15_800,
  })
  expect(usd?.ageing.find(({ bucket }) => bucket === 'over_90')).toEqual({
    bucket: 'over_90',
    count: 2,
    amount_minor: 10_000 + 800,
  })
  expect(usd?.days_to_pay).toMatchObject({ count: 1, average: 20, median: 20, late: 1 })
  expect(usd?.conversion_percent).toBe(50)
  expect(jpy).toMatchObject({
    currency: 'JPY',
    ageing: [{ bucket: 'not_due', amount_minor: 5000 }, {}, {}, {}, {}],
  })
})
