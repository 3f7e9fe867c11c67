import type { Config } from '../config/schema.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { CivilDate, Customer, Instant } from '../domain/document.ts'
import { formatDate } from '../domain/format.ts'
import { formatMoney } from '../domain/money.ts'
import { directionOf, isolate } from './direction.ts'
import type { Facts } from './facts.ts'
import { type Labels, labelsFor } from './labels.ts'

/** A customer, and the means to write in their locale: what the pages of a history start from. */
export type HistoryFacts = Pick<
  Facts,
  'config' | 'dir' | 'textLang' | 'business' | 'date' | 'day'
> & {
  customer: Customer
  labels: Labels
  /** Amounts are in the currency of what they are about. */
  money(minor: number, currency: string): string
  /** Day and time where the business is: "January 16, 2025 at 10:04 AM EST". */
  moment(instant: Instant): string
}

/** Gathers the facts of one customer; one without a locale is written to in the business's. */
export function historyFacts(config: Config, customer: Customer): HistoryFacts {
  const locale = customer.locale || config.business.locale
  const labels = labelsFor(locale)
  const dir = directionOf(locale)
  /* An amount or date of another direction than the sentence around it stays in one piece. */
  const isMixed = dir !== directionOf(labels.language)
  const whole = (text: string) => (isMixed ? `\u2068${text}\u2069` : text)
  const date = (civil: CivilDate) => whole(formatDate(civil, locale))
  const { name, time_zone } = config.business
  return {
    config,
    customer,
    labels,
    dir,
    textLang: '',
    business: isolate(name) || labels.states.business,
    money: (minor, currency) => whole(formatMoney(minor, currency, locale).replace('-', '−')),
    date,
    day: (instant) => date(civilDateIn(time_zone, new Date(instant))),
    moment: (instant) => whole(moment(instant, locale, time_zone)),
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
