import type { MethodName } from '../../domain/checkout.ts'
import type { CanCharge } from '../../ports/payment-provider.ts'
import { toStripeAmount } from './amount.ts'

/** Whether Stripe can charge exactly this amount by this method. */
export function canCharge(method: MethodName, amount_minor: number, currency: string): CanCharge {
  if (!(amount_minor > 0)) return { ok: false, reason: 'minimum' }
  // Debits of US bank accounts are in dollars.
  if (method === 'stripe_ach' && currency !== 'USD') return { ok: false, reason: 'currency' }
  const amount = toStripeAmount(amount_minor, currency)
  if (amount === undefined) return { ok: false, reason: 'currency' }
  if (amount < (minimums[currency] ?? usualMinimum)) return { ok: false, reason: 'minimum' }
  return amount > maximum ? { ok: false, reason: 'maximum' } : { ok: true }
}

/**
 * In Stripe's minor units. Other currencies are compared with what the account settles in, at the
 * rate of the day, which only Stripe knows.
 */
const minimums: Record<string, number> = {
  AED: 200,
  CZK: 1500,
  DKK: 250,
  GBP: 30,
  HKD: 400,
  HUF: 17_500,
  MXN: 1000,
  MYR: 200,
  NOK: 300,
  PLN: 200,
  RON: 200,
  SEK: 300,
  THB: 1000,
}
const usualMinimum = 50

/** Eight digits, whatever the currency. */
const maximum = 99_999_999
