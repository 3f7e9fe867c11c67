/** The languages that pages can speak. A further one is one file and one line here. */
import { en, type Labels } from './labels/en.ts'

export type { Labels } from './labels/en.ts'

const catalogues: Record<string, Labels> = { en }

/** The labels for a locale's language, or the English ones. */
export function labelsFor(locale: string): Labels {
  return catalogues[languageOf(locale)] ?? en
}

/** "pt" of "pt-BR". */
export function languageOf(locale: string): string {
  return locale.split(/[-_]/)[0]?.toLowerCase() ?? ''
}
