/** What a customer agrees to before they sign (safety.md, E-signature). */
import { ar } from './consent/ar.ts'
import { de } from './consent/de.ts'
import { en } from './consent/en.ts'
import { es } from './consent/es.ts'
import { fr } from './consent/fr.ts'
import { he } from './consent/he.ts'
import { it } from './consent/it.ts'
import { ja } from './consent/ja.ts'
import { nl } from './consent/nl.ts'
import { pl } from './consent/pl.ts'
import { pt } from './consent/pt.ts'
import type { ConsentWords } from './consent/words.ts'
import { zhHans } from './consent/zh-Hans.ts'
import { zhHant } from './consent/zh-Hant.ts'
import { fallbackLanguage, type Language } from './language.ts'

/** Whoever the consent is given to; a business without a name or address is spoken of in general. */
export type ConsentBusiness = { name: string; email: string; phone: string }

/** One file a language, each as true to the first as the language allows. */
const words = {
  de,
  en,
  es,
  fr,
  it,
  nl,
  pl,
  pt,
  he,
  ar,
  ja,
  'zh-Hans': zhHans,
  'zh-Hant': zhHant,
} satisfies Record<Language, ConsentWords>

/**
 * The consent as the page shows it and as the approval keeps it, word for word, in the language in which it was
 * shown. The version names the month, a letter where a word was changed since, and the language
 * ("2026-11b.zh-Hant"); English names none.
 */
export function consentFor(
  business: ConsentBusiness,
  language: Language = fallbackLanguage,
): { version: string; text: string } {
  const { version, someone, text } = words[language]
  const closed = (fact: string) =>
    fact && fromTheRight.has(language) ? `\u2068${fact}\u2069` : fact
  const ways = [business.email, business.phone].filter((way) => way.trim() !== '').map(closed)
  const contact = new Intl.ListFormat(language, { type: 'disjunction' }).format(ways)
  return { version, text: text(closed(business.name.trim()) || someone, contact) }
}

/** There a telephone number that is not closed off would be read from its end. */
const fromTheRight = new Set<Language>(['ar', 'he'])
