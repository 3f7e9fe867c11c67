import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import type { Tax } from '../../src/domain/document.ts'
import { fromMinor } from '../../src/domain/money.ts'
import type { PayOptions } from '../../src/domain/payable.ts'
import { showPayPage } from '../../src/usecases/show-pay-page.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeAll(async () => {
  t = await openPaying({ config: { payments: { partial: { enabled: true, minimum: '1.00' } } } })
})
afterAll(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const digits = { USD: 2, EUR: 2, JPY: 0, KWD: 3 } as const

const item = (currency: keyof typeof digits) =>
  fc.record({
    description: fc.constant('Work'),
    quantity: fc.integer({ min: 1, max: 99_999 }).map((n) => (n / 1000).toFixed(3)),
    unit_price: fc
      .integer({ min: 1, max: 9_999_999 })
      .map((n) => (n / 10 ** digits[currency]).toFixed(digits[currency])),
    discount: fc.option(
      fc.integer({ min: 0, max: 60 }).map((percent) => ({ percent: `${percent}` })),
    ),
  })

const draft = fc
  .constantFrom(...(Object.keys(digits) as (keyof typeof digits)[]))
  .chain((currency) =>
    fc.record({
      currency: fc.constant(currency),
      items: fc.array(item(currency), { minLength: 1, maxLength: 4 }),
      taxes: fc.constantFrom<Tax[]>([], [{ id: 'T', name: 'Tax', rate: '8.875' }]),
      prices_include_tax: fc.boolean(),
    }),
  )

/** A part of what may be chosen, by a share of it in thousandths; all of it when nothing else may. */
function partOf({ due_minor, custom }: PayOptions, share: number): number {
  if (custom === null) return due_minor
  const room = due_minor - 2 * custom.least_minor
  return custom.least_minor + Math.floor((room * share) / 1000)
}

test('whatever it comes to, paid in whatever parts, exactly nothing is left', async () => {
  const shares = fc.array(fc.integer({ min: 0, max: 999 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(draft, shares, async (content, parts) => {
      const { number, token } = await t.send(content)
      for (const share of [...parts, null]) {
        const shown = await showPayPage(t.app, { kind: 'invoice', token })
        if (shown.status !== 'page' || typeof shown.offer === 'string') break
        const { offer } = shown
        const minor = share === null ? offer.due_minor : partOf(offer, share)
        const form =
          minor === offer.due_minor
            ? {}
            : { amount_choice: 'custom', amount: fromMinor(minor, content.currency) }
        const id = await t.start(token, form)
        expect(t.stripe.session(id).request).toMatchObject({ amount_minor: minor })
        t.stripe.pay(id)
        expect(await t.comeBack(id)).toBe('paid')
        const left = balance(await t.document(number)).balance_due_minor
        expect(left).toBe(offer.due_minor - minor)
        expect(left).toBeGreaterThanOrEqual(0)
      }
      const { balance_due_minor, paid_minor } = balance(await t.document(number))
      expect(balance_due_minor).toBe(0)
      expect(paid_minor).toBe((await t.document(number)).totals.total_minor)
    }),
    { numRuns: 40 },
  )
})
