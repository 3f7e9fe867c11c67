import { expect, test } from 'vitest'
import { ProviderError } from '../../../src/ports/payment-provider.ts'
import { look, newRequest, type Stage, start, startPaid, stored } from './stage.ts'

/** From Pay now to the money, and all the ways in which it does not come. */
export function testPaying(open: () => Stage): void {
  test('a new checkout has a page, and is open', async () => {
    const stage = open()
    const checkout = await start(stage)
    expect(checkout.url).toMatch(/^https?:\/\//)
    expect(checkout.provider_checkout_id).not.toBe('')
    const truth = await look(stage, checkout)
    expect(truth).toMatchObject({ state: 'open', reference: checkout.checkout_id })
    expect(truth).toMatchObject({ charges: [], refunds: [], disputes: [] })
    expect(truth.account).not.toBe('')
    expect(truth.live).toBe(false)
  })

  test('what was paid is told to the cent, twice the same', async () => {
    const stage = open()
    const { checkout, charge } = await startPaid(stage)
    expect(charge).toMatchObject({ amount_minor: 982_800, currency: 'USD', failure: '' })
    expect(charge.provider_payment_id).not.toBe('')
    expect(Math.abs(Date.parse(charge.at) - Date.now())).toBeLessThan(60_000)
    expect(charge.fee_minor === null || charge.fee_minor > 0).toBe(true)
    const truth = await look(stage, checkout)
    expect(truth).toMatchObject({ state: 'succeeded', reference: checkout.checkout_id })
    expect(truth.charges).toEqual([charge])
  })

  test('the account is the one that check names', async () => {
    const stage = open()
    const { account, live } = await look(stage, await start(stage))
    const { at, ...named } = await stage.provider.check()
    expect(named).toEqual({ account, live })
    expect(Math.abs(Date.parse(at ?? '') - Date.now())).toBeLessThan(60_000)
  })

  test('the same checkout asked for twice, also at once, has one page', async () => {
    const stage = open()
    const request = newRequest(stage)
    const first = await stage.provider.createCheckout(request)
    const again = await Promise.allSettled([1, 2].map(() => stage.provider.createCheckout(request)))
    for (const result of again) {
      if (result.status === 'fulfilled') expect(result.value).toEqual(first)
      else expect(result.reason).toMatchObject({ name: 'ProviderError', kind: 'unreachable' })
    }
    if (stage.hostedPages) expect(await stage.hostedPages(request.checkout_id)).toBe(1)
  })

  test('a declined payment leaves it open, and the next one is taken', async (context) => {
    const stage = open()
    if (!stage.customer.decline) return context.skip('nothing is declined here')
    const checkout = await start(stage)
    await stage.customer.decline(checkout)
    const declined = await look(stage, checkout)
    expect(declined.state).toBe('open')
    expect(declined.charges.filter(({ state }) => state !== 'failed')).toEqual([])
    await stage.customer.pay(checkout)
    await look(stage, checkout)
    await stage.customer.settle?.(checkout)
    const paid = await look(stage, checkout)
    expect(paid.state).toBe('succeeded')
    expect(paid.charges.filter(({ state }) => state === 'succeeded')).toHaveLength(1)
  })

  test('who leaves the page has paid nothing and may come back', async (context) => {
    const stage = open()
    if (!stage.customer.cancel) return context.skip('nobody can leave here')
    const checkout = await start(stage)
    await stage.customer.cancel(checkout)
    expect((await look(stage, checkout)).charges).toEqual([])
    await stage.customer.pay(checkout)
    await look(stage, checkout)
    await stage.customer.settle?.(checkout)
    expect((await look(stage, checkout)).state).toBe('succeeded')
  })

  test('money on its way is processing until it comes in', async (context) => {
    const stage = open()
    if (!stage.customer.settle) return context.skip('it comes in at once')
    const checkout = await start(stage)
    await stage.customer.pay(checkout)
    const waiting = await look(stage, checkout)
    expect(waiting.state).toBe('processing')
    expect(waiting.charges).toMatchObject([{ state: 'processing', amount_minor: 982_800 }])
    await stage.customer.settle(checkout)
    const settled = await look(stage, checkout)
    expect(settled.state).toBe('succeeded')
    expect(settled.charges).toMatchObject([{ state: 'succeeded', amount_minor: 982_800 }])
  })

  test('money on its way may not arrive, and it is said why', async (context) => {
    const stage = open()
    if (!stage.customer.fail) return context.skip('it comes in at once')
    const checkout = await start(stage)
    await stage.customer.pay(checkout)
    await look(stage, checkout)
    await stage.customer.fail(checkout)
    const truth = await look(stage, checkout)
    expect(truth.state).toBe('failed')
    expect(truth.charges).toMatchObject([{ state: 'failed' }])
    expect(truth.charges[0]?.failure).not.toBe('')
  })

  test('nobody pays on a page that was closed', async () => {
    const stage = open()
    const checkout = await start(stage)
    await stage.provider.expireCheckout(checkout)
    await stage.provider.expireCheckout(checkout)
    await stage.customer.pay(checkout).catch(() => {})
    // PayPal's order lives on until it is captured, which is up to us.
    const truth = await stage.provider.fetchCheckout(checkout, { capture: false })
    expect(truth.charges).toEqual([])
    expect(['open', 'expired', 'canceled']).toContain(truth.state)
  })

  test('closing the page of a paid checkout changes nothing', async () => {
    const stage = open()
    const { checkout, charge } = await startPaid(stage)
    await stage.provider.expireCheckout(checkout)
    expect((await look(stage, checkout)).charges).toEqual([charge])
  })

  test('a checkout that never was is refused', async () => {
    const stage = open()
    const stranger = { ...stored(newRequest(stage)), provider_checkout_id: 'unknown1', refs: {} }
    const failure = await look(stage, stranger).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ProviderError)
    expect(failure).toMatchObject({ kind: 'refused' })
  })
}
