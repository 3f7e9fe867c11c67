/** Keys of test mode are replaced by live ones, or the other way round, while checkouts are on their way. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { findCheckout } from '../../src/store/checkouts.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying
let token: string
let id: string

beforeEach(async () => {
  t = await openPaying()
  token = (await t.send()).token
  id = await t.start(token)
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const state = async (checkout = id) => (await findCheckout(t.app.db.read, checkout))?.state

test('after going live nobody is led to a page of test mode, nor kept from paying by it', async () => {
  t.stripe.live = true
  const fresh = await t.start(token)
  expect(fresh).not.toBe(id)
  expect(await state()).toBe('canceled')
  t.stripe.pay(fresh)
  expect(await t.comeBack(fresh)).toBe('paid')
  expect((await t.document()).ledger).toHaveLength(1)
})

test('test money that was on its way is not waited for any more', async () => {
  t.stripe.begin(id)
  expect(await t.comeBack(id)).toBe('processing')
  t.stripe.live = true
  expect((await reconcile(t.app)).items).toMatchObject([{ found: 'failed' }])
  expect(await state()).toBe('failed')
  expect(balance(await t.document()).amount_due_now_minor).toBe(10_000)
})

test('what was paid in test mode is not asked about with live keys', async () => {
  t.stripe.pay(id)
  await t.comeBack(id)
  const { ledger } = await t.document()
  t.stripe.live = true
  expect(await reconcile(t.app)).toMatchObject({ unreachable: 0, items: [], needs_review: 0 })
  expect((await t.document()).ledger).toEqual(ledger)
})

test('what was begun with live keys is left as it is while there are only those of test mode', async () => {
  t.stripe.live = true
  const real = await t.start(token)
  t.stripe.begin(real)
  expect(await t.comeBack(real)).toBe('processing')
  t.stripe.live = false
  expect(await reconcile(t.app)).toMatchObject({ unreachable: 0, items: [] })
  expect(await state(real)).toBe('processing')
  t.stripe.live = true
  t.stripe.end(real, 'succeeded')
  expect((await reconcile(t.app)).items).toMatchObject([{ found: 'payment' }])
})
