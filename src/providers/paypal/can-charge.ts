import type { CanCharge } from '../../ports/payment-provider.ts'
import { toPaypalMoney } from './money.ts'

/** Whether PayPal can charge exactly this amount. */
export function canCharge(amount_minor: number, currency: string): CanCharge {
  if (!(amount_minor > 0)) return { ok: false, reason: 'minimum' }
  const money = toPaypalMoney(amount_minor, currency)
  if (!money) return { ok: false, reason: 'currency' }
  return money.value.length > longestValue ? { ok: false, reason: 'maximum' } : { ok: true }
}

/** Characters of a total, the point included: 9999999.99. The payer's own limit is PayPal's to tell. */
const longestValue = 10
