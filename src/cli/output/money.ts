import type { Books } from '../../app.ts'
import { formatMoney } from '../../domain/money.ts'

/** Writes amounts the way the owner reads them, whatever the customer's language. */
export function moneyWriter(books: Books): (minor: number, currency: string) => string {
  const { locale } = books.config.business
  return (minor, currency) => formatMoney(minor, currency, locale)
}

/** What is left to pay, or by how much too much was paid. */
export function leftWords(balance_minor: number, money: (minor: number) => string): string {
  return balance_minor < 0 ? `${money(-balance_minor)} too much` : `${money(balance_minor)} left`
}
