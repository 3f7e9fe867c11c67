import { type Language, languages } from '../domain/language.ts'
import type { RenderContext } from './context.ts'
import { directionOf } from './direction.ts'
import type { Engine } from './engine.ts'
import type { Facts } from './facts.ts'

/** What the list of languages is made from. */
export type LanguagesView = {
  title: string
  /** The name of the one that the page is in. */
  current: string
  list: { lang: Language; dir: 'ltr' | 'rtl'; name: string; href: string }[]
}

/**
 * The languages in which a page can be read, as HTML. Each is a link to the address that the page has already, so
 * the list is the same on all pages of one language, and is made once: it is a quarter of a page's work.
 */
export function languagesNav(
  { engine }: Pick<RenderContext, 'engine'>,
  { labels, lang }: Pick<Facts, 'labels' | 'lang'>,
): string {
  const made = navs.get(engine) ?? new Map<Language, string>()
  navs.set(engine, made)
  const nav = made.get(lang) ?? engine.render('partials/languages', viewOf(lang, labels))
  made.set(lang, nav)
  return nav
}

/** By theme: each has an engine of its own. */
const navs = new WeakMap<Engine, Map<Language, string>>()

function viewOf(lang: Language, { parts }: Facts['labels']): LanguagesView {
  const others = (Object.keys(languages) as Language[]).filter((one) => one !== lang)
  return {
    title: parts.language,
    current: languages[lang],
    list: others.map((one) => ({
      lang: one,
      dir: directionOf(one),
      name: languages[one],
      href: `?lang=${one}`,
    })),
  }
}
