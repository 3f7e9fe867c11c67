/** Every page, sheet and mail, in every state, in every language: in that language alone, and whole. */
import { describe, expect, test } from 'vitest'
import { type Language, languages } from '../../src/domain/language.ts'
import { directionOf } from '../../src/render/direction.ts'
import { textOf } from './rendering.ts'
import { spokenPages } from './spoken-pages.ts'

const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'en')

/** Words that are common in English and none in the other languages. */
const english =
  /\b(the|and|your|you|this|that|with|please|have|which|when|invoice|estimate|payments?|receipts?|amount|overdue|approved?|declined?|paid|unpaid|due|language)\b/i

/** What programs print and are called stands as it is, and so do commands and addresses. */
const foreign =
  /“[^”]*”|„[^“”]*[“”]|«[^»]*»|「[^」]*」|"[^"]*"|״[^״]*״|‘[^’]*’|\bportal [a-z-]+( [a-z-]+)?|https?:\S*|\S+@\S+|<sent-1[^>]*>/g

describe.each(others)('%s', async (language) => {
  const pages = await spokenPages(language)

  test('says so, with its direction, on each of them', () => {
    const wrong = Object.entries(pages).filter(
      ([, html]) => !html.includes(`<html lang="${language}" dir="${directionOf(language)}"`),
    )
    expect(wrong.map(([name]) => name)).toEqual([])
  })

  test('leaves no word of English on any of them', () => {
    const left = Object.entries(pages).flatMap(([name, html]) => {
      const found = english.exec(said(html))
      return found
        ? [`${name}: …${said(html).slice(Math.max(0, found.index - 40), found.index + 40)}…`]
        : []
    })
    expect(left).toEqual([])
  })

  test('has words for every problem of a form', () => {
    for (const html of Object.values(pages)) expect(html).not.toContain('§ 5')
  })

  test('leaves nothing empty, doubled or undefined', () => {
    const wrong = Object.entries(pages).filter(([, html]) =>
      /undefined|NaN|\[object|\(\)|\s,\s|: *[.:]/.test(textOf(html)),
    )
    expect(wrong.map(([name, html]) => `${name}: ${textOf(html).slice(0, 80)}`)).toEqual([])
  })
})

/** What a page says, its title and what screen readers are told, without the names of other languages. */
function said(html: string): string {
  const labels = [...html.matchAll(/(?:aria-label|alt)="([^"]*)"/g)].map(([, label]) => label)
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? ''
  const own = html.replace(/<ul>\s*<li><a href="[^"]*" lang=[\s\S]*?<\/ul>/, '')
  return [title, ...labels, textOf(own)].join(' · ').replace(foreign, '…')
}
