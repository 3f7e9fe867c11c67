/** The owner records money by other means while the customer is paying online. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { findCheckout } from '../../src/store/checkouts.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { foreseePayment } from '../../src/usecases/payment-warnings.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeEach(async () => {
  t = await openPaying({ config: { payments: { partial: { enabled: true } } } })
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const byCheck = (amount: string, number = 'INV-001') =>
  recordPayment(t.app, { number, amount, method: 'check' })

/** A bank payment that is on its way. */
async function onItsWay(amount = '100.00'): Promise<string> {
  const { token } = await t.send()
  const form = { method: 'stripe_ach', amount_choice: 'custom', amount }
  const id = await t.start(token, form)
  t.stripe.begin(id)
  await t.comeBack(id)
  return id
}

test('what is on its way is told, with what is too much then and what to do', async () => {
  const id = await onItsWay()
  const { entry, warnings } = await byCheck('100.00')
  expect(warnings).toEqual([
    {
      code: 'on_its_way',
      message:
        '$100.00 by bank transfer (ACH) through Stripe has been on its way since January 15, 2025. If it comes too, INV-001 is overpaid by $100.00.',
      hint: `If you recorded the same money, take it back (portal payment refund ${entry.id} --reopen), else give back what is too much once it is there: portal payment list INV-001`,
      checkout_id: id,
      provider: 'stripe',
      method: 'stripe_ach',
      amount_minor: 10_000,
      currency: 'USD',
      too_much_minor: 10_000,
    },
  ])
  await refundPayment(t.app, { payment: entry.id, reopen: true })
  t.stripe.end(id, 'succeeded')
  await reconcile(t.app)
  expect(balance(await t.document()).balance_due_minor).toBe(0)
})

test('is told as well when a credit note is sent or shared', async () => {
  const id = await onItsWay()
  const note = await creditInvoice(t.app, { number: 'INV-001' })
  const [sent] = await sendDocuments(t.app, { numbers: [note.number] })
  expect(sent).toMatchObject({ ok: true, outbox: 'sent' })
  expect(sent?.warnings).toMatchObject([
    { code: 'on_its_way', checkout_id: id, too_much_minor: 10_000 },
  ])
  expect(sent?.warnings?.[0]?.hint).toContain('portal invoice void CN-001')
  const link = await shareDocument(t.app, { number: note.number })
  expect(link.warnings).toEqual(sent?.warnings)
})

test('is foreseen before it is booked, and only where too much would come', async () => {
  await onItsWay('60.00')
  const document = await t.document()
  expect(await foreseePayment(t.app, document, 4_000)).toEqual([])
  expect(await foreseePayment(t.app, document, 4_001)).toMatchObject([{ too_much_minor: 1 }])
  expect((await byCheck('40.00')).warnings).toEqual([])
  expect((await byCheck('0.50')).warnings).toMatchObject([{ too_much_minor: 50 }])
})

test('a page that can still be paid is closed, and nothing more is to be said', async () => {
  const { token } = await t.send()
  const id = await t.start(token)
  expect((await byCheck('100.00')).warnings).toEqual([])
  expect((await findCheckout(t.app.db.read, id))?.state).toBe('expired')
})

test('what was paid there meanwhile is booked and told', async () => {
  const { token } = await t.send()
  t.stripe.pay(await t.start(token))
  const { document, warnings } = await byCheck('100.00')
  expect(balance(document).balance_due_minor).toBe(-10_000)
  expect(warnings).toMatchObject([
    {
      code: 'paid_meanwhile',
      message: '$100.00 by card through Stripe was paid meanwhile: INV-001 is overpaid by $100.00.',
    },
  ])
})

test('a page that cannot be closed is told, and closed by the next reconcile', async () => {
  const { token } = await t.send()
  const id = await t.start(token)
  t.stripe.failNext('expire', 'before')
  const { warnings } = await byCheck('70.00')
  expect(warnings).toMatchObject([
    {
      code: 'page_open',
      message:
        '$100.00 by card through Stripe can still be paid: the page could not be closed, Stripe does not answer. If it comes too, INV-001 is overpaid by $70.00.',
      hint: 'In some minutes: portal reconcile',
      checkout_id: id,
      too_much_minor: 7_000,
    },
  ])
  await reconcile(t.app)
  expect((await findCheckout(t.app.db.read, id))?.state).toBe('expired')
  expect((await reconcile(t.app)).changed).toBe(0)
})
