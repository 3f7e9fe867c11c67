/**
 * Stripe's amounts are integers of its own minor units, which differ from ISO 4217 for a few
 * currencies. Source: docs.stripe.com/currencies.
 */
import { currencyDigits } from '../../domain/currency.ts'
import { ProviderError } from '../../ports/payment-provider.ts'

/** Stripe's amount for one of ours; undefined where Stripe cannot charge exactly that. */
export function toStripeAmount(amount_minor: number, currency: string): number | undefined {
  if (!Number.isSafeInteger(amount_minor) || !charged.has(currency)) return undefined
  // The last of three digits must be 0, for the networks behind it.
  if (currencyDigits(currency) === 3 && amount_minor % 10 !== 0) return undefined
  const amount = amount_minor * 10 ** shiftOf(currency)
  return Number.isSafeInteger(amount) ? amount : undefined
}

/** Ours for Stripe's, whose currencies are in small letters. */
export function fromStripeAmount(
  amount: number,
  currency: string,
): { amount_minor: number; currency: string } {
  const code = currency.toUpperCase()
  const amount_minor = amount / 10 ** shiftOf(code)
  if (!Number.isSafeInteger(amount_minor)) {
    throw new ProviderError(
      'refused',
      `Stripe tells an amount that ${code} does not have: ${amount}`,
    )
  }
  return { amount_minor, currency: code }
}

/** Digits that Stripe has more than ISO 4217. */
function shiftOf(currency: string): number {
  return stripeDigits(currency) - currencyDigits(currency)
}

function stripeDigits(currency: string): number {
  if (withoutDigits.has(currency)) return 0
  // Two of them, also for ISK and UGX, which have none in ISO 4217.
  return currencyDigits(currency) === 3 ? 3 : 2
}

const withoutDigits = words('BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF')

const charged = words(`
  AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BHD BIF BMD BND BOB BRL BSD BWP BYN BZD CAD
  CDF CHF CLP CNY COP CRC CVE CZK DJF DKK DOP DZD EGP ETB EUR FJD FKP GBP GEL GIP GMD GNF GTQ GYD
  HKD HNL HTG HUF IDR ILS INR ISK JMD JOD JPY KES KGS KHR KMF KRW KWD KYD KZT LAK LBP LKR LRD LSL
  MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP
  PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SEK SGD SHP SLE SOS SRD SZL THB TJS TND TOP TRY TTD
  TWD TZS UAH UGX USD UYU UZS VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW`)

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/))
}
