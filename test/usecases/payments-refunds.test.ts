import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { paymentJson } from '../../src/domain/payment-json.ts'
import { receiptFacts } from '../../src/domain/receipt.ts'
import { standing } from '../../src/domain/standing.ts'
import { listDisputes } from '../../src/store/disputes.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { askRefund } from '../../src/usecases/ask-refund.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { type RefundInput, refundPayment } from '../../src/usecases/refund-payment.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying
let id: string
let payment: string

beforeEach(async () => {
  t = await openPaying()
  const { token } = await t.send()
  id = await t.start(token)
  t.stripe.pay(id)
  await t.comeBack(id)
  payment = (await t.document()).ledger[0]?.id ?? ''
})
afterEach(async () => {
  expect((await reconcile(t.app)).items).toEqual([])
  expect(await t.problems()).toEqual([])
  await t.close()
})

const refund = (input: Partial<RefundInput> = {}) => refundPayment(t.app, { payment, ...input })
const sums = async () => balance(await t.document())
const shown = async () => standing(await t.document(), '2025-01-16')
const story = async () => (await showTimeline(t.app, 'INV-001')).events.map(({ type }) => type)

describe('a refund', () => {
  test('gives back a part through the provider, is mailed, and shows on the receipt', async () => {
    const { refund: made } = await refund({ amount: '30.00', reason: 'a scratch' })
    expect(made).toMatchObject({ state: 'succeeded', amount_minor: 3_000, provider: 'stripe' })
    const { ledger, receipts, ...document } = await t.document()
    expect(ledger[1]).toMatchObject({
      id: made.id,
      kind: 'refund',
      amount_minor: -3_000,
      reference: payment,
      checkout_id: id,
    })
    expect(t.stripe.balance()).toBe(7_000)
    expect((await t.mails()).slice(2)).toEqual(['refund', 'refunded'])
    const whole = { ...document, ledger, receipts }
    expect(receipts[0] && receiptFacts(whole, receipts[0])).toMatchObject({
      amount_minor: 10_000,
      refunds: [{ amount_minor: 3_000 }],
      left_minor: 0,
      balance_due_minor: 3_000,
    })
    expect(ledger[0] && paymentJson(whole, ledger[0])).toMatchObject({
      state: 'partially_refunded',
      refunded_minor: 3_000,
    })
    expect(await shown()).toMatchObject({ state: 'partially_refunded' })
  })

  test('is told with its reason, also where the provider keeps none', async () => {
    const asked = t.stripe.refund
    t.stripe.refund = async (request) => ({ ...(await asked(request)), reason: '' })
    await refund({ amount: '30.00', reason: 'a scratch' })
    const { events } = await showTimeline(t.app, 'INV-001')
    expect(events.at(-1)).toMatchObject({ type: 'refunded', data: { reason: 'a scratch' } })
  })

  test('may be made several times, and never beyond the payment', async () => {
    await refund({ amount: '60' })
    await expect(refund({ amount: '40.01' })).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'amount', message: expect.stringContaining('40.00') }],
    })
    await refund()
    expect(await shown()).toMatchObject({ state: 'refunded' })
    await expect(refund()).rejects.toMatchObject({ code: 'wrong_state' })
    expect(t.stripe.balance()).toBe(0)
  })

  test.each([['0'], ['-1'], ['1.001'], ['1e2'], ['ten']])('of %s is refused', async (amount) => {
    await expect(refund({ amount })).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'amount' }],
    })
  })

  test('of what is no payment is refused', async () => {
    await expect(refund({ payment: 'pay_nothing' })).rejects.toMatchObject({ code: 'not_found' })
    const { refund: made } = await refund({ amount: '1' })
    await expect(refund({ payment: made.id })).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('lets payment rest until the invoice is reopened', async () => {
    await refund()
    expect(await sums()).toMatchObject({ balance_due_minor: 10_000, amount_due_now_minor: 0 })
    await decideDocument(t.app, { number: 'INV-001', decision: 'reopen' })
    expect(await sums()).toMatchObject({ amount_due_now_minor: 10_000 })
  })

  test('asks for the money again at once when told so', async () => {
    await refund({ reopen: true })
    expect(await sums()).toMatchObject({ amount_due_now_minor: 10_000 })
  })

  test('that the provider takes its time for is pending, and counts against what is left', async () => {
    const original = t.stripe.refund
    t.stripe.refund = async (request) => {
      await original(request)
      const told = t.stripe.session(id).refunds[0]
      if (!told) throw new Error('no refund')
      told.state = 'pending'
      return { ...told }
    }
    const { refund: made } = await refund({ amount: '70' })
    expect(made).toMatchObject({ state: 'pending', provider_refund_id: expect.stringMatching(/./) })
    expect((await t.document()).ledger).toHaveLength(1)
    await expect(refund({ amount: '30.01' })).rejects.toMatchObject({ code: 'invalid_input' })
    const [told] = t.stripe.session(id).refunds
    if (told) told.state = 'succeeded'
    expect((await reconcile(t.app)).items).toMatchObject([
      { found: 'refund', amount_minor: -7_000 },
    ])
    expect((await t.document()).ledger[1]).toMatchObject({ id: made.id })
  })

  test('whose answer got lost is neither forgotten nor made twice', async () => {
    t.stripe.failNext('refund', 'after')
    expect((await refund({ amount: '30' })).refund).toMatchObject({ state: 'pending' })
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'refund' }])
    expect(t.stripe.balance()).toBe(7_000)
  })

  test('that never reached the provider is asked for again', async () => {
    t.stripe.failNext('refund', 'before')
    expect((await refund({ amount: '30' })).refund).toMatchObject({ state: 'pending' })
    expect(t.stripe.balance()).toBe(10_000)
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'refund' }])
    expect(t.stripe.balance()).toBe(7_000)
  })

  test('that the provider refuses is told, and nothing is booked', async () => {
    t.stripe.failNext('refund', 'before', 'refused')
    await expect(refund()).rejects.toMatchObject({ code: 'provider_error' })
    expect((await t.document()).ledger).toHaveLength(1)
    await refund()
    expect(t.stripe.balance()).toBe(0)
  })

  test('that the provider refuses when it is asked again is told to the owner by mail', async () => {
    t.stripe.failNext('refund', 'before')
    await refund({ amount: '30' })
    const before = await t.mails()
    t.stripe.failNext('refund', 'before', 'refused')
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'refund_failed' }])
    expect((await t.mails()).slice(before.length)).toEqual(['needs_review'])
    expect(await reconcile(t.app)).toMatchObject({ changed: 0 })
    expect(await t.mails()).toHaveLength(before.length + 1)
  })

  test('that the provider answers as failed is told once, however many asked', async () => {
    t.stripe.failNext('refund', 'before')
    const { refund: made } = await refund()
    const original = t.stripe.refund
    t.stripe.refund = async (request) => ({ ...(await original(request)), state: 'failed' })
    await Promise.all([askRefund(t.app, made.id), askRefund(t.app, made.id)])
    const [told] = t.stripe.session(id).refunds
    if (told) told.state = 'failed'
    expect((await t.document()).ledger).toHaveLength(1)
    expect((await story()).filter((type) => type === 'refund_failed')).toHaveLength(1)
  })

  test('that comes back after all is taken back, and the owner hears of it', async () => {
    await refund({ amount: '30' })
    const [told] = t.stripe.session(id).refunds
    if (told) told.state = 'failed'
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'refund_failed' }])
    expect(await sums()).toMatchObject({ refunded_minor: 0, balance_due_minor: 0 })
    expect((await t.mails()).at(-1)).toBe('needs_review')
    await refund()
    expect(t.stripe.balance()).toBe(0)
  })

  test('made in the provider’s dashboard is found, booked and lets payment rest', async () => {
    t.stripe.giveBack(id, 2_500)
    const found = { found: 'refund', amount_minor: -2_500, number: 'INV-001', checkout_id: id }
    expect(await reconcile(t.app)).toMatchObject({ checked: 1, changed: 1, items: [found] })
    expect(await sums()).toMatchObject({ refunded_minor: 2_500, amount_due_now_minor: 0 })
  })

  test('of what the owner recorded is booked at once', async () => {
    const { token } = await t.send()
    const { entry } = await recordPayment(t.app, {
      number: 'INV-002',
      amount: '100',
      method: 'check',
    })
    const { refund: made } = await refund({ payment: entry.id, amount: '25' })
    expect(made).toMatchObject({ state: 'succeeded', provider: 'manual' })
    const document = await t.document('INV-002')
    expect(balance(document)).toMatchObject({ balance_due_minor: 2_500, amount_due_now_minor: 0 })
    expect(await t.click(token)).toMatchObject({ status: 'not_payable', offer: 'resting' })
    const kinds = (await listMessages(t.app.db.read, { document_id: document.id })).map(
      ({ kind }) => kind,
    )
    expect(kinds).toEqual(['receipt', 'refund'])
  })
})

describe('a dispute', () => {
  test('holds the payment, and the customer is not asked again', async () => {
    t.stripe.dispute(id, 'open')
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'dispute' }])
    expect(await sums()).toMatchObject({ balance_due_minor: 0, disputed_minor: 0 })
    expect(await shown()).toEqual({ state: 'paid', flags: ['sent', 'disputed'] })
    expect(await listDisputes(t.app.db.read)).toMatchObject([
      { state: 'open', ledger_id: payment, due_at: '2025-02-20T00:00:00.000Z' },
    ])
    expect((await t.mails()).at(-1)).toBe('disputed')
    await expect(refund()).rejects.toMatchObject({ code: 'wrong_state' })
  })

  test('that is won leaves everything as it was', async () => {
    t.stripe.dispute(id, 'open')
    await reconcile(t.app)
    t.stripe.dispute(id, 'won')
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'dispute_won' }])
    expect(await sums()).toMatchObject({ balance_due_minor: 0, disputed_minor: 0 })
    expect(await shown()).toEqual({ state: 'paid', flags: ['sent'] })
    expect((await story()).slice(-2)).toEqual(['dispute_opened', 'dispute_won'])
  })

  test('that is lost makes the money due again', async () => {
    t.stripe.dispute(id, 'open')
    await reconcile(t.app)
    t.stripe.dispute(id, 'lost')
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'dispute_lost' }])
    expect(await sums()).toMatchObject({
      balance_due_minor: 10_000,
      disputed_minor: 10_000,
      amount_due_now_minor: 10_000,
    })
    expect((await shown()).flags).toContain('disputed')
    expect(t.stripe.balance()).toBe(0)
  })

  test('that was lost before anyone heard of it (a late return) is booked too', async () => {
    t.stripe.dispute(id, 'lost')
    expect((await reconcile(t.app)).items).toMatchObject([
      { found: 'dispute' },
      { found: 'dispute_lost' },
    ])
    expect(await sums()).toMatchObject({ balance_due_minor: 10_000 })
  })
})
