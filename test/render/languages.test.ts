/** Every language says all that English says, with the same facts, in its own words. */
import { beforeAll, describe, expect, test } from 'vitest'
import { consentFor } from '../../src/domain/consent.ts'
import {
  type Language,
  languageOf,
  languages,
  localeIn,
  parseLanguage,
} from '../../src/domain/language.ts'
import { labelsFor, loadAllLabels, mailLabelsFor } from '../../src/render/labels.ts'
import { listOf } from '../../src/render/list-of.ts'
import type { Plural } from '../../src/render/plural.ts'
import { sameEverywhere, sameIn } from './same-words.ts'

const all = Object.keys(languages) as Language[]
const others = all.filter((language) => language !== 'en')

beforeAll(loadAllLabels)

describe.each(others)('%s', (language) => {
  test('has every part that English has, of the same kind', () => {
    expect(shapeOf(wordsOf(language))).toEqual(shapeOf(wordsOf('en')))
  })

  test('names every fact that English names', () => {
    const lost = compare(language).filter(({ own, english }) => {
      const named = factsIn(own)
      return factsIn(english).some((fact) => !named.includes(fact))
    })
    expect(lost).toEqual([])
  })

  test('leaves nothing in English', () => {
    const same = [...sameEverywhere, ...(sameIn[language] ?? [])]
    const left = compare(language).filter(
      ({ path, own, english }) =>
        own === english && own !== '' && !isJoint(path) && !same.includes(own),
    )
    expect(left.map(({ path, own }) => `${path}: ${own}`)).toEqual([])
  })

  test('is tidy: no doubled or outer spaces, nothing undefined, no mark of a count left', () => {
    const untidy = compare(language)
      .filter(({ path }) => !isJoint(path))
      .filter(({ own }) => !isTidy(own))
    expect(untidy.map(({ path, own }) => `${path}: ${own}`)).toEqual([])
  })

  test('has each of its plural forms wherever it counts', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    for (const [path, words] of leavesOf(wordsOf(language))) {
      if (typeof words !== 'function' || !('forms' in words)) continue
      const { forms } = words as Plural
      expect(Object.keys(forms).sort(), path).toEqual([...pluralCategories].sort())
    }
  })

  test('knows its own name and the tag that it is kept by', () => {
    expect(labelsFor(language).language).toBe(language)
    expect(mailLabelsFor(language).language).toBe(language)
    expect(languages[language]).not.toBe('')
  })

  test('asks for the consent to sign with the button by its name, and with who to turn to', () => {
    const business = { name: 'Acme', email: 'office@acme.example', phone: '+1 555 0100' }
    const { version, text } = consentFor(business, language)
    expect(version).toMatch(new RegExp(`^20\\d\\d-\\d\\d[a-z]?\\.${language}$`))
    expect(text).toContain(labelsFor(language).approval.actions.approve)
    for (const part of Object.values(business)) expect(text).toContain(part)
    expect(text).not.toBe(consentFor(business).text)
    const unknown = consentFor({ name: '', email: '', phone: '' }, language).text
    expect(unknown).not.toMatch(/undefined|\s{2}| [,.;]|,[,;.]/)
  })
})

test('French sets narrow spaces before its tall marks', () => {
  if (!all.includes('fr' as Language)) return
  const wrong = compare('fr' as Language)
    .map(({ path, own }) => `${path}: ${own.replaceAll(/https?:\S*/g, '')}`)
    .filter((line) =>
      /[^\u202f][;!?»]|«[^\u202f]|[ \u00a0][:;!?»]/.test(line.replace(/^\S+: /, '')),
    )
  expect(wrong).toEqual([])
})

test.each(all)('%s sets what it lists apart', (language) => {
  expect(listOf(language, ['A1', 'B2', 'C3'])).toMatch(/^A1.+B2.+C3$/)
})

test('Hebrew joins its own words without a hyphen', () => {
  expect(listOf('he', ['צפיות: 1', 'הודעות: 2'])).toBe('צפיות: 1 והודעות: 2')
})

describe('the language of a locale', () => {
  const cases: [string, string | undefined][] = [
    ['en-US', 'en'],
    ['de-AT', 'de'],
    ['DE', 'de'],
    ['pt_BR', 'pt'],
    ['pt-PT', 'pt'],
    ['iw-IL', 'he'],
    ['zh', 'zh-Hans'],
    ['zh-CN', 'zh-Hans'],
    ['zh-SG', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-HK', 'zh-Hant'],
    ['zh-Hant-DE', 'zh-Hant'],
    ['ar-EG', 'ar'],
    ['fa-IR', undefined],
    ['en-Shaw', undefined],
    ['nonsense!', undefined],
    ['', undefined],
  ]
  test.each(cases)('%j is %s', (locale, language) => {
    const isSpoken = language !== undefined && language in languages
    expect(languageOf(locale)).toBe(isSpoken ? language : undefined)
  })

  test('is chosen only among those there are', () => {
    expect(parseLanguage('DE')).toBe('de')
    for (const none of ['xx', '', 'de-AT', ['de'], undefined, 'constructor', '__proto__'])
      expect(parseLanguage(none)).toBeUndefined()
  })

  test('keeps the region when another language is chosen', () => {
    expect(localeIn('de', 'de-AT')).toBe('de-AT')
    expect(localeIn('en', 'de-AT')).toBe('en-AT')
    expect(localeIn('de', 'en')).toBe('de-US')
    expect(localeIn('de', 'nonsense!')).toBe('de')
  })
})

function wordsOf(language: string): object {
  return { pages: labelsFor(language), mail: mailLabelsFor(language) }
}

/** Where each word or sentence stands. */
function leavesOf(value: unknown, path = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}/${key}`))
}

function shapeOf(words: object): string[] {
  return leavesOf(words)
    .map(([path, value]) => `${path} ${typeof value}`)
    .sort()
}

/** What stands between other words. */
function isJoint(path: string): boolean {
  return path.includes('/pageNumber') || path.endsWith('/joint')
}

function isTidy(said: string): boolean {
  return !/^\s|\s$|[ \u00a0\u202f]{2}|undefined|\bNaN\b|#|,[,;.]/.test(said)
}

type Pair = { path: string; own: string; english: string }

/** What is said in both, for the same facts: all there, one missing at a time, none. */
function compare(language: Language): Pair[] {
  const own = new Map(leavesOf(wordsOf(language)))
  return leavesOf(wordsOf('en')).flatMap(([path, english]) => {
    const words = own.get(path)
    if (typeof english !== 'function')
      return [{ path, own: String(words), english: String(english) }]
    const isCount = 'forms' in english
    const given = isCount ? [[1], [2], [3], [11], [100], [1000]] : factsFor(english as Say)
    return given.map((facts) => ({
      path: `${path}(${facts})`,
      own: isCount ? counted(words, facts, language) : String((words as Say)(...facts)),
      english: isCount ? counted(english, facts, 'en') : String((english as Say)(...facts)),
    }))
  })
}

type Say = (...facts: unknown[]) => string

/** A count is written as its language writes numbers, or in the words of a form that is for this one alone. */
function counted(words: unknown, facts: unknown[], language: string): string {
  const [count = 0] = facts as number[]
  const said = (words as Say)(count)
  const number = new Intl.NumberFormat(language).format(count)
  return !said.includes(number) && isOnlyOne(count, language)
    ? `${said} a${count}`
    : said.replace(number, `a${count}`)
}

/** Whether no other count takes the same form: two in Arabic, but not 1 in French, which is also for 0. */
function isOnlyOne(count: number, language: string): boolean {
  const rules = new Intl.PluralRules(language)
  const same = [...Array(201).keys()].filter((other) => rules.select(other) === rules.select(count))
  return same.length === 1
}

/** All facts, and each left out that English says something else without. */
function factsFor(say: Say): string[][] {
  const whole = Array.from({ length: say.length }, (_, index) => `a${index + 1}`)
  const without = whole
    .map((missing) => ({ missing, facts: whole.map((fact) => (fact === missing ? '' : fact)) }))
    .filter(({ missing, facts }) => say(...facts) !== say(...whole).replaceAll(missing, ''))
  return [whole, ...without.map(({ facts }) => facts)]
}

function factsIn(said: string): string[] {
  return said.match(/\ba\d+\b/g) ?? []
}
