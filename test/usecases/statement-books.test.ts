import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMinor } from '../../src/domain/money.ts'
import { type Statement, statementsOf } from '../../src/domain/statement.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { openHistory } from '../../src/usecases/open-history.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { shareHistory } from '../../src/usecases/share-history.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp

beforeAll(async () => {
  t = await openTestApp({ notify: { on: [] }, payments: { instructions: 'By check.' } })
})
afterAll(() => t.close())

const ever = { from: '1900-01-01', until: '9999-12-31' }

type Step = {
  do: 'pay' | 'refund' | 'void' | 'credit' | 'approve' | 'invoice'
  on: number
  minor: number
}

const made = fc.record({
  kind: fc.constantFrom('invoice' as const, 'estimate' as const),
  currency: fc.constantFrom('USD', 'EUR'),
  minor: fc.integer({ min: 100, max: 900_000 }),
})
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('pay', 'pay', 'refund', 'void', 'credit', 'approve', 'approve', 'invoice'),
  on: fc.nat(9),
  minor: fc.integer({ min: 1, max: 400_000 }),
})

/** What a customer owes by the database alone, with what was received for estimates taken off. */
async function owedBySql(customer: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ currency: string; owed: number }>`
    SELECT d.currency, sum(CASE WHEN d.kind = 'invoice' THEN d.total_minor ELSE 0 END
      - coalesce((SELECT sum(l.amount_minor) FROM ledger AS l WHERE l.document_id = d.id), 0)) AS owed
    FROM documents AS d
    WHERE d.customer_id = ${customer} AND d.state NOT IN ('draft', 'void')
    GROUP BY d.currency`.execute(t.app.db.read)
  return new Map(rows.map(({ currency, owed }) => [currency, owed]))
}

async function documentsOf(customer: string) {
  const { url } = await shareHistory(t.app, { customer })
  const opened = await openHistory(t.app, { token: url.split('/').at(-1) ?? '' })
  if (opened.status !== 'active') throw new Error('The history does not open.')
  return opened.documents
}

/** Where a step is not possible, nothing happens: that is its own tests' concern. */
async function take({ do: what, minor, on }: Step, numbers: string[]): Promise<void> {
  const number = numbers[on % numbers.length] ?? ''
  const tries: Record<Step['do'], () => Promise<unknown>> = {
    pay: () => recordPayment(t.app, { number, amount: fromMinor(minor, 'USD'), method: 'check' }),
    refund: async () => {
      const entries = await t.app.db.read
        .selectFrom('ledger as l')
        .innerJoin('documents as d', 'd.id', 'l.document_id')
        .select('l.id')
        .where('d.number', '=', number)
        .where('l.kind', '=', 'payment')
        .execute()
      await refundPayment(t.app, { payment: entries[0]?.id ?? '' })
    },
    void: () => decideDocument(t.app, { number, decision: 'void' }),
    credit: async () => {
      const note = await creditInvoice(t.app, { number })
      await shareDocument(t.app, { number: note.number })
    },
    approve: () => approveEstimate(t.app, { number }),
    invoice: async () => {
      const invoice = await invoiceEstimate(t.app, { number })
      await shareDocument(t.app, { number: invoice.number })
    },
  }
  await tries[what]().catch(() => {})
}

const closings = (statements: Statement[]) =>
  new Map(statements.map(({ currency, closing_minor }) => [currency, closing_minor]))

const withoutZeros = (sums: Map<string, number>) =>
  Object.fromEntries([...sums].filter(([, minor]) => minor !== 0))

test('whatever is invoiced, paid, given back, credited and cancelled, the statement ends with what the books say', async () => {
  let count = 0
  const seen = new Set<string>()
  await fc.assert(
    fc.asyncProperty(
      fc.array(made, { minLength: 1, maxLength: 4 }),
      fc.array(step, { minLength: 1, maxLength: 12 }),
      async (drafts, steps) => {
        const { id } = await createCustomer(t.app, { name: `Customer ${++count}` })
        const documents = await createDocuments(t.app, {
          drafts: drafts.map(({ kind, currency, minor }) => ({
            kind,
            customer: id,
            currency,
            issued_on: '2025-01-10',
            items: [{ description: 'Work', unit_price: fromMinor(minor, currency) }],
            ...(kind === 'estimate' ? { deposit: { percent: '50' } } : {}),
          })),
        })
        const numbers = documents.map(({ number }) => number)
        for (const number of numbers) await shareDocument(t.app, { number })
        for (const one of steps) await take(one, numbers)
        const statements = statementsOf(await documentsOf(id), ever, 'America/New_York')
        for (const { movements } of statements) for (const { kind } of movements) seen.add(kind)
        expect(withoutZeros(closings(statements))).toEqual(withoutZeros(await owedBySql(id)))
      },
    ),
    { numRuns: 60 },
  )
  expect([...seen].toSorted()).toEqual(
    expect.arrayContaining(['cancelled', 'credit', 'invoice', 'payment', 'refund']),
  )
})
