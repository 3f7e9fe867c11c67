/** Amounts that are exact alone, and not together: refused in a sentence, never rounded in silence. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { historyOf } from '../../src/domain/history.ts'
import { statementsOf } from '../../src/domain/statement.ts'
import { getCustomer } from '../../src/store/customers.ts'
import { listDocumentsOfCustomer } from '../../src/store/documents.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { reportBusiness, reportJournal, reportTaxes } from '../../src/usecases/report-business.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { showDashboard } from '../../src/usecases/show-dashboard.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const year = { since: '2025-01-01', until: '2025-12-31' }
const greatest = '90071992547409.91'
const refusal = {
  code: 'wrong_state',
  message: 'These amounts add up to more than can be counted exactly.',
}
let t: TestApp

beforeAll(async () => {
  t = await openTestApp()
  for (const name of ['John Smith', 'Mary Major', 'Jane Doe']) await createCustomer(t.app, { name })
})
afterAll(() => t.close())

async function make(draft: Partial<DocumentDraft> = {}): Promise<string> {
  const items = [{ description: 'Moon', unit_price: greatest }]
  const base = { kind: 'invoice', customer: 'John Smith', items }
  const [made] = await createDocuments(t.app, { drafts: [{ ...base, ...draft } as DocumentDraft] })
  await shareDocument(t.app, { number: made?.number ?? '' })
  return made?.number ?? ''
}

const ever = { from: '', until: '9999' }
const documentsOf = async (name: string) => {
  const { id } = await getCustomer(t.app.db.read, name)
  return listDocumentsOfCustomer(t.app.db.read, id)
}
const sums: [string, string, () => Promise<unknown>][] = [
  ['status', 'John Smith', () => showDashboard(t.app)],
  ['the report', 'John Smith', () => reportBusiness(t.app, year)],
  ['the report on taxes', 'John Smith', () => reportTaxes(t.app, { ...year, by: 'year' })],
  [
    'a statement',
    'Mary Major',
    async () => statementsOf(await documentsOf('Mary Major'), ever, 'UTC'),
  ],
  ['a history', 'Jane Doe', async () => historyOf(await documentsOf('Jane Doe'), '2025-01-15')],
]

test.each(sums)(
  '%s counts the greatest amount there is, and refuses more',
  async (_, customer, add) => {
    const one = await make({ customer })
    await add()
    const tiny = await make({ customer, items: [{ description: 'Dust', unit_price: '0.01' }] })
    await expect(add()).rejects.toMatchObject(refusal)
    expect(await reportJournal(t.app, year)).toContainEqual(
      expect.objectContaining({ debit_minor: Number.MAX_SAFE_INTEGER }),
    )
    for (const number of [tiny, one]) await decideDocument(t.app, { number, decision: 'void' })
  },
)

test('a credit note that makes the sums of its invoice too large is refused', async () => {
  const number = await make()
  await recordPayment(t.app, { number, amount: greatest, method: 'bank' })
  const note = await creditInvoice(t.app, { number })
  await expect(shareDocument(t.app, { number: note.number })).rejects.toMatchObject({
    code: 'wrong_state',
    message: `With ${note.number}, what was booked on ${number} is too large to be counted exactly.`,
  })
})

test('lines that only cancel each other out are refused, for reports take them apart', async () => {
  const line = (unit_price: string) => ({ description: 'Moon', unit_price })
  const items = [line(greatest), line(greatest), line(`-${greatest}`)]
  const taxes = [{ id: 'T', name: 'Tax', rate: '0' }]
  const taken = items.map((one, i) => ({ ...one, taxes: i < 2 ? [] : ['T'] }))
  await expect(make({ items: taken, taxes })).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ field: 'items', message: 'comes to an amount that is too large' }],
  })
})
