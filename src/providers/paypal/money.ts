/** PayPal's amounts are decimal texts in units of the currency. */
import { fromMinor, toMinor } from '../../domain/money.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import type { Money } from './words.ts'

/** PayPal's amount for one of ours; undefined where PayPal cannot say exactly that. */
export function toPaypalMoney(
  amount_minor: number,
  currency: string,
): { currencyCode: string; value: string } | undefined {
  if (!Number.isSafeInteger(amount_minor) || !charged.has(currency)) return undefined
  const text = fromMinor(amount_minor, currency)
  if (!withoutDigits.has(currency)) return { currencyCode: currency, value: text }
  const [units = '', fraction = ''] = text.split('.')
  return /[^0]/.test(fraction) ? undefined : { currencyCode: currency, value: units }
}

/** Ours for PayPal's. Throws ProviderError `refused` when it is no amount of that currency. */
export function fromPaypalMoney(money: Money | undefined): {
  amount_minor: number
  currency: string
} {
  const currency = money?.currency_code ?? ''
  const amount_minor = toMinor(money?.value ?? '', currency)
  if (amount_minor === undefined || currency === '') {
    throw new ProviderError('refused', 'PayPal tells no amount that can be used.')
  }
  return { amount_minor, currency }
}

/**
 * Whole units only, against ISO 4217 for HUF and TWD.
 * Source: developer.paypal.com/api/rest/reference/currency-codes.
 */
const withoutDigits = words('HUF JPY TWD')

const charged = words(`
  AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD`)

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}
