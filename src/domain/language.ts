/** The languages in which customers are spoken to, and which of them a locale means. */

/**
 * Each by its own name, as a reader looks for it. A further one is a line here; the compiler then asks for its
 * words (src/render/labels.ts) and its consent to sign (consent.ts). See docs/languages.md.
 */
export const languages = {
  de: 'Deutsch',
  en: 'English',
  es: 'Español',
  fr: 'Français',
  it: 'Italiano',
  nl: 'Nederlands',
  pl: 'Polski',
  pt: 'Português',
  he: 'עברית',
  ar: 'العربية',
  ja: '日本語',
  'zh-Hans': '简体中文',
  'zh-Hant': '繁體中文',
} as const satisfies Record<string, string>

export type Language = keyof typeof languages

/** In which languages something is written when nothing better is known. */
export const fallbackLanguage: Language = 'en'

/** The language of a locale: "de" of "de-AT", "zh-Hant" of "zh-HK"; undefined for one not spoken here. */
export function languageOf(locale: string): Language | undefined {
  const known = found.get(locale)
  if (known !== undefined || found.has(locale)) return known
  const language = lookUp(locale)
  if (found.size < mostKept) found.set(locale, language)
  return language
}

/** The language in which a document of a locale is shown: what its visitor chose, else its own, else English. */
export function languageShown(locale: string, chosen: Language | undefined): Language {
  return chosen ?? languageOf(locale) ?? fallbackLanguage
}

/** The language that a visitor chose (`?lang=`); undefined for anything that is none of ours. */
export function parseLanguage(tag: unknown): Language | undefined {
  if (typeof tag !== 'string') return undefined
  return all.find((language) => language.toLowerCase() === tag.toLowerCase())
}

/**
 * How dates and amounts are written beside the words of a language: as the locale does where it is of that
 * language, else as the language does in the locale's region ("en-DE" of "de-DE" in English).
 */
export function localeIn(language: Language, locale: string): string {
  if (languageOf(locale) === language) return locale
  const region = parseLocale(locale)?.maximize().region
  return region === undefined ? language : `${language}-${region}`
}

/** The locale in which a document of a locale is shown, after the same choice. */
export function localeShown(locale: string, chosen: Language | undefined): string {
  return chosen ? localeIn(chosen, locale) : locale
}

/** A path of ours that goes on in a chosen language; as it is where none was chosen. */
export function inLanguage(path: string, chosen: Language | undefined): string {
  if (chosen === undefined) return path
  const [, before = '', anchor = ''] = /^([^#]*)(.*)$/.exec(path) ?? []
  return `${before}${before.includes('?') ? '&' : '?'}lang=${chosen}${anchor}`
}

const all = Object.keys(languages) as Language[]
const found = new Map<string, Language | undefined>()
/** A workspace has a handful; what strangers send never gets here, but documents hold what was typed. */
const mostKept = 200

function lookUp(locale: string): Language | undefined {
  const parsed = parseLocale(locale)
  if (!parsed) return undefined
  /* Canonical tags have he for iw; the likely script tells zh-TW from zh-CN, and az-Arab is not az. */
  const { language, script } = parsed.maximize()
  const candidates = [`${language}-${script}`, language]
  const match = all.find((one) => candidates.includes(one))
  return match !== undefined && new Intl.Locale(match).maximize().script === script
    ? match
    : undefined
}

function parseLocale(locale: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(locale.replaceAll('_', '-'))
  } catch {
    return undefined
  }
}
