import type { Config } from '../config/schema.ts'
import { type Balance, balance } from '../domain/balance.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { CivilDate, Content, Document, Instant } from '../domain/document.ts'
import { formatDate, formatRate } from '../domain/format.ts'
import {
  inLanguage,
  type Language,
  languageOf,
  languageShown,
  localeIn,
} from '../domain/language.ts'
import { amountIn } from './amount.ts'
import { directionOf, isolate } from './direction.ts'
import { type Labels, labelsFor } from './labels.ts'

/** A document with its sums and the means to write it in its own locale: what every view model starts from. */
export type Facts = {
  config: Config
  document: Document
  content: Content
  labels: Labels
  /** The language of the labels. */
  lang: Language
  /** In which dates and amounts are written. */
  locale: string
  balance: Balance
  dir: 'ltr' | 'rtl'
  /** The language of descriptions, notes and terms where it differs from the labels'; else empty. */
  textLang: string
  /** The business's name inside a sentence. */
  business: string
  money(minor: number): string
  /** An amount that is taken off, with its minus sign. */
  deducted(minor: number): string
  date(date: CivilDate): string
  /** The business's calendar date of an instant. */
  day(instant: Instant): string
  rate(percent: string): string
  /** A path of ours, in the language that this page is shown in. */
  href(path: string): string
  /** Sentences one after the other; empty ones are left out. */
  join(...sentences: string[]): string
}

/**
 * Gathers the facts of one document. Formatters are cached by locale, so this is cheap.
 * @param lang what the visitor chose instead of the document's own language
 */
export function factsOf(config: Config, document: Document, lang?: Language): Facts {
  const { content } = document
  const { currency } = content
  const own = languageShown(content.locale, undefined)
  const chosen = lang === own ? undefined : lang
  const locale = chosen ? localeIn(chosen, content.locale) : content.locale
  const labels = labelsFor(locale)
  const dir = directionOf(locale)
  // A date or amount of another direction than the sentence around it stays in one piece.
  const isMixed = dir !== directionOf(labels.language)
  const whole = (text: string) => (isMixed ? `\u2068${text}\u2069` : text)
  const money = (minor: number) => whole(amountIn(locale, minor, currency))
  const date = (civil: CivilDate) => whole(formatDate(civil, locale))
  const zone = config.business.time_zone
  return {
    config,
    document,
    content,
    labels,
    lang: chosen ?? own,
    locale,
    balance: balance(document),
    dir,
    textLang: languageOf(content.locale) === labels.language ? '' : content.locale,
    business: isolate(config.business.name) || labels.states.business,
    money,
    deducted: (minor) => money(0 - minor),
    date,
    day: (instant) => date(civilDateIn(zone, new Date(instant))),
    rate: (percent) => whole(formatRate(percent, locale)),
    href: (path) => inLanguage(path, chosen),
    join: (...sentences) => sentences.filter((one) => one !== '').join(labels.joint),
  }
}
