/** What stands in the cells of other programs' lists, in our form. */
import { isCivilDate } from '../dates.ts'
import type { CivilDate } from '../document.ts'

/** Which of 03/04/2025 is the month. */
export type DateOrder = 'mdy' | 'dmy'

const monthNames = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/**
 * A date as lists write it: 2025-01-15, 20250115, 1/15/2025, 15.01.2025, Jan 15, 2025, 15-Jan-25; undefined for
 * anything else.
 */
export function readDate(text: string, order: DateOrder): CivilDate | undefined {
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text) ??
    /^(\d{4})(\d\d)(\d\d)$/.exec(text)
  if (iso) return civil(iso[1], iso[2], iso[3])
  const plain = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?$/.exec(text)
  if (plain) {
    const [, a, b, year = ''] = plain
    return order === 'mdy' ? civil(fullYear(year), a, b) : civil(fullYear(year), b, a)
  }
  const words = wordyDate.exec(text)
  const month = monthNames.indexOf((words?.[2] ?? '').toLowerCase()) + 1
  const [, first, , second, year = ''] = words ?? []
  return month > 0 ? civil(fullYear(year), String(month), first ?? second) : undefined
}

/** With the day before the month or after it. */
const wordyDate =
  /^(?:(\d{1,2})(?:st|nd|rd|th|\.)?[ -])?([A-Za-z]{3})[a-z]*\.?[ -](?:(\d{1,2})(?:st|nd|rd|th)?,? )?(\d{4}|\d{2})$/

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

/** The order that all dates of a column allow; `usual` where both do. */
export function dateOrder(texts: readonly string[], usual: DateOrder): DateOrder {
  for (const text of texts) {
    const [, a = 0, b = 0] = (/^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(text) ?? []).map(Number)
    if (a > 12) return 'dmy'
    if (b > 12) return 'mdy'
  }
  return usual
}

export function readYes(text: string): boolean | undefined {
  if (/^(?:1|y|yes|true|x)$/i.test(text)) return true
  return /^(?:0|n|no|false)?$/i.test(text) ? false : undefined
}

let countries: Map<string, string> | undefined

/** The code of a country from its code or English name; undefined for another word. */
export function readCountry(text: string): string | undefined {
  if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase()
  countries ??= countryNames()
  return countries.get(text.toLowerCase())
}

const otherNames = {
  usa: 'US',
  'united states of america': 'US',
  uk: 'GB',
  'great britain': 'GB',
  england: 'GB',
}

function countryNames(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  /* Codes of countries that are no more stand for their successors. */
  const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCurrent)
  const known = codes.flatMap((code) => {
    const name = names.of(code)
    return name ? [[name.toLowerCase(), code] as const] : []
  })
  return new Map([...known, ...Object.entries(otherNames)])
}

function civil(year = '', month = '', day = ''): CivilDate | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDate(date) ? date : undefined
}
