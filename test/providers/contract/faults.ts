import { expect, test } from 'vitest'
import { ProviderError } from '../../../src/ports/payment-provider.ts'
import { type FaultKind, look, newId, newRequest, type Stage, startPaid, stored } from './stage.ts'

const faults: FaultKind[] = ['500', '429', 'timeout', 'lost']
const attempts = 4

/** Whatever happens on the way, asking again makes nothing twice. */
export function testFaults(open: () => Stage): void {
  test.for(faults)('after %s, a checkout asked for again has one page', async (kind, context) => {
    const stage = open()
    if (!stage.fault) return context.skip('nothing goes wrong here')
    const request = newRequest(stage)
    await stage.fault(kind)
    const opened = await persist(() => stage.provider.createCheckout(request))
    if (stage.hostedPages) expect(await stage.hostedPages(request.checkout_id)).toBe(1)
    const checkout = { ...stored(request), ...opened }
    await stage.customer.pay(checkout)
    await look(stage, checkout)
    await stage.customer.settle?.(checkout)
    const { charges } = await look(stage, checkout)
    expect(charges.map(({ amount_minor }) => amount_minor)).toEqual([982_800])
  })

  test.for(faults)('after %s, the truth is told when asked again', async (kind, context) => {
    const stage = open()
    if (!stage.fault) return context.skip('nothing goes wrong here')
    const { checkout, charge } = await startPaid(stage)
    await stage.fault(kind)
    const { charges } = await persist(() => look(stage, checkout))
    expect(charges).toEqual([charge])
  })

  test.for(faults)('after %s, a refund asked for again is made once', async (kind, context) => {
    const stage = open()
    if (!stage.fault) return context.skip('nothing goes wrong here')
    const { checkout, charge } = await startPaid(stage)
    const { provider_payment_id } = charge
    const wanted = { checkout, provider_payment_id, refund_id: newId('ref'), reason: '' }
    await stage.fault(kind)
    await persist(() =>
      stage.provider.refund({ ...wanted, amount_minor: 100_000, currency: 'USD' }),
    )
    const { refunds } = await look(stage, checkout)
    expect(refunds.map(({ amount_minor }) => amount_minor)).toEqual([100_000])
  })
}

/**
 * Asks again after each failure, as the portal does; any failure but "unreachable" is a mistake.
 */
async function persist<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask()
    } catch (error) {
      expect(error).toBeInstanceOf(ProviderError)
      expect(error).toMatchObject({ kind: 'unreachable' })
      if (attempt === attempts) throw error
    }
  }
}
