/** How the business does: revenue, who owes since when, how fast they pay, what becomes of estimates. */
import { daysBetween } from './dates.ts'
import type { CivilDate, StoredState } from './document.ts'
import { isWithin, netSales, type Period, type PostedDocument, postingsOf } from './posting.ts'
import { sumMinor } from './sum-minor.ts'

export type MonthLine = {
  month: string
  /** Sales without tax, less what was credited or voided. */
  sales_minor: number
  tax_minor: number
  /** Received, less refunds and disputes. */
  received_minor: number
}

const ageBuckets = ['not_due', '1_30', '31_60', '61_90', 'over_90'] as const
export type AgeBucket = (typeof ageBuckets)[number]
export type AgeLine = { bucket: AgeBucket; count: number; amount_minor: number }

export type EstimateOutcome = 'approved' | 'declined' | 'expired' | 'open'
export type EstimateLine = { outcome: EstimateOutcome; count: number; amount_minor: number }

/** All of one currency: amounts of different ones do not add up. */
export type BusinessReport = {
  currency: string
  months: MonthLine[]
  ageing: AgeLine[]
  /** Of invoices that were paid in full in the period; null where there was none. */
  days_to_pay: { count: number; average: number; median: number; late: number } | null
  estimates: EstimateLine[]
  /** Approved of those that are decided or expired, in percent with one digit; null without any. */
  conversion_percent: number | null
}

export type ReportFacts = {
  documents: PostedDocument[]
  received: { currency: string; on: CivilDate; amount_minor: number }[]
  unpaid: { currency: string; due_on: CivilDate | null; amount_minor: number }[]
  paid: { currency: string; issued_on: CivilDate; due_on: CivilDate | null; paid_on: CivilDate }[]
  estimates: {
    currency: string
    state: StoredState
    issued_on: CivilDate
    valid_until_on: CivilDate | null
    total_minor: number
  }[]
}

/** A report for each currency: the business's own first, of the others those that have anything. */
export function businessReports(
  facts: ReportFacts,
  question: Period & { today: CivilDate; currency: string },
): BusinessReport[] {
  const used = new Set([
    question.currency,
    ...Object.values(facts).flatMap((rows) => rows.map(({ currency }) => currency)),
  ])
  const reports = [...used].map((currency) => reportOf(currency, facts, question))
  const [own, ...others] = reports
  return own ? [own, ...others.filter(hasAnything)] : []
}

function reportOf(
  currency: string,
  facts: ReportFacts,
  { today, ...period }: Period & { today: CivilDate },
): BusinessReport {
  const isOurs = (row: { currency: string }) => row.currency === currency
  const estimates = estimateLines(facts.estimates.filter(isOurs), period, today)
  return {
    currency,
    months: monthLines(facts.documents.filter(isOurs), facts.received.filter(isOurs), period),
    ageing: ageLines(facts.unpaid.filter(isOurs), today),
    days_to_pay: daysToPay(facts.paid.filter(isOurs), period),
    estimates,
    conversion_percent: conversion(estimates),
  }
}

/** Whether anything was sold or received in its time, is owed today, or was estimated. */
export function hasAnything({ months, ageing, estimates }: BusinessReport): boolean {
  return (
    months.some(({ sales_minor, received_minor }) => sales_minor !== 0 || received_minor !== 0) ||
    [...ageing, ...estimates].some(({ count }) => count > 0)
  )
}

function monthLines(
  documents: ReportFacts['documents'],
  received: ReportFacts['received'],
  period: Period,
): MonthLine[] {
  const posted = byMonth(documents.flatMap(postingsOf), period)
  const money = byMonth(received, period)
  return monthsOf(period).map((month) => {
    const postings = posted.get(month) ?? []
    return {
      month,
      sales_minor: sumMinor(postings.map(({ document, sign }) => sign * netSales(document.totals))),
      tax_minor: sumMinor(postings.map(({ document, sign }) => sign * document.totals.tax_minor)),
      received_minor: sumOf(money.get(month) ?? []),
    }
  })
}

function byMonth<Row extends { on: CivilDate }>(rows: Row[], period: Period): Map<string, Row[]> {
  const months = new Map<string, Row[]>()
  for (const row of rows) {
    if (!isWithin(row.on, period)) continue
    const month = row.on.slice(0, 7)
    const known = months.get(month)
    if (known) known.push(row)
    else months.set(month, [row])
  }
  return months
}

function monthsOf({ since, until }: Period): string[] {
  const months: string[] = []
  for (let count = monthCount(since); count <= monthCount(until); count++) {
    const [year, month] = [Math.floor(count / 12), (count % 12) + 1]
    months.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`)
  }
  return months
}

/** Months since the year 0: as texts, those of the year 10000 would lie before all others. */
function monthCount(date: CivilDate): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1
}

function ageLines(unpaid: ReportFacts['unpaid'], today: CivilDate): AgeLine[] {
  return ageBuckets.map((bucket) => {
    const rows = unpaid.filter(({ due_on }) => bucketOf(due_on, today) === bucket)
    return { bucket, count: rows.length, amount_minor: sumOf(rows) }
  })
}

function bucketOf(due_on: CivilDate | null, today: CivilDate): AgeBucket {
  const days = due_on === null ? 0 : daysBetween(due_on, today)
  if (days <= 0) return 'not_due'
  if (days <= 30) return '1_30'
  if (days <= 60) return '31_60'
  return days <= 90 ? '61_90' : 'over_90'
}

function daysToPay(paid: ReportFacts['paid'], period: Period): BusinessReport['days_to_pay'] {
  const inPeriod = paid.filter(({ paid_on }) => isWithin(paid_on, period))
  const days = inPeriod
    .map(({ issued_on, paid_on }) => Math.max(0, daysBetween(issued_on, paid_on)))
    .sort((a, b) => a - b)
  if (days.length === 0) return null
  const late = inPeriod.filter(({ due_on, paid_on }) => due_on !== null && paid_on > due_on).length
  const sum = days.reduce((all, one) => all + one, 0)
  const middle =
    ((days[Math.floor((days.length - 1) / 2)] ?? 0) + (days[Math.floor(days.length / 2)] ?? 0)) / 2
  return { count: days.length, average: tenths(sum / days.length), median: middle, late }
}

const outcomes = ['approved', 'declined', 'expired', 'open'] as const

function estimateLines(
  estimates: ReportFacts['estimates'],
  period: Period,
  today: CivilDate,
): EstimateLine[] {
  const counted = estimates.filter(({ issued_on }) => isWithin(issued_on, period))
  return outcomes.map((outcome) => {
    const rows = counted
      .filter((one) => outcomeOf(one, today) === outcome)
      .map(({ total_minor }) => ({ amount_minor: total_minor }))
    return { outcome, count: rows.length, amount_minor: sumOf(rows) }
  })
}

/** Drafts and what was void have no outcome. */
function outcomeOf(
  { state, valid_until_on }: ReportFacts['estimates'][number],
  today: CivilDate,
): EstimateOutcome | undefined {
  if (state === 'approved' || state === 'invoiced') return 'approved'
  if (state === 'declined') return 'declined'
  if (state !== 'sent') return undefined
  return valid_until_on !== null && valid_until_on < today ? 'expired' : 'open'
}

function conversion(lines: EstimateLine[]): number | null {
  const count = (outcome: EstimateOutcome) =>
    lines.find((line) => line.outcome === outcome)?.count ?? 0
  const over = count('approved') + count('declined') + count('expired')
  return over === 0 ? null : tenths((100 * count('approved')) / over)
}

function sumOf(rows: readonly { amount_minor: number }[]): number {
  return sumMinor(rows.map(({ amount_minor }) => amount_minor))
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}
