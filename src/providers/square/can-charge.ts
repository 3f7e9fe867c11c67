import type { CanCharge } from '../../ports/payment-provider.ts'

/**
 * Whether Square can charge exactly this amount. A location takes the one currency of its country;
 * `currency_of` is the business's own, undefined where it is not known.
 */
export function canCharge(
  amount_minor: number,
  currency: string,
  currency_of: string | undefined,
): CanCharge {
  const limits = limitsOf[currency]
  if (!limits || (currency_of !== undefined && currency_of !== currency)) {
    return { ok: false, reason: 'currency' }
  }
  if (!(amount_minor >= limits.least)) return { ok: false, reason: 'minimum' }
  if (!Number.isSafeInteger(amount_minor)) return { ok: false, reason: 'maximum' }
  return amount_minor > limits.most ? { ok: false, reason: 'maximum' } : { ok: true }
}

/**
 * In minor units, for the countries where Square takes payments. The least are those of its
 * troubleshooting guide; one transaction is 50,000 at most.
 */
const limitsOf: Record<string, { least: number; most: number }> = {
  USD: { least: 1, most: 5_000_000 },
  CAD: { least: 1, most: 5_000_000 },
  AUD: { least: 100, most: 5_000_000 },
  EUR: { least: 100, most: 5_000_000 },
  GBP: { least: 100, most: 5_000_000 },
  JPY: { least: 100, most: 5_000_000 },
}
