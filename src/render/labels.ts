/** The words of pages, sheets and mails in each language. */
import { fallbackLanguage, type Language, languageOf, languages } from '../domain/language.ts'
import { closeOff } from './close-off.ts'
import { directionOf } from './direction.ts'
import type { Catalogue } from './labels/catalogue.ts'
import { catalogue as english } from './labels/en/index.ts'
import type { MailLabels } from './labels/en/mail.ts'
import type { Labels } from './labels/en/pages.ts'

export type { Labels } from './labels/en/pages.ts'

/** One folder a language. Each is loaded when a document first asks for it: most workspaces need one. */
const loaders = {
  de: async () => (await import('./labels/de/index.ts')).catalogue,
  en: async () => english,
  es: async () => (await import('./labels/es/index.ts')).catalogue,
  fr: async () => (await import('./labels/fr/index.ts')).catalogue,
  it: async () => (await import('./labels/it/index.ts')).catalogue,
  nl: async () => (await import('./labels/nl/index.ts')).catalogue,
  pl: async () => (await import('./labels/pl/index.ts')).catalogue,
  pt: async () => (await import('./labels/pt/index.ts')).catalogue,
  he: async () => (await import('./labels/he/index.ts')).catalogue,
  ar: async () => (await import('./labels/ar/index.ts')).catalogue,
  ja: async () => (await import('./labels/ja/index.ts')).catalogue,
  'zh-Hans': async () => (await import('./labels/zh-hans/index.ts')).catalogue,
  'zh-Hant': async () => (await import('./labels/zh-hant/index.ts')).catalogue,
} satisfies Record<Language, () => Promise<Catalogue>>

const loaded = new Map<Language, Catalogue>([['en', english]])

/** Loads the words for a locale; to be awaited before anything is rendered in it. */
export async function loadLabels(locale: string): Promise<void> {
  const language = languageOf(locale) ?? fallbackLanguage
  if (loaded.has(language)) return
  const catalogue = await loaders[language]()
  loaded.set(language, directionOf(language) === 'rtl' ? closeOff(catalogue) : catalogue)
}

/** Loads the words of every language, for a server that does not know who will come. */
export async function loadAllLabels(): Promise<void> {
  await Promise.all(Object.keys(languages).map(loadLabels))
}

/** What pages and sheets say in a locale's language, or in English. */
export function labelsFor(locale: string): Labels {
  return catalogueOf(locale).pages
}

/** What mails say in a locale's language, or in English. */
export function mailLabelsFor(locale: string): MailLabels {
  return catalogueOf(locale).mail
}

function catalogueOf(locale: string): Catalogue {
  const language = languageOf(locale) ?? fallbackLanguage
  const catalogue = loaded.get(language)
  /* To go on in English would look like a choice. */
  if (!catalogue) throw new Error(`A bug: the words of "${language}" were not loaded.`)
  return catalogue
}
