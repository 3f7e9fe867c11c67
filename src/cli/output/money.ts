import type { App } from '../../app.ts'
import { formatMoney } from '../../domain/money.ts'

/** Writes amounts the way the owner reads them, whatever the customer's language. */
export function moneyWriter(app: App): (minor: number, currency: string) => string {
  const { locale } = app.config.business
  return (minor, currency) => formatMoney(minor, currency, locale)
}
