/** Disputes of which only a webhook tells: Square's of fresh payments, PayPal's without the right to ask. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { openApp } from '../../src/open-app.ts'
import { findCheckout } from '../../src/store/checkouts.ts'
import { listDisputes } from '../../src/store/disputes.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { processWebhooks } from '../../src/usecases/process-webhooks.ts'
import { receiveWebhook } from '../../src/usecases/receive-webhook.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { type PaypalDouble, paypalSecrets, scopeOf, startPaypal } from '../doubles/paypal.ts'
import type { Delivery } from '../doubles/provider-double.ts'
import { type SquareDouble, squareSecrets, startSquare } from '../doubles/square.ts'
import { actions } from '../support/paying.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let square: SquareDouble
let paypal: PaypalDouble
let t: TestApp
let app: App

beforeEach(async () => {
  square = await startSquare('http://127.0.0.1:4180/webhooks/square')
  paypal = await startPaypal()
  paypal.door.scope = scopeOf(['payments/payment'])
  const payments = {
    square: { enabled: true, ...squareSecrets, api_base: square.double.url },
    paypal: { enabled: true, ...paypalSecrets, api_base: paypal.double.url },
  }
  t = await openTestApp({ payments }, new Date().toISOString())
  app = t.app
  await createCustomer(app, { name: 'John Smith', email: 'john@example.com' })
})
afterEach(async () => {
  const { problems } = await verifyWorkspace(app)
  await app.close()
  await t.close().catch(() => {})
  await square.double.close()
  await paypal.double.close()
  expect(problems).toEqual([])
})

const squareSide = () => ({
  method: 'square_card' as const,
  double: square.double,
  pay: (id: string) => square.location.pay(id),
  dispute: (id: string) => square.location.dispute(id),
  close: (id: string, outcome: 'won' | 'lost') => square.location.closeDispute(id, outcome),
})
const paypalSide = () => ({
  method: 'paypal' as const,
  double: paypal.double,
  pay: (id: string) => paypal.account.approve(id, 'paid'),
  dispute: (id: string) => paypal.account.dispute(id),
  close: (id: string, outcome: 'won' | 'lost') => paypal.account.closeDispute(id, outcome),
})

describe.each([
  ['square', squareSide],
  ['paypal', paypalSide],
] as const)('a dispute of which only a webhook of %s tells', (name, side) => {
  /** A checkout that was paid at the provider; whether it is booked is up to the test. */
  async function pay(): Promise<{ id: string; there: string }> {
    const { send, start } = actions(app)
    const { token } = await send()
    const id = await start(token, { method: side().method })
    const there = (await findCheckout(app.db.read, id))?.provider_checkout_id ?? ''
    side().pay(there)
    return { id, there }
  }

  /** PayPal's money comes when it is asked for, and the answer may get lost. */
  function collect(there: string): void {
    const order = paypal.account.orders.get(there)
    if (order) paypal.account.capture(order)
  }

  /** What the provider sends while something happens there. */
  function sentBy(act: () => void): Delivery[] {
    const { deliveries } = side().double
    const before = deliveries.length
    act()
    return deliveries.slice(before)
  }

  async function deliver(deliveries: Delivery[]): Promise<string[]> {
    const answers: string[] = []
    for (const delivery of deliveries) {
      answers.push((await receiveWebhook(app, name, delivery)).status)
    }
    return answers
  }

  /** The process ends after it stored what came, and another begins. */
  async function restart(): Promise<void> {
    await app.close()
    const clock = { now: () => new Date() }
    app = await openApp({ dir: t.dir, env: {}, overrides: { clock } })
  }

  const state = async () => (await listDisputes(app.db.read)).map((dispute) => dispute.state)

  test('is booked by reconcile after a restart', async () => {
    const { id, there } = await pay()
    await actions(app).comeBack(id)
    expect(await deliver(sentBy(() => side().dispute(there)))).toEqual(['stored'])
    await restart()
    expect((await reconcile(app)).items).toMatchObject([{ found: 'dispute' }])
    expect(await state()).toEqual(['open'])
    expect((await reconcile(app)).items).toEqual([])
    await processWebhooks(app)
    expect(await state()).toEqual(['open'])
  })

  test('is booked with its payment, which nobody had told of', async () => {
    const { there } = await pay()
    collect(there)
    await deliver(sentBy(() => side().dispute(there)))
    await processWebhooks(app)
    await restart()
    await reconcile(app)
    expect(await state()).toEqual(['open'])
  })

  test('stays decided, in whatever order it is told', async () => {
    const { id, there } = await pay()
    await actions(app).comeBack(id)
    const told = sentBy(() => {
      side().dispute(there)
      side().close(there, 'lost')
    })
    await deliver(told.reverse())
    await restart()
    await reconcile(app)
    expect(await state()).toEqual(['lost'])
    await processWebhooks(app)
    expect((await reconcile(app)).items).toEqual([])
    expect(await state()).toEqual(['lost'])
  })

  test('is not believed from a stranger', async () => {
    const { id, there } = await pay()
    await actions(app).comeBack(id)
    const [told] = sentBy(() => side().dispute(there))
    if (!told) throw new Error('nothing was sent')
    const raw = Buffer.from(told.raw.toString('utf8').replace('"id":"', '"id":"X'))
    expect(await deliver([{ ...told, raw }])).toEqual(['forged'])
    const rows = await app.db.read.selectFrom('webhook_events').select('id').execute()
    expect(rows).toEqual([])
    await restart()
    expect((await reconcile(app)).items).toEqual([])
    expect(await state()).toEqual([])
  })

  test('of a payment that is not ours changes nothing', async () => {
    const [ours, other] = [await pay(), await pay()]
    await actions(app).comeBack(ours.id)
    collect(other.there)
    await deliver(sentBy(() => side().dispute(other.there)))
    await actions(app).comeBack(ours.id)
    expect(await state()).toEqual([])
  })
})
