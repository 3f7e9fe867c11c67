import { afterEach, beforeEach, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { findCheckout } from '../../src/store/checkouts.ts'
import { listEvents } from '../../src/store/events.ts'
import { findRefund } from '../../src/store/refunds.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { passLeases } from '../support/crashing.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeEach(async () => {
  t = await openPaying()
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

/** Two pages were opened one after the other, and the customer paid on the first all the same. */
async function paidOnTheFirst() {
  const { token } = await t.send()
  const first = await t.start(token)
  const second = await t.start(token, { method: 'stripe_ach' })
  t.stripe.pay(first)
  return { first, second }
}

const tellers: [string, (id: string) => Promise<unknown>][] = [
  ['a webhook', (id) => t.tell('stripe', { event_id: 'evt_1', checkout_id: id })],
  ['the return page', (id) => t.comeBack(id)],
  ['reconcile', () => reconcile(t.app)],
]

test.each(tellers)(
  'late money that %s tells of closes the page that was opened since',
  async (_, tell) => {
    const { first, second } = await paidOnTheFirst()
    await tell(first)
    expect(balance(await t.document()).balance_due_minor).toBe(0)
    expect(t.stripe.session(second).state).toBe('expired')
    expect((await findCheckout(t.app.db.read, second))?.state).not.toBe('open')
  },
)

test('a refusal that comes late takes nothing back from the page that another click opened', async () => {
  const { token } = await t.send()
  let id = ''
  t.stripe.wait = async (call) => {
    if (call !== 'create') return
    t.stripe.wait = async () => {}
    await passLeases(t.app)
    id = await t.start(token)
    t.stripe.pay(id)
    await t.comeBack(id)
    t.stripe.failNext('create', 'before', 'refused')
  }
  expect(await t.click(token)).toMatchObject({ status: 'unreachable' })
  expect(await findCheckout(t.app.db.read, id)).toMatchObject({ state: 'succeeded', failure: '' })
})

test('a refund that another process was granted meanwhile is not noted as failed', async () => {
  const { token } = await t.send()
  const id = await t.start(token)
  t.stripe.pay(id)
  await t.comeBack(id)
  const [payment] = (await t.document()).ledger
  t.stripe.wait = async (call) => {
    if (call !== 'refund') return
    t.stripe.wait = async () => {}
    await reconcile(t.app)
    t.stripe.failNext('refund', 'before', 'refused')
  }
  const { refund } = await refundPayment(t.app, { payment: payment?.id ?? '' })
  expect(refund.state).toBe('succeeded')
  expect(await findRefund(t.app.db.read, refund.id)).toMatchObject({ state: 'succeeded' })
  const types = (await listEvents(t.app.db.read, (await t.document()).id)).map(({ type }) => type)
  expect(types).not.toContain('refund_failed')
})

test('a deadline that moved leaves no page behind', async () => {
  const { token } = await t.send()
  const id = await t.start(token)
  t.stripe.pay(id)
  await t.comeBack(id)
  t.stripe.dispute(id, 'open')
  await reconcile(t.app)
  const [dispute] = t.stripe.session(id).disputes
  if (dispute) dispute.due_at = '2025-03-20T00:00:00.000Z'
  await reconcile(t.app)
})
