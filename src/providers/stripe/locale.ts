import type Stripe from 'stripe'
import { languageOf } from '../../domain/language.ts'

type StripeLocale = Stripe.Checkout.SessionCreateParams.Locale

/** The language of Stripe's page: the customer's where Stripe has it, else that of the browser. */
export function stripeLocale(locale: string): StripeLocale {
  const exact = locales.find((one) => one === locale)
  if (exact) return exact
  /* Its plain "zh" is in simplified letters. */
  if (languageOf(locale) === 'zh-Hant') return 'zh-TW'
  const [language = ''] = locale.split('-')
  return locales.find((one) => one === language) ?? 'auto'
}

const locales: readonly StripeLocale[] = [
  ...(['bg', 'cs', 'da', 'de', 'el', 'en', 'en-GB', 'es', 'es-419', 'et', 'fi', 'fil'] as const),
  ...(['fr', 'fr-CA', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'ms', 'mt', 'nb'] as const),
  ...(['nl', 'pl', 'pt', 'pt-BR', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi'] as const),
  ...(['zh', 'zh-HK', 'zh-TW'] as const),
]
