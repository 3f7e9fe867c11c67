import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { documentJson } from '../../src/domain/document-json.ts'
import { returnKey } from '../../src/domain/return-key.ts'
import { standing } from '../../src/domain/standing.ts'
import { openApp } from '../../src/open-app.ts'
import { listCheckouts } from '../../src/store/checkouts.ts'
import { finishCheckout } from '../../src/usecases/finish-checkout.ts'
import { handOver } from '../../src/usecases/hand-over.ts'
import { openReceipt } from '../../src/usecases/open-receipt.ts'
import { receiptUrls } from '../../src/usecases/receipt-links.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { showPayPage } from '../../src/usecases/show-pay-page.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { actions, openPaying, type Paying } from '../support/paying.ts'

let t: Paying
let token: string

beforeEach(async () => {
  t = await openPaying({ config: { payments: { partial: { enabled: true, minimum: '10.00' } } } })
  token = (await t.send()).token
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const story = async (number = 'INV-001') =>
  (await showTimeline(t.app, number)).events.map(({ type }) => type)
const due = async (number = 'INV-001') => balance(await t.document(number)).amount_due_now_minor

describe('a card payment', () => {
  test('is booked when the customer comes back, with a receipt, and two calls to the provider', async () => {
    const id = await t.start(token)
    const go = await handOver(t.app, { id })
    const url = `https://stripe.example/${t.stripe.session(id).id}`
    expect(go).toMatchObject({ status: 'go', page: { url, amount_minor: 10_000, test: true } })
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('paid')
    expect(t.stripe.calls).toEqual(['create', 'fetch'])
    const document = await t.document()
    expect(document.ledger).toMatchObject([
      {
        kind: 'payment',
        amount_minor: 10_000,
        provider: 'stripe',
        method: 'stripe_card',
        checkout_id: id,
        on: '2025-01-15',
      },
    ])
    expect(document.receipts).toMatchObject([{ number: 'RCT-0001', revoked: false }])
    expect(await t.mails()).toEqual(['receipt', 'paid'])
    expect((await story()).slice(-3)).toEqual([
      'checkout_opened',
      'mail_queued',
      'payment_received',
    ])
    expect(await handOver(t.app, { id })).toMatchObject({
      status: 'over',
      page: { outcome: 'paid', path: null, receipt: null },
    })
  })

  test('shows in the JSON with its receipt, whose link opens', async () => {
    const id = await t.start(token)
    t.stripe.pay(id)
    await t.comeBack(id)
    const customer = { id: '', name: '', email: '' }
    const json = documentJson(await t.document(), customer, '2025-01-15', receiptUrls(t.app))
    expect(json).toMatchObject({ state: 'paid', paid_minor: 10_000, balance_due_minor: 0 })
    const receipt = json.payments[0]?.receipt
    expect(receipt).toMatchObject({ number: 'RCT-0001', url: expect.stringContaining('/r/') })
    const opened = await openReceipt(t.app, { token: receipt?.url?.split('/r/')[1] ?? '' })
    expect(opened).toMatchObject({ status: 'page' })
    if (opened.status === 'page') expect(opened.html.toString()).toContain('RCT-0001')
  })

  test('that is declined leaves the page open, and can be made after all', async () => {
    const id = await t.start(token)
    expect(await t.comeBack(id, true)).toBe('not_finished')
    t.stripe.session(id).charges.push({
      provider_payment_id: 'ch_1',
      state: 'failed',
      amount_minor: 10_000,
      currency: 'USD',
      fee_minor: null,
      at: '2025-01-15T15:00:00.000Z',
      failure: 'card declined',
    })
    expect(await t.comeBack(id)).toBe('declined')
    expect(await t.start(token)).toBe(id)
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('paid')
    expect(await t.mails()).toEqual(['receipt', 'paid'])
  })

  test('is being confirmed while the provider has not heard of it', async () => {
    const id = await t.start(token)
    expect(await t.comeBack(id)).toBe('confirming')
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('paid')
  })

  test('whose truth cannot be had says so, and is booked later', async () => {
    const id = await t.start(token)
    t.stripe.pay(id)
    t.stripe.failNext('fetch', 'before')
    expect(await t.comeBack(id)).toBe('unreachable')
    expect((await t.document()).ledger).toEqual([])
    expect(await t.comeBack(id)).toBe('paid')
  })

  test('is asked about only with the right key', async () => {
    const id = await t.start(token)
    t.stripe.pay(id)
    const stranger = { id, k: returnKey(t.app.linkKey, 'co_other'), canceled: false }
    expect(await finishCheckout(t.app, stranger)).toEqual({ status: 'unknown' })
    expect(await finishCheckout(t.app, { ...stranger, k: '' })).toEqual({ status: 'unknown' })
    expect((await t.document()).ledger).toEqual([])
  })
})

describe('a bank payment', () => {
  test('is on its way, keeps anything else from being asked for, and arrives', async () => {
    const id = await t.start(token, { method: 'stripe_ach' })
    t.stripe.begin(id)
    expect(await t.comeBack(id)).toBe('processing')
    const pending = await t.document()
    expect(pending).toMatchObject({ pending_minor: 10_000, ledger: [] })
    expect(standing(pending, '2025-01-16')).toMatchObject({ flags: ['payment_pending'] })
    expect(await showPayPage(t.app, { kind: 'invoice', token })).toMatchObject({
      offer: 'processing',
    })
    expect(await t.mails()).toEqual([])
    t.stripe.end(id, 'succeeded')
    expect(await t.comeBack(id)).toBe('processing')
    expect(await reconcile(t.app)).toMatchObject({ items: [{ found: 'payment' }] })
    expect(await t.document()).toMatchObject({ pending_minor: 0, ledger: [{ kind: 'payment' }] })
    expect(await t.mails()).toEqual(['receipt', 'paid'])
  })

  test('that fails is told to the owner, and can be paid another way', async () => {
    const id = await t.start(token, { method: 'stripe_ach' })
    t.stripe.begin(id)
    await t.comeBack(id)
    t.stripe.end(id, 'failed')
    expect(await reconcile(t.app)).toMatchObject({ changed: 1, items: [{ found: 'failed' }] })
    expect(await t.document()).toMatchObject({
      pending_minor: 0,
      failed_payment: { amount_minor: 10_000 },
    })
    expect(await t.mails()).toEqual(['payment_failed'])
    expect(await due()).toBe(10_000)
    const again = await t.start(token)
    t.stripe.pay(again)
    expect(await t.comeBack(again)).toBe('paid')
    expect(await t.document()).toMatchObject({ failed_payment: null })
  })
})

describe('PayPal', () => {
  test('collects what the customer agreed to, once it is seen to be due', async () => {
    const id = await t.start(token, { method: 'paypal' })
    t.paypal.session(id).agreed = true
    expect(await t.comeBack(id)).toBe('paid')
    expect(t.paypal.calls).toEqual(['create', 'fetch'])
    expect(t.paypal.balance()).toBe(10_000)
  })

  test('collects nothing that was paid otherwise meanwhile', async () => {
    const id = await t.start(token, { method: 'paypal' })
    t.paypal.session(id).agreed = true
    t.paypal.failNext('expire', 'before')
    await recordPayment(t.app, { number: 'INV-001', amount: '100.00', method: 'cash' })
    expect(await t.comeBack(id)).toBe('already_paid')
    expect(t.paypal.balance()).toBe(0)
  })

  test('collects nothing for what was closed here', async () => {
    const old = await t.start(token, { method: 'paypal' })
    t.paypal.session(old).agreed = true
    const id = await t.start(token)
    expect(await t.comeBack(old)).toBe('not_finished')
    expect(t.paypal.balance()).toBe(0)
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('paid')
  })
})

describe('one page a document', () => {
  test('the same amount and method find the page that is open', async () => {
    const id = await t.start(token)
    expect(await t.start(token)).toBe(id)
    expect(t.stripe.calls).toEqual(['create'])
  })

  test('another one closes it at the provider first', async () => {
    const first = await t.start(token)
    const second = await t.start(token, { amount_choice: 'custom', amount: '40.00' })
    const third = await t.start(token, { method: 'stripe_ach' })
    expect(t.stripe.sessions.map(({ state }) => state)).toEqual(['expired', 'expired', 'open'])
    const states = (await listCheckouts(t.app.db.read)).map(({ id, state }) => [id, state])
    expect(states).toEqual([
      [first, 'expired'],
      [second, 'expired'],
      [third, 'open'],
    ])
  })

  test('one that was paid there meanwhile is booked, and nothing more is asked for', async () => {
    const first = await t.start(token)
    t.stripe.pay(first)
    const second = await t.click(token, { method: 'stripe_ach' })
    expect(second).toMatchObject({ status: 'not_payable', offer: 'already_paid' })
    expect((await t.document()).ledger).toHaveLength(1)
  })

  test('one whose provider does not answer stays in the way', async () => {
    const first = await t.start(token)
    t.stripe.failNext('expire', 'before')
    const second = await t.click(token, { method: 'paypal' })
    expect(second).toMatchObject({ status: 'unreachable', reference: 'req_lost' })
    expect(await t.start(token)).toBe(first)
  })

  test('50 clicks at once open one', async () => {
    t.stripe.wait = () => new Promise((resolve) => setTimeout(resolve, 100))
    const clicks = await Promise.all(Array.from({ length: 50 }, () => t.start(token)))
    expect(new Set(clicks).size).toBe(1)
    expect(t.stripe.calls).toEqual(['create'])
  })

  test('50 clicks at two processes open one', async () => {
    const other = await openApp({ dir: t.dir, env: {}, overrides: { clock: t.app.clock } })
    other.providers = t.app.providers
    t.stripe.wait = () => new Promise((resolve) => setTimeout(resolve, 100))
    const clicks = Array.from({ length: 50 }, (_, index) =>
      (index % 2 ? actions(other) : t).start(token),
    )
    expect(new Set(await Promise.all(clicks)).size).toBe(1)
    expect(t.stripe.calls).toEqual(['create'])
    await other.close()
  })

  test('a dozen clicks at once for different amounts leave one that can be paid', async () => {
    const amounts = Array.from({ length: 12 }, (_, index) => `${20 + index}.00`)
    const clicks = await Promise.all(
      amounts.map((amount) => t.click(token, { amount_choice: 'custom', amount })),
    )
    expect(clicks.filter(({ status }) => status === 'started').length).toBeGreaterThan(0)
    expect(t.stripe.sessions.filter(({ state }) => state === 'open')).toHaveLength(1)
    const open = await listCheckouts(t.app.db.read, { states: ['open'] })
    expect(open).toHaveLength(1)
  })

  test('a lost answer is asked for again under the same key', async () => {
    t.stripe.failNext('create', 'after')
    expect(await t.click(token)).toMatchObject({ status: 'unreachable', reference: 'req_lost' })
    await t.start(token)
    expect(t.stripe.calls).toEqual(['create', 'create'])
    expect(t.stripe.sessions).toHaveLength(1)
  })

  test('and in the words of the first time, whatever is read meanwhile', async () => {
    t.stripe.failNext('create', 'after')
    expect(await t.click(token, {}, 'de')).toMatchObject({ status: 'unreachable' })
    expect(await t.click(token, {}, 'fr')).toMatchObject({ status: 'started' })
    expect(await t.click(token)).toMatchObject({ status: 'started' })
    expect(t.stripe.calls).toEqual(['create', 'create'])
    expect(t.stripe.sessions.map(({ request }) => request.locale)).toEqual(['de-US'])
  })

  test('what a provider refuses is over, and another way is free', async () => {
    t.stripe.failNext('create', 'before', 'refused')
    expect(await t.click(token)).toMatchObject({ status: 'unreachable' })
    await t.start(token, { method: 'paypal' })
    const states = (await listCheckouts(t.app.db.read)).map(({ state }) => state)
    expect(states).toEqual(['canceled', 'open'])
  })
})

describe('the form', () => {
  test.each([
    [{ amount: '-5' }, 'not_positive'],
    [{ amount: '0' }, 'not_positive'],
    [{ amount: '' }, 'missing'],
    [{ amount: '1e9' }, 'not_an_amount'],
    [{ amount: '５０' }, 'not_an_amount'],
    [{ amount: '50.001' }, 'too_many_digits'],
    [{ amount: '100.01' }, 'too_much'],
    [{ amount: '99999999999999999999' }, 'too_much'],
    [{ amount: '9.99' }, 'too_little'],
    [{ amount: '95.00' }, 'leaves_too_little'],
    [{ amount: '50', amount_choice: '' }, 'missing'],
    [{ amount: '50', method: '' }, 'missing'],
    [{ amount: '50', method: 'square_card' }, 'not_offered'],
  ])('refuses %o as %s', async (form, code) => {
    const refused = await t.click(token, { amount_choice: 'custom', ...form })
    expect(refused).toMatchObject({ status: 'invalid', problems: [{ code }] })
    expect(t.stripe.calls).toEqual([])
  })

  test('takes a part, and then the rest', async () => {
    const id = await t.start(token, { amount_choice: 'custom', amount: '40.00' })
    t.stripe.pay(id)
    expect(await t.comeBack(id)).toBe('paid')
    expect(await due()).toBe(6_000)
    const rest = await t.start(token)
    expect(t.stripe.session(rest).request.amount_minor).toBe(6_000)
    t.stripe.pay(rest)
    expect(await t.comeBack(rest)).toBe('paid')
    expect(balance(await t.document()).balance_due_minor).toBe(0)
    expect((await t.document()).receipts.map(({ number }) => number)).toEqual([
      'RCT-0001',
      'RCT-0002',
    ])
  })

  test('takes nothing through a link for viewing only', async () => {
    const { url } = await shareDocument(t.app, { number: 'INV-001', view_only: true })
    const view = url.split('/').at(-1) ?? ''
    expect(await t.click(view)).toMatchObject({ status: 'not_payable', offer: 'offline' })
  })

  test('takes nothing where the document is not to be paid online', async () => {
    const { token: offline } = await t.send({ online_pay: false })
    expect(await t.click(offline)).toMatchObject({ status: 'not_payable', offer: 'offline' })
  })
})
