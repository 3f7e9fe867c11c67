import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../src/domain/dates.ts'
import type { Document } from '../../src/domain/document.ts'
import { freshUntil, shownStates, standing } from '../../src/domain/standing.ts'
import { aDocument, entry } from './fixtures.ts'

const due = '2025-01-30'
const seen = '2025-01-16T08:00:00.000Z'
const zone = 'America/New_York'

function shown(changes: Partial<Document>, today = due, unit_price = '100') {
  const { state, flags } = standing(
    aDocument(changes, { items: [{ description: 'Work', unit_price }] }),
    today,
  )
  return [state, ...flags].join(' ')
}

describe('an invoice is shown as', () => {
  it.each<[string, Partial<Document>, string?, string?]>([
    ['draft', { state: 'draft' }],
    ['sent', {}],
    ['viewed sent', { viewed_at: seen }],
    ['overdue sent', {}, '2025-01-31'],
    ['overdue viewed sent', { viewed_at: seen }, '2025-01-31'],
    ['partially_paid sent', { ledger: [entry('payment', 1)] }],
    ['overdue partially_paid sent', { ledger: [entry('payment', 1)] }, '2025-01-31'],
    ['paid sent', { ledger: [entry('payment', 10000)] }],
    ['paid sent', { ledger: [entry('payment', 10000)] }, '2026-01-01'],
    ['paid sent', { ledger: [entry('credit', 10000)] }],
    ['overpaid paid sent', { ledger: [entry('payment', 10001)] }],
    ['paid sent', {}, '2025-01-31', '0'],
    ['paid sent', {}, '2025-01-31', '-100'],
    ['overpaid paid sent', { ledger: [entry('payment', 1)] }, due, '-100'],
    ['refunded sent', { ledger: [entry('payment', 10000), entry('refund', -10000)] }],
    [
      'refunded overdue sent',
      { ledger: [entry('payment', 500), entry('refund', -500)] },
      '2025-01-31',
    ],
    [
      'partially_refunded partially_paid sent',
      { ledger: [entry('payment', 10000), entry('refund', -1)] },
    ],
    ['partially_refunded paid sent', { ledger: [entry('payment', 10001), entry('refund', -1)] }],
    [
      'overpaid partially_refunded paid sent',
      { ledger: [entry('payment', 10005), entry('refund', -1)] },
    ],
    ['uncollectible overdue', { state: 'uncollectible' }, '2025-01-31'],
    ['void viewed', { state: 'void', viewed_at: seen }, '2025-01-31'],
    ['sent payment_pending', { pending_minor: 10000 }],
    ['sent disputed', { ledger: [entry('payment', 10000), entry('dispute', -10000)] }],
    [
      'paid sent',
      { ledger: [entry('payment', 10000), entry('dispute', -9), entry('dispute_won', 9)] },
    ],
  ])('%s', (expected, changes, today, price) => {
    expect(shown(changes, today, price)).toBe(expected)
  })
})

describe('an estimate is shown as', () => {
  it.each<[string, Partial<Document>, string?]>([
    ['draft', { state: 'draft' }, '2026-01-01'],
    ['sent', {}, '2025-01-29'],
    ['viewed sent', { viewed_at: seen }, '2025-01-29'],
    ['expired sent', {}, '2025-01-30'],
    ['expired viewed sent', { viewed_at: seen }, '2025-01-30'],
    ['approved viewed', { state: 'approved', viewed_at: seen }, '2026-01-01'],
    ['approved revision_draft', { state: 'approved', draft_version: 2 }],
    ['declined', { state: 'declined' }, '2026-01-01'],
    ['invoiced viewed', { state: 'invoiced', viewed_at: seen }],
    ['void', { state: 'void' }],
  ])('%s', (expected, changes, today) => {
    expect(shown({ kind: 'estimate', ...changes }, today)).toBe(expected)
  })
})

describe('a credit note is shown as', () => {
  it.each<[string, Partial<Document>]>([
    ['draft', { state: 'draft' }],
    ['issued', {}],
    ['issued viewed', { viewed_at: seen }],
    ['void', { state: 'void' }],
  ])('%s', (expected, changes) => expect(shown({ kind: 'credit_note', ...changes })).toBe(expected))
})

describe('standing', () => {
  it('shows the first state of its kind that holds, and never one twice', () => {
    fc.assert(
      fc.property(invoices(), fc.integer({ min: -20, max: 40 }), (document, days) => {
        const { state, flags } = standing(document, addDays(due, days))
        const order: readonly string[] = shownStates.invoice
        const ranks = flags.map((flag) => order.indexOf(flag)).filter((rank) => rank >= 0)
        expect(ranks.every((rank) => rank > order.indexOf(state))).toBe(true)
        expect(new Set([state, ...flags]).size).toBe(flags.length + 1)
      }),
    )
  })
})

describe('a page stays fresh', () => {
  const now = new Date('2025-01-20T12:00:00Z')

  it('until the day after the due date begins for the business', () => {
    expect(freshUntil(aDocument(), zone, now)).toBe('2025-01-31T05:00:00.000Z')
    expect(freshUntil(aDocument({ kind: 'estimate' }), zone, now)).toBe('2025-01-30T05:00:00.000Z')
  })

  it('on the due date itself up to its last second', () => {
    expect(freshUntil(aDocument(), zone, new Date('2025-01-31T04:59:59.999Z'))).toBe(
      '2025-01-31T05:00:00.000Z',
    )
    expect(freshUntil(aDocument(), zone, new Date('2025-01-31T05:00:00Z'))).toBeNull()
  })

  it('for ever when nothing hangs on the date', () => {
    const paid = aDocument({ ledger: [entry('payment', 10000)] })
    expect(freshUntil(paid, zone, now)).toBeNull()
    expect(freshUntil(aDocument({ state: 'draft' }), zone, now)).toBeNull()
    expect(freshUntil(aDocument({ state: 'void' }), zone, now)).toBeNull()
    expect(freshUntil(aDocument({ kind: 'estimate', state: 'approved' }), zone, now)).toBeNull()
    expect(freshUntil(aDocument({ kind: 'credit_note' }), zone, now)).toBeNull()
    expect(freshUntil(aDocument({}, { due_on: '9999-12-31' }), zone, now)).toBeNull()
  })

  it('exactly as long as its standing does not change', () => {
    fc.assert(
      fc.property(invoices(), fc.integer({ min: -20, max: 10 }), (document, days) => {
        const today = addDays(due, days)
        const until = freshUntil(document, 'UTC', new Date(`${today}T12:00:00Z`))
        const later = until === null ? addDays(today, 400) : until.slice(0, 10)
        const sameDayBefore = until === null ? later : addDays(later, -1)
        expect(standing(document, sameDayBefore)).toEqual(standing(document, today))
        if (until !== null) expect(standing(document, later)).not.toEqual(standing(document, today))
      }),
    )
  })
})

function invoices(): fc.Arbitrary<Document> {
  const amount = fc.integer({ min: 1, max: 15_000 })
  return fc
    .record({
      state: fc.constantFrom(
        'draft' as const,
        'sent' as const,
        'void' as const,
        'uncollectible' as const,
      ),
      viewed_at: fc.constantFrom(null, seen),
      pending_minor: fc.constantFrom(0, 500),
      ledger: fc.array(
        fc.oneof(
          amount.map((minor) => entry('payment', minor)),
          amount.map((minor) => entry('refund', -minor)),
          amount.map((minor) => entry('dispute', -minor)),
        ),
        { maxLength: 4 },
      ),
    })
    .map((changes) => aDocument(changes))
}
