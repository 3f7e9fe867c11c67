import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { statementsOf } from '../../src/domain/statement.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import type { DocumentDraft } from '../../src/usecases/create-documents.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeEach(async () => {
  t = await openPaying()
  await createCustomer(t.app, { name: 'Mary Major', email: 'mary@example.com' })
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const taxed = { taxes: [{ id: 'T', name: 'Tax', rate: '8' }] }
const share = (number: string) => shareDocument(t.app, { number })
const edit = (number: string, changes: Parameters<typeof editDocument>[1]['changes']) =>
  editDocument(t.app, { number, changes })
const cancel = (number: string) => decideDocument(t.app, { number, decision: 'void' })

/** The draft invoice of an estimate whose deposit of 50.00 was paid. */
async function withDeposit(draft: Partial<DocumentDraft> = {}): Promise<string> {
  const estimate = { kind: 'estimate', deposit: { percent: '50' }, ...draft } as const
  const { number } = await t.send(estimate)
  await approveEstimate(t.app, { number })
  await recordPayment(t.app, { number, amount: '50.00', method: 'cash' })
  return (await invoiceEstimate(t.app, { number })).number
}

describe('the draft of a credit note', () => {
  test('stays a credit note', async () => {
    const { number } = await creditInvoice(t.app, { number: (await t.send()).number })
    const message = `${number} is a credit note; its kind cannot change.`
    await expect(edit(number, { kind: 'invoice' })).rejects.toMatchObject({
      details: [{ field: 'kind', message }],
    })
  })

  test('stays with the customer and the currency of its invoice', async () => {
    const { number: invoice } = await t.send()
    const { number } = await creditInvoice(t.app, { number: invoice })
    const changes = { customer: 'Mary Major', currency: 'EUR' }
    await expect(edit(number, changes)).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'customer' }, { field: 'currency' }],
    })
  })

  test('keeps the taxes it credits, though its customer is exempt by now', async () => {
    const { number: invoice } = await t.send(taxed)
    const { number } = await creditInvoice(t.app, { number: invoice })
    await editCustomer(t.app, { customer: 'John Smith', changes: { tax_exempt: true } })
    const edited = await edit(number, { notes: 'As agreed' })
    expect(edited.totals).toMatchObject({ tax_minor: 800, total_minor: 10_800 })
  })

  test('is sent only where as much is left to credit', async () => {
    const { number: invoice } = await t.send()
    const [first, second] = [
      await creditInvoice(t.app, { number: invoice }),
      await creditInvoice(t.app, { number: invoice }),
    ]
    await edit(first.number, { items: [{ description: 'A part', unit_price: '30' }] })
    await share(first.number)
    await expect(share(second.number)).rejects.toMatchObject({
      code: 'wrong_state',
      message: `Only 70.00 USD of ${invoice} is left to credit.`,
    })
    await edit(second.number, { items: [{ description: 'The rest', unit_price: '70' }] })
    await share(second.number)
    await expect(creditInvoice(t.app, { number: invoice })).rejects.toMatchObject({
      message: `${invoice} is credited in full.`,
    })
    await cancel(first.number)
    expect(balance(await t.document(invoice))).toMatchObject({ balance_due_minor: 3000 })
    expect(await creditInvoice(t.app, { number: invoice })).toMatchObject({ state: 'draft' })
  })

  test('is not made of an invoice that owes the customer: that is cancelled', async () => {
    const { number } = await t.send({ items: [{ description: 'Returned', unit_price: '-50' }] })
    await expect(creditInvoice(t.app, { number })).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await cancel(number)).toMatchObject({ state: 'void' })
  })
})

describe('the draft of an invoice', () => {
  test('with a deposit on it keeps customer and currency, and may say something else', async () => {
    const number = await withDeposit()
    const changes = { customer: 'Mary Major', currency: 'EUR' }
    await expect(edit(number, changes)).rejects.toMatchObject({
      details: [{ field: 'customer' }, { field: 'currency' }],
    })
    await edit(number, { items: [{ description: 'Less work', unit_price: '80' }] })
    expect(balance(await t.document(number))).toMatchObject({ balance_due_minor: 3000 })
  })

  test('says the taxes that were approved, though its customer is exempt by now', async () => {
    const number = await withDeposit(taxed)
    await editCustomer(t.app, { customer: 'John Smith', changes: { tax_exempt: true } })
    expect((await edit(number, { due_on: '2025-02-28' })).totals.total_minor).toBe(10_800)
  })
})

describe('an invoice is cancelled', () => {
  test('once its payment was lost in a dispute, but not while that goes on', async () => {
    const { number, token } = await t.send()
    const id = await t.start(token)
    t.stripe.pay(id)
    await t.comeBack(id)
    t.stripe.dispute(id, 'open')
    await reconcile(t.app)
    await expect(cancel(number)).rejects.toMatchObject({ code: 'wrong_state' })
    t.stripe.dispute(id, 'lost')
    await reconcile(t.app)
    expect(await cancel(number)).toMatchObject({ state: 'void' })
  })

  test('after its credit note, which is named', async () => {
    const { number: invoice } = await t.send()
    const { number } = await creditInvoice(t.app, { number: invoice })
    await share(number)
    await expect(cancel(invoice)).rejects.toMatchObject({
      message: `${invoice} is credited by ${number}, so it cannot be void.`,
    })
    await cancel(number)
    expect(await cancel(invoice)).toMatchObject({ state: 'void' })
  })
})

test('payments that together are too large to be counted exactly are refused', async () => {
  const { number } = await t.send()
  const huge = { number, amount: '90071992547409.91', method: 'cash' } as const
  await recordPayment(t.app, huge)
  await expect(recordPayment(t.app, huge)).rejects.toMatchObject({
    code: 'invalid_input',
    details: [{ field: 'amount' }],
  })
})

test('a statement that was given stays true when its credit note, or an invoice of the future, is cancelled', async () => {
  const { number: invoice } = await t.send()
  const { number: note } = await creditInvoice(t.app, { number: invoice })
  await share(note)
  const { number: next } = await t.send({ issued_on: '2025-04-01', due_on: '2025-04-15' })
  const owed = async (from: string, until: string) => {
    const documents = [await t.document(invoice), await t.document(note), await t.document(next)]
    const [statement] = statementsOf(documents, { from, until }, 'America/New_York')
    return [statement?.opening_minor, statement?.closing_minor]
  }
  expect(await owed('2025-01-01', '2025-01-31')).toEqual([0, 0])
  t.setNow('2025-03-10T15:00:00Z')
  await cancel(note)
  await cancel(next)
  expect(await owed('2025-01-01', '2025-01-31')).toEqual([0, 0])
  expect(await owed('2025-03-01', '2025-03-31')).toEqual([0, 10_000])
})
