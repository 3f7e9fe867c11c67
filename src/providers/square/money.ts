import type { Square } from 'square'
import { ProviderError } from '../../ports/payment-provider.ts'

/** Square's amounts are 64-bit integers of the minor unit of ISO 4217. */
export function toSquareMoney(amount_minor: number, currency: string): Square.Money {
  return { amount: BigInt(amount_minor), currency: currency as Square.Currency }
}

export function fromSquareMoney(money: Square.Money | undefined): {
  amount_minor: number
  currency: string
} {
  return readMoney(money?.amount, money?.currency)
}

/** An amount as it was told, here or in the body of a webhook. */
export function readMoney(
  amount: bigint | number | null | undefined,
  currency: string | null | undefined,
): { amount_minor: number; currency: string } {
  const amount_minor = Number(amount ?? Number.NaN)
  if (!Number.isSafeInteger(amount_minor) || !currency) {
    throw new ProviderError('refused', 'Square tells no amount that can be used.')
  }
  return { amount_minor, currency }
}
