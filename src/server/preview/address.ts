/** The addresses of the preview: what is looked at, and how. */
import { type Language, parseLanguage } from '../../domain/language.ts'

/** `system` is as the browser has it. */
export const schemes = ['system', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

/** CSS pixels of a phone, a tablet and a desktop; `fit` is as wide as there is room. */
export const widths = ['fit', '360', '768', '1280'] as const
export type Width = (typeof widths)[number]

export const parts = ['main', 'other'] as const
export type Part = (typeof parts)[number]

export type Look = {
  theme: string
  /** `own` is the business's own. */
  lang: Language | 'own'
  scheme: Scheme
  width: Width
  /** Of a mail its HTML or its text, of a PDF itself or the sheet that it is printed from. */
  part: Part
}

/** Reads what was chosen; anything unknown is as if it were not there. */
export function readLook(query: URLSearchParams, theme: string): Look {
  const one = <T extends string>(all: readonly T[], name: string, otherwise: T): T =>
    all.find((value) => value === query.get(name)) ?? otherwise
  return {
    theme: query.get('theme') || theme,
    lang: parseLanguage(query.get('lang')) ?? 'own',
    scheme: one(schemes, 'scheme', 'system'),
    width: one(widths, 'width', 'fit'),
    part: one(parts, 'part', 'main'),
  }
}

/** The page around a sample, or the list of all where there is no id. */
export function viewAddress(look: Look, id?: string): string {
  const { theme, lang, scheme, width } = look
  const query = new URLSearchParams({ theme })
  if (lang !== 'own') query.set('lang', lang)
  if (scheme !== 'system') query.set('scheme', scheme)
  if (width !== 'fit') query.set('width', width)
  if (look.part !== 'main') query.set('part', look.part)
  return `${id === undefined ? '/' : `/view/${id}`}?${query}`
}

/** The sample itself, as in a frame. */
export function frameAddress({ theme, lang, scheme, part }: Look, id: string): string {
  return `/s/${theme}/${lang}/${scheme}/${id}${part === 'other' ? '?part=other' : ''}`
}

export type FrameAddress = Pick<Look, 'theme' | 'lang' | 'scheme'> & {
  id: string
  /** What follows, where a link or form of the page leads on. */
  rest: string[]
}

/** Reads `/s/<theme>/<lang>/<scheme>/<id>/…`; undefined for anything else. */
export function readFrame(path: string): FrameAddress | undefined {
  const [, root, theme = '', lang, scheme, id = '', ...rest] = path.split('/')
  const language = lang === 'own' ? lang : parseLanguage(lang)
  const known = schemes.find((one) => one === scheme)
  if (root !== 's' || !/^[a-z0-9][a-z0-9-]*$/.test(theme) || !language || !known) return undefined
  return { theme, lang: language, scheme: known, id, rest }
}
