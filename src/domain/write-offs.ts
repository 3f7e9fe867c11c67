/**
 * What was given up of an invoice, and what of it came after all: each on its own day, so that a period that was
 * reported stays as it was.
 */
import { later } from './dates.ts'
import type { CivilDate, Instant } from './document.ts'

/** Above zero it is lost, below zero it is not any more. */
export type WriteOff = {
  on: CivilDate
  amount_minor: number
  what: 'given up' | 'paid after all' | 'reopened'
}

/** What was decided about an invoice and what moved on it, each in its order. */
export type Lost = {
  total_minor: number
  /** Now; what a dispute holds counts as paid. */
  balance_minor: number
  turns: readonly { type: string; at: Instant }[]
  /** But for disputes. */
  movements: readonly { on: CivilDate; at: Instant; amount_minor: number }[]
}

/** All write-offs of an invoice: they add up to what is given up now. */
export function writeOffs(lost: Lost, dayOf: (at: Instant) => CivilDate): WriteOff[] {
  return spansOf(lost.turns).flatMap((span) => ofSpan(lost, span, dayOf))
}

/** From when until when it was given up; until null when it is so still. */
type Span = { from: Instant; until: Instant | null }

function spansOf(turns: Lost['turns']): Span[] {
  const spans: Span[] = []
  for (const { type, at } of turns) {
    const open = spans.findLast(({ until }) => until === null)
    if (type === 'uncollectible') spans.push({ from: at, until: null })
    else if (open) open.until = at
  }
  return spans
}

function ofSpan(
  { total_minor, balance_minor, movements }: Lost,
  { from, until }: Span,
  dayOf: (at: Instant) => CivilDate,
): WriteOff[] {
  const first = dayOf(from)
  const inside = movements.filter(({ at }) => at > from && (until === null || at <= until))
  const before = movements.filter(({ at }) => at <= from)
  const given = until === null ? balance_minor + sumOf(inside) : total_minor - sumOf(before)
  const found: WriteOff[] = [{ on: first, amount_minor: given, what: 'given up' }]
  for (const { on, amount_minor } of inside) {
    found.push({ on: later(on, first), amount_minor: -amount_minor, what: 'paid after all' })
  }
  if (until !== null) {
    const left = given - sumOf(inside)
    found.push({ on: dayOf(until), amount_minor: -left, what: 'reopened' })
  }
  return found.filter(({ amount_minor }) => amount_minor !== 0)
}

function sumOf(rows: readonly { amount_minor: number }[]): number {
  return rows.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}
