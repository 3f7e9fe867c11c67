import type { Config } from '../config/schema.ts'
import type { CivilDate, Customer, Instant } from '../domain/document.ts'
import { formatDate } from '../domain/format.ts'
import { inLanguage, type Language, languageShown, localeShown } from '../domain/language.ts'
import { amountIn } from './amount.ts'
import { directionOf } from './direction.ts'
import type { Facts } from './facts.ts'
import { labelsFor } from './labels.ts'

/** A customer, and the means to write in their locale: what the pages of a history start from. */
export type HistoryFacts = Pick<
  Facts,
  'config' | 'labels' | 'lang' | 'dir' | 'textLang' | 'date' | 'href'
> & {
  customer: Customer
  /** The customer's, or the business's, whatever was chosen for now. */
  content: { locale: string }
  /** Amounts are in the currency of what they are about. */
  money(minor: number, currency: string): string
  /** Day and time where the business is: "January 16, 2025 at 10:04 AM EST". */
  moment(instant: Instant): string
}

/**
 * Gathers the facts of one customer; one without a locale is written to in the business's.
 * @param lang what the visitor chose instead of their own language
 */
export function historyFacts(config: Config, customer: Customer, lang?: Language): HistoryFacts {
  const usual = customer.locale || config.business.locale
  const own = languageShown(usual, undefined)
  const chosen = lang === own ? undefined : lang
  const locale = localeShown(usual, chosen)
  const labels = labelsFor(locale)
  const dir = directionOf(locale)
  /* An amount or date of another direction than the sentence around it stays in one piece. */
  const isMixed = dir !== directionOf(labels.language)
  const whole = (text: string) => (isMixed ? `\u2068${text}\u2069` : text)
  return {
    config,
    customer,
    content: { locale: usual },
    labels,
    lang: chosen ?? own,
    dir,
    textLang: '',
    money: (minor, currency) => whole(amountIn(locale, minor, currency)),
    date: (civil: CivilDate) => whole(formatDate(civil, locale)),
    moment: (instant) => whole(moment(instant, locale, config.business.time_zone)),
    href: (path) => inLanguage(path, chosen),
  }
}

/** A day with its time and the name of the zone. */
export function moment(instant: Instant, locale: string, timeZone: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  return format.format(new Date(instant))
}
