import { afterEach, beforeEach, expect, test } from 'vitest'
import type { EventType } from '../../src/domain/event.ts'
import { listRefunds } from '../../src/store/refunds.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { processWebhooks } from '../../src/usecases/process-webhooks.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { crashingApp, passLeases, untilCrash } from '../support/crashing.ts'
import { actions, openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeEach(async () => {
  t = await openPaying()
})
afterEach(() => t.close())

/** Each step of `work` is once the last one; ends when it comes through. */
async function atEachStep(
  work: (dying: ReturnType<typeof actions>, app: Paying['app'], fatal: number) => Promise<void>,
  after: () => Promise<void>,
): Promise<number> {
  for (let fatal = 1; ; fatal++) {
    const dying = crashingApp(t.app, fatal)
    const how = await untilCrash(() => work(actions(dying.app), dying.app, fatal))
    await passLeases(t.app)
    await after()
    if (how === 'ended') {
      expect(await t.problems()).toEqual([])
      return fatal
    }
    expect(fatal).toBeLessThan(100)
  }
}

/** The books say what the providers' books say, each payment has one receipt, and all is settled. */
async function expectBooksEqual(number: string, providerHas: number): Promise<void> {
  await reconcile(t.app)
  const { ledger, receipts } = await t.document(number)
  const booked = ledger.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
  expect(booked).toBe(providerHas)
  expect(receipts).toHaveLength(ledger.filter(({ kind }) => kind === 'payment').length)
  expect((await reconcile(t.app)).items).toEqual([])
  await refreshStalePages(t.app)
}

async function countEvents(number: string, type: EventType): Promise<number> {
  const { events } = await showTimeline(t.app, number)
  return events.filter((event) => event.type === type).length
}

test.each(['stripe', 'paypal'] as const)(
  'killed at any step from click to receipt (%s), the books are right after reconcile',
  async (name) => {
    const provider = t[name]
    const method = name === 'stripe' ? 'stripe_card' : 'paypal'
    let sent = await t.send()
    let before = provider.balance()
    const pay = (id: string) => {
      const session = provider.session(id)
      if (name === 'paypal') session.agreed = true
      else if (session.charges.length === 0) provider.pay(id)
    }
    const steps = await atEachStep(
      async (dying) => {
        const id = await dying.start(sent.token, { method })
        pay(id)
        await dying.comeBack(id)
      },
      async () => {
        /* The customer tries again, and pays unless the page says that it is paid. */
        const again = await t.click(sent.token, { method })
        if (again.status === 'started') {
          pay(again.id)
          expect(await t.comeBack(again.id)).toBe('paid')
        }
        expect(provider.balance() - before).toBe(10_000)
        await expectBooksEqual(sent.number, 10_000)
        expect(await countEvents(sent.number, 'checkout_opened')).toBe(1)
        sent = await t.send()
        before = provider.balance()
      },
    )
    expect(steps).toBeGreaterThan(10)
  },
)

/** The next invoice that is paid, and its payment. */
async function payNext(): Promise<{ number: string; payment: string }> {
  const { number, token } = await t.send()
  const id = await t.start(token)
  t.stripe.pay(id)
  await t.comeBack(id)
  return { number, payment: (await t.document(number)).ledger[0]?.id ?? '' }
}

test('killed at any step of a refund, it is made once and booked once', async () => {
  let paid = await payNext()
  await atEachStep(
    async (_, app) => {
      const { payment } = paid
      await refundPayment(app, { payment, amount: '30.00', reason: 'a scratch' })
    },
    async () => {
      await reconcile(t.app)
      const document = await t.document(paid.number)
      const [refund] = await listRefunds(t.app.db.read, { document_id: document.id })
      /* Killed before it was noted it never was. */
      const made = t.stripe.session(String(document.ledger[0]?.checkout_id)).refunds
      expect(made).toHaveLength(refund ? 1 : 0)
      if (refund) expect(refund).toMatchObject({ state: 'succeeded', amount_minor: 3_000 })
      await expectBooksEqual(paid.number, refund ? 7_000 : 10_000)
      paid = await payNext()
    },
  )
})

test('killed at any step of a refund that fails, the timeline says once that it did', async () => {
  const original = t.stripe.refund
  t.stripe.refund = async (request) => {
    await original(request)
    const made = t.stripe.session(request.checkout.checkout_id).refunds[0]
    if (!made) throw new Error('no refund')
    made.state = 'failed'
    return { ...made }
  }
  let paid = await payNext()
  await atEachStep(
    async (_, app) => {
      await refundPayment(app, { payment: paid.payment }).catch((error) => {
        if (error.code !== 'provider_error') throw error
      })
    },
    async () => {
      await reconcile(t.app)
      const asked = await countEvents(paid.number, 'refund_requested')
      expect(await countEvents(paid.number, 'refund_failed')).toBe(asked)
      await expectBooksEqual(paid.number, 10_000)
      paid = await payNext()
    },
  )
})

test('killed at any step of closing for an edit, nothing paid is lost', async () => {
  let sent = await t.send()
  let id = await t.start(sent.token)
  let before = t.stripe.balance()
  await atEachStep(
    async (_, app, fatal) => {
      /* Every other customer pays in the last moment. */
      if (fatal % 2 === 0) t.stripe.pay(id)
      await editDocument(app, { number: sent.number, changes: { notes: 'later' } }).catch(
        (error) => {
          if (error.code !== 'wrong_state') throw error
        },
      )
    },
    async () => {
      await expectBooksEqual(sent.number, t.stripe.balance() - before)
      sent = await t.send()
      id = await t.start(sent.token)
      before = t.stripe.balance()
    },
  )
})

test('killed at any step of a webhook, it is looked at again', async () => {
  let sent = await t.send()
  let id = await t.start(sent.token)
  const next = async () => {
    sent = await t.send()
    id = await t.start(sent.token)
    t.stripe.pay(id)
  }
  t.stripe.pay(id)
  await atEachStep(
    async (dying) => {
      await dying.tell('stripe', { event_id: `evt_${id}`, checkout_id: id })
    },
    async () => {
      await t.tell('stripe', { event_id: `evt_${id}`, checkout_id: id }, false)
      await processWebhooks(t.app)
      expect((await t.document(sent.number)).ledger).toHaveLength(1)
      await expectBooksEqual(sent.number, 10_000)
      await next()
    },
  )
})
