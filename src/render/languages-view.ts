import { inLanguage, type Language, languageShown, languages } from '../domain/language.ts'
import { directionOf } from './direction.ts'
import type { Facts } from './facts.ts'

/** The languages in which a page can be read; each is a link to the same page. */
export type LanguagesView = {
  title: string
  /** The name of the one that it is in. */
  current: string
  list: { lang: Language; dir: 'ltr' | 'rtl'; name: string; href: string }[]
}

/** For the page at this path; its document's own language needs no mention in the address. */
export function languagesView(
  { labels, lang, content }: Pick<Facts, 'labels' | 'lang'> & { content: { locale: string } },
  path: string,
): LanguagesView {
  const own = languageShown(content.locale, undefined)
  const others = (Object.keys(languages) as Language[]).filter((one) => one !== lang)
  return {
    title: labels.parts.language,
    current: languages[lang],
    list: others.map((one) => ({
      lang: one,
      dir: directionOf(one),
      name: languages[one],
      href: inLanguage(path, one === own ? undefined : one),
    })),
  }
}
