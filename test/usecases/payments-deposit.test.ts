import { afterEach, beforeEach, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { shareUrl } from '../../src/domain/link.ts'
import { standing } from '../../src/domain/standing.ts'
import { findCheckout } from '../../src/store/checkouts.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { creditInvoice } from '../../src/usecases/credit-invoice.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { invoiceEstimate } from '../../src/usecases/invoice-estimate.ts'
import { openReceipt } from '../../src/usecases/open-receipt.ts'
import { foreseePayment } from '../../src/usecases/payment-warnings.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { showConcerns } from '../../src/usecases/show-concerns.ts'
import { showPayPage } from '../../src/usecases/show-pay-page.ts'
import { startCheckout } from '../../src/usecases/start-checkout.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying
let token: string

beforeEach(async () => {
  t = await openPaying({ config: { payments: { partial: { enabled: true, minimum: '1.00' } } } })
  token = (await t.send({ kind: 'estimate', deposit: { percent: '50' } })).token
})
afterEach(async () => {
  await reconcile(t.app)
  expect((await reconcile(t.app)).items).toEqual([])
  expect(await t.problems()).toEqual([])
  await t.close()
})

async function start(method = 'stripe_card'): Promise<string> {
  const form = { amount_choice: 'due', amount: '', method }
  const started = await startCheckout(t.app, { kind: 'estimate', token, form })
  if (started.status !== 'started') throw new Error(started.status)
  return started.id
}

const approve = () => approveEstimate(t.app, { number: 'EST-001' })
const offered = async () => {
  const shown = await showPayPage(t.app, { kind: 'estimate', token })
  return shown.status === 'page' ? shown.offer : shown.status
}
const sums = async (number: string) => balance(await t.document(number))

async function payDeposit(): Promise<string> {
  await approve()
  const id = await start()
  t.stripe.pay(id)
  expect(await t.comeBack(id)).toBe('paid')
  return id
}

test('only an approved estimate asks for its deposit, and for all of it', async () => {
  expect(await offered()).toBe('not_open')
  await approve()
  expect(await offered()).toMatchObject({ due_minor: 5_000, custom: null })
  const id = await start()
  expect(t.stripe.session(id).request).toMatchObject({
    amount_minor: 5_000,
    description: 'Deposit for estimate EST-001',
  })
  t.stripe.pay(id)
  expect(await t.comeBack(id)).toBe('paid')
  expect(await offered()).toBe('already_paid')
  expect(await sums('EST-001')).toMatchObject({ deposit_paid_minor: 5_000 })
  expect(await t.mails()).toEqual(['receipt', 'paid'])
})

test('it moves into the invoice, which asks for the rest', async () => {
  await payDeposit()
  await invoiceEstimate(t.app, { number: 'EST-001' })
  expect((await t.document('INV-001')).ledger).toMatchObject([
    { kind: 'transfer_in', amount_minor: 5_000, reference: 'EST-001' },
  ])
  expect(await sums('INV-001')).toMatchObject({
    deposit_paid_minor: 5_000,
    balance_due_minor: 5_000,
  })
  const { url } = await shareDocument(t.app, { number: 'INV-001' })
  const rest = await t.start(url.split('/').at(-1) ?? '')
  t.stripe.pay(rest)
  await t.comeBack(rest)
  expect(await sums('INV-001')).toMatchObject({ balance_due_minor: 0 })
  expect(t.stripe.balance()).toBe(10_000)
})

test('one that is on its way moves when it arrives', async () => {
  await approve()
  const id = await start('stripe_ach')
  t.stripe.begin(id)
  expect(await t.comeBack(id)).toBe('processing')
  await invoiceEstimate(t.app, { number: 'EST-001' })
  expect((await t.document('INV-001')).ledger).toEqual([])
  t.stripe.end(id, 'succeeded')
  await reconcile(t.app)
  expect(await sums('INV-001')).toMatchObject({ deposit_paid_minor: 5_000 })
  expect((await t.document('EST-001')).receipts).toHaveLength(1)
})

test('one that comes after its invoice was cancelled is to be given back, and the owner is told', async () => {
  await approve()
  const id = await start()
  await invoiceEstimate(t.app, { number: 'EST-001' })
  await shareDocument(t.app, { number: 'INV-001' })
  await decideDocument(t.app, { number: 'INV-001', decision: 'void' })
  t.stripe.pay(id)
  await t.comeBack(id)
  const review = async () => (await findCheckout(t.app.db.read, id))?.review
  expect(await review()).toBe('The deposit was paid after its invoice INV-001 was cancelled.')
  expect(await t.mails()).toEqual(['receipt', 'paid', 'needs_review'])
  const [payment] = (await t.document('EST-001')).ledger
  await refundPayment(t.app, { payment: payment?.id ?? '' })
  await reconcile(t.app)
  expect(await review()).toBe('')
})

test('one that is on its way is not asked for a second time by the invoice', async () => {
  await approve()
  const id = await start('stripe_ach')
  t.stripe.begin(id)
  await t.comeBack(id)
  const { number } = await invoiceEstimate(t.app, { number: 'EST-001' })
  const { url } = await shareDocument(t.app, { number })
  const link = { kind: 'invoice', token: url.split('/').at(-1) ?? '' } as const
  expect(await showPayPage(t.app, link)).toMatchObject({ offer: { due_minor: 5_000 } })
  expect(await sums(number)).toMatchObject({ balance_due_minor: 10_000 })
  await expect(editDocument(t.app, { number, changes: { notes: 'x' } })).rejects.toMatchObject({
    code: 'wrong_state',
  })
  t.stripe.end(id, 'failed')
  await reconcile(t.app)
  expect(await t.problems()).toEqual([])
  expect(await sums(number)).toMatchObject({ amount_due_now_minor: 10_000 })
})

test('one that is given back after it moved comes back from the invoice, which rests', async () => {
  await payDeposit()
  await invoiceEstimate(t.app, { number: 'EST-001' })
  await shareDocument(t.app, { number: 'INV-001' })
  const payment = (await t.document('EST-001')).ledger[0]?.id ?? ''
  await refundPayment(t.app, { payment })
  expect(await sums('EST-001')).toMatchObject({ deposit_paid_minor: 0 })
  expect(await sums('INV-001')).toMatchObject({
    deposit_paid_minor: 0,
    balance_due_minor: 10_000,
    amount_due_now_minor: 0,
  })
})

test('one that is disputed stays where it is until it is lost', async () => {
  const id = await payDeposit()
  await invoiceEstimate(t.app, { number: 'EST-001' })
  await shareDocument(t.app, { number: 'INV-001' })
  t.stripe.dispute(id, 'open')
  await reconcile(t.app)
  expect(await sums('INV-001')).toMatchObject({ balance_due_minor: 5_000 })
  t.stripe.dispute(id, 'lost')
  await reconcile(t.app)
  expect(await sums('INV-001')).toMatchObject({
    balance_due_minor: 10_000,
    amount_due_now_minor: 10_000,
  })
})

test('who is paying it is settled before a new version begins', async () => {
  await approve()
  const id = await start()
  await reviseDocument(t.app, { number: 'EST-001' })
  expect(t.stripe.session(id).state).toBe('expired')
  const other = await start()
  t.stripe.pay(other)
  const sending = shareDocument(t.app, { number: 'EST-001' })
  await expect(sending).rejects.toMatchObject({ code: 'wrong_state' })
  expect(standing(await t.document('EST-001'), '2025-01-15').state).toBe('approved')
  expect(await sums('EST-001')).toMatchObject({ deposit_paid_minor: 5_000 })
})

test('its receipt’s link outlives the estimate’s', async () => {
  await payDeposit()
  const { receipts } = await t.document('EST-001')
  const [receipt] = receipts
  const { public_url } = t.app.config
  const share = { id: receipt?.share_id ?? '', kind: 'receipt', rotation: 0 } as const
  const url = shareUrl(public_url, t.app.linkKey, share)
  t.setNow('2027-01-15T15:00:00Z')
  const opened = await openReceipt(t.app, { token: url.split('/r/')[1] ?? '' })
  expect(opened.status).toBe('page')
})

test('a deposit on its way is told beside one by check, on the estimate and on its invoice', async () => {
  await approve()
  const id = await start('stripe_ach')
  t.stripe.begin(id)
  await reconcile(t.app)
  const foreseen = async (number: string, more_minor: number) =>
    foreseePayment(t.app, await t.document(number), more_minor)
  expect(await foreseen('EST-001', 5_000)).toMatchObject([
    { checkout_id: id, amount_minor: 5_000, too_much_minor: 5_000 },
  ])
  const invoice = await invoiceEstimate(t.app, { number: 'EST-001' })
  expect(await foreseen(invoice.number, 5_000)).toEqual([])
  expect(await foreseen(invoice.number, 10_000)).toMatchObject([{ too_much_minor: 5_000 }])
})

test('one of which an invoice’s credit leaves too much is named as what to give back', async () => {
  await payDeposit()
  await invoiceEstimate(t.app, { number: 'EST-001' })
  await shareDocument(t.app, { number: 'INV-001' })
  await creditInvoice(t.app, { number: 'INV-001' })
  await shareDocument(t.app, { number: 'CN-001' })
  const { overpaid } = await showConcerns(t.app, 'INV-001')
  const [payment] = (await t.document('EST-001')).ledger
  expect(overpaid).toMatchObject([{ amount_minor: 5_000, payment_id: payment?.id }])
  t.stripe.failNext('refund', 'before')
  const { refund } = await refundPayment(t.app, { payment: payment?.id ?? '', amount: '50.00' })
  expect(refund.state).toBe('pending')
  expect((await showConcerns(t.app, 'INV-001')).overpaid).toEqual([])
  await reconcile(t.app)
  expect(await sums('INV-001')).toMatchObject({ balance_due_minor: 0 })
})
