import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromMinor } from '../../src/domain/money.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { reportJournal } from '../../src/usecases/report-business.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
const number = 'INV-001'

beforeAll(async () => {
  t = await openTestApp({}, '2025-04-01T15:00:00Z')
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Work', unit_price: '100' }]
  const draft = { kind: 'invoice', customer: 'John Smith', items } as const
  await createDocuments(t.app, { drafts: [{ ...draft, due_on: '2025-04-15' }] })
  await shareDocument(t.app, { number })
})
afterAll(() => t.close())

const pay = (amount: string) => recordPayment(t.app, { number, amount, method: 'cash' })
const decide = (decision: 'uncollectible' | 'reopen') => decideDocument(t.app, { number, decision })

/** An account by month, as "2025-06 90.00": debits less credits. */
async function monthly(account: string): Promise<string[]> {
  const lines = await reportJournal(t.app, { since: '2025-01-01', until: '2025-12-31' })
  const months = new Map<string, number>()
  for (const line of lines.filter((one) => one.account === account)) {
    const month = line.on.slice(0, 7)
    const change = line.debit_minor - line.credit_minor
    months.set(month, (months.get(month) ?? 0) + change)
  }
  return [...months].map(([month, minor]) => `${month} ${fromMinor(minor, 'USD')}`)
}

test('what was given up stays in its month; what is paid after all, or asked for again, counts in its own', async () => {
  await pay('10.00')
  t.setNow('2025-06-15T15:00:00Z')
  await decide('uncollectible')
  expect(await monthly('Bad debts')).toEqual(['2025-06 90.00'])
  t.setNow('2025-07-10T15:00:00Z')
  await pay('30.00')
  expect(await monthly('Bad debts')).toEqual(['2025-06 90.00', '2025-07 -30.00'])
  t.setNow('2025-08-01T15:00:00Z')
  await decide('reopen')
  expect(await monthly('Bad debts')).toEqual(['2025-06 90.00', '2025-07 -30.00', '2025-08 -60.00'])
  t.setNow('2025-09-01T15:00:00Z')
  await pay('20.00')
  t.setNow('2025-10-01T15:00:00Z')
  await decide('uncollectible')
  expect((await monthly('Bad debts')).slice(3)).toEqual(['2025-10 40.00'])
  expect(await monthly('Accounts receivable')).toEqual([
    '2025-04 90.00',
    '2025-06 -90.00',
    '2025-07 0.00',
    '2025-08 60.00',
    '2025-09 -20.00',
    '2025-10 -40.00',
  ])
})

test('nothing is taken back before it was issued', async () => {
  t.setNow('2025-10-02T15:00:00Z')
  const items = [{ description: 'Next month', unit_price: '100' }]
  const [made] = await createDocuments(t.app, {
    drafts: [{ kind: 'invoice', customer: 'John Smith', items, issued_on: '2025-11-01' }],
  })
  const next = made?.number ?? ''
  await shareDocument(t.app, { number: next })
  await decideDocument(t.app, { number: next, decision: 'void' })
  const lines = await reportJournal(t.app, { since: '2025-01-01', until: '2025-12-31' })
  const dates = lines.filter((line) => line.number === next).map(({ on }) => on)
  expect(new Set(dates)).toEqual(new Set(['2025-11-01']))
})
