import { expect, test } from 'vitest'
import { type Stage, startPaid } from './stage.ts'

const amounts = [
  { currency: 'USD', amount_minor: 1_234_567 },
  { currency: 'USD', amount_minor: 101 },
  { currency: 'EUR', amount_minor: 99_999 },
  { currency: 'JPY', amount_minor: 5_003 },
  { currency: 'KWD', amount_minor: 12_340 },
  { currency: 'KWD', amount_minor: 12_345 },
]

/** Nothing is rounded: an amount is charged exactly, or not offered at all. */
export function testAmounts(open: () => Stage): void {
  test.each(amounts)('$amount_minor $currency is exact or refused', async (amount) => {
    const stage = open()
    const { amount_minor, currency } = amount
    const can = stage.provider.canCharge(stage.method, amount_minor, currency)
    if (!can.ok) return expect(['currency', 'minimum', 'maximum']).toContain(can.reason)
    const { charge } = await startPaid(stage, amount)
    expect(charge).toMatchObject(amount)
  })

  test('nothing, less than nothing and fractions cannot be charged', () => {
    const { provider, method } = open()
    for (const amount of [0, -1, -982_800, 0.5, Number.NaN]) {
      expect(provider.canCharge(method, amount, 'USD')).toMatchObject({ ok: false })
    }
    expect(provider.canCharge(method, Number.MAX_SAFE_INTEGER, 'USD')).toMatchObject({ ok: false })
    expect(provider.canCharge(method, 1000, 'XXX')).toMatchObject({ ok: false })
  })
}
