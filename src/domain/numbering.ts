/** Numbers of documents: "INV-001" from the pattern "INV-{seq:3}". */
import type { CivilDate } from './document.ts'
import { numberLength } from './limits.ts'

export type NumberReset = 'never' | 'year'

/** What a pattern is filled with; `month` only where the pattern has {mm}. */
export type NumberParts = { seq: number; year: number | string; month?: number | string }

const piece = /\{([^{}]*)\}/g
const knownPiece = /^(?:seq(?::[1-9])?|yyyy|yy|mm)$/
const ids = /^(?:cus|doc|sh|msg|led|pay|rf|wh|co|sx)_/

/** Why a pattern of config.yml will not do; undefined when it will. */
export function checkPattern(pattern: string, reset: NumberReset = 'never'): string | undefined {
  const pieces = [...pattern.matchAll(piece)].map((match) => match[1] ?? '')
  const unknown = pieces.find((name) => !knownPiece.test(name))
  if (unknown !== undefined) {
    return `{${unknown}} is not known; use {seq}, {seq:3}, {yyyy}, {yy} or {mm}`
  }
  if (pieces.filter((name) => name.startsWith('seq')).length !== 1) {
    return 'must contain {seq} or {seq:3} exactly once'
  }
  if (reset === 'year' && !pieces.some((name) => name.startsWith('yy'))) {
    return 'must contain {yyyy} or {yy} when numbering starts anew each year'
  }
  return checkNumber(formatNumber(pattern, { seq: 999_999_999, year: 2025, month: 12 }))
}

/** The number for a sequence; more digits than {seq:N} asks for are kept. */
export function formatNumber(pattern: string, { seq, year, month }: NumberParts): string {
  return pattern.replaceAll(piece, (whole, name: string) => {
    if (name === 'yyyy') return String(year).padStart(4, '0')
    if (name === 'yy') return String(year).slice(-2)
    if (name === 'mm' && month !== undefined) return String(month).padStart(2, '0')
    if (name.startsWith('seq')) return String(seq).padStart(Number(name.slice(4) || 1), '0')
    throw new RangeError(`Nothing to fill ${whole} of ${pattern} with`)
  })
}

/** The sequence and the period that a number has by this pattern; undefined for one in another shape. */
export function readNumber(
  pattern: string,
  reset: NumberReset,
  number: string,
): { seq: number; period: string } | undefined {
  const parts = pattern.split(/(\{[^{}]*\})/)
  const yearAt = parts.findIndex((part) => part.startsWith('{yy'))
  const shape = parts.map((part, i) => (i === yearAt ? `(?<year>${shapeOf(part)})` : shapeOf(part)))
  const { seq, year = '' } = new RegExp(`^${shape.join('')}$`).exec(number)?.groups ?? {}
  return seq === undefined ? undefined : { seq: Number(seq), period: reset === 'year' ? year : '' }
}

function shapeOf(part: string): string {
  if (part.startsWith('{seq')) return '(?<seq>[0-9]+)'
  if (part === '{yyyy}') return '[0-9]{4}'
  if (part.startsWith('{')) return '[0-9]{2}'
  return part.replace(/[.\-/]/g, '\\$&')
}

/** The period that a sequence counts in: `""` for ever, else the year of the document's date. */
export function periodOf(reset: NumberReset, date: CivilDate): string {
  return reset === 'year' ? date.slice(0, 4) : ''
}

/**
 * Why a number given by hand will not do; undefined when it will. Only ASCII: it goes into file
 * names, mail headers and URLs.
 */
export function checkNumber(number: string): string | undefined {
  if (number.length > numberLength) return `must have at most ${numberLength} characters`
  if (!/^[A-Za-z0-9](?:[A-Za-z0-9._/-]*[A-Za-z0-9])?$/.test(number) || number.includes('..')) {
    return 'must consist of letters, digits and - _ . / and begin and end with a letter or digit'
  }
  if (ids.test(number)) return 'must not look like an id, such as doc_…'
  return undefined
}
