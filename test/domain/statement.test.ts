import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { addDays } from '../../src/domain/dates.ts'
import type { Document, LedgerEntry, LedgerKind } from '../../src/domain/document.ts'
import { type Statement, statementsOf } from '../../src/domain/statement.ts'
import { aDocument, entry } from './fixtures.ts'

const zone = 'America/New_York'
const january = { from: '2025-01-01', until: '2025-01-31' }
const ever = { from: '1900-01-01', until: '9999-12-31' }

/** The one statement of these documents. */
function statement(documents: Document[], range = january): Statement {
  const [one, ...others] = statementsOf(documents, range, zone)
  if (!one || others.length > 0) throw new Error('There is not exactly one statement.')
  return one
}

const told = ({ movements }: Statement) =>
  movements.map(({ on, kind, amount_minor, balance_minor }) => [
    on,
    kind,
    amount_minor,
    balance_minor,
  ])

describe('a statement', () => {
  test('begins with what was owed, tells what changed it, and ends with what is owed', () => {
    const old = aDocument(
      { ledger: [entry('payment', 4000, { on: '2025-01-10' })] },
      { issued_on: '2024-12-20' },
    )
    const fresh = aDocument({ id: 'doc_2', number: 'INV-002' }, { issued_on: '2025-01-15' })
    const one = statement([fresh, old])
    expect([one.currency, one.opening_minor, one.closing_minor]).toEqual(['USD', 10_000, 16_000])
    expect(told(one)).toEqual([
      ['2025-01-10', 'payment', -4000, 6000],
      ['2025-01-15', 'invoice', 10_000, 16_000],
    ])
  })

  test('holds its first day and its last, and nothing after', () => {
    const ledger = ['2024-12-31', '2025-01-01', '2025-01-31', '2025-02-01'].map((on, i) =>
      entry('payment', 1000 + i, { on }),
    )
    const one = statement([aDocument({ ledger }, { issued_on: '2024-12-31' })])
    expect(one.opening_minor).toBe(10_000 - 1000)
    expect(one.movements.map(({ on }) => on)).toEqual(['2025-01-01', '2025-01-31'])
    expect(one.closing_minor).toBe(10_000 - 1000 - 1001 - 1002)
  })

  test('is one for each currency', () => {
    const euros = aDocument({ number: 'INV-002' }, { currency: 'EUR' })
    const found = statementsOf([aDocument(), euros], january, zone)
    expect(found.map(({ currency, closing_minor }) => [currency, closing_minor])).toEqual([
      ['EUR', 10_000],
      ['USD', 10_000],
    ])
  })

  test('is none where nothing happened yet', () => {
    expect(statementsOf([], january, zone)).toEqual([])
    expect(statementsOf([aDocument({ state: 'draft' })], january, zone)).toEqual([])
    expect(statementsOf([aDocument({}, { issued_on: '2025-02-01' })], january, zone)).toEqual([])
  })

  test('tells of a void invoice that it was issued and cancelled, in the business’s own days', () => {
    const voided = aDocument({ state: 'void', voided_at: '2025-01-21T03:00:00.000Z' })
    expect(told(statement([voided]))).toEqual([
      ['2025-01-15', 'invoice', 10_000, 10_000],
      ['2025-01-20', 'cancelled', -10_000, 0],
    ])
  })

  test('has what was paid after an invoice was cancelled in the customer’s favour', () => {
    const late = entry('payment', 10_000, { on: '2025-01-25', at: '2025-01-25T15:00:00.000Z' })
    const ledger = [late]
    const voided = aDocument({ state: 'void', voided_at: '2025-01-21T03:00:00.000Z', ledger })
    expect(told(statement([voided]))).toEqual([
      ['2025-01-15', 'invoice', 10_000, 10_000],
      ['2025-01-20', 'cancelled', -10_000, 0],
      ['2025-01-25', 'payment', -10_000, -10_000],
    ])
  })

  test('takes a deposit as money received, and says nothing of its way to the invoice', () => {
    const moved = { provider_payment_id: 'led_move' }
    const estimate = aDocument({
      kind: 'estimate',
      number: 'EST-001',
      state: 'invoiced',
      ledger: [
        entry('payment', 5000, { on: '2025-01-16' }),
        entry('transfer_out', -5000, { on: '2025-01-18', ...moved }),
      ],
    })
    const invoice = aDocument(
      { ledger: [entry('transfer_in', 5000, { on: '2025-01-18', ...moved })] },
      { issued_on: '2025-01-18' },
    )
    expect(told(statement([estimate, invoice]))).toEqual([
      ['2025-01-16', 'payment', -5000, -5000],
      ['2025-01-18', 'invoice', 10_000, 5000],
    ])
    expect(told(statement([invoice])).map(([, kind]) => kind)).toEqual(['invoice', 'transfer_in'])
  })

  test('counts as paid what a dispute only holds', () => {
    const ledger = [
      entry('payment', 10_000, { on: '2025-01-16' }),
      entry('dispute', -10_000, { on: '2025-01-20' }),
    ]
    expect(told(statement([aDocument({ ledger, disputing_minor: 10_000 })]))).toEqual([
      ['2025-01-15', 'invoice', 10_000, 10_000],
      ['2025-01-16', 'payment', -10_000, 0],
      ['2025-01-20', 'dispute', 10_000, 10_000],
      ['2025-01-20', 'disputing', -10_000, 0],
    ])
    expect(statement([aDocument({ ledger })]).closing_minor).toBe(10_000)
  })

  test('tells of a credit note once: by its entry on the invoice, or by itself', () => {
    const note = { kind: 'credit_note', number: 'CN-001' } as const
    const credited = aDocument({
      ledger: [entry('credit', 10_000, { on: '2025-01-17', reference: 'CN-001' })],
    })
    const related = [credited, aDocument({ ...note, relates_to: 'INV-001' })]
    expect(statement(related).closing_minor).toBe(0)
    expect(told(statement([aDocument(note)]))).toEqual([
      ['2025-01-15', 'credit_note', -10_000, -10_000],
    ])
  })
})

const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2024-12-01', days))
const signs: Partial<Record<LedgerKind, 1 | -1>> = {
  payment: 1,
  refund: -1,
  dispute: -1,
  credit: 1,
}

const movement: fc.Arbitrary<LedgerEntry> = fc
  .tuple(
    fc.constantFrom<LedgerKind>(
      'payment',
      'refund',
      'refund_failed',
      'dispute',
      'dispute_won',
      'credit',
    ),
    fc.integer({ min: 1, max: 9_999_999 }),
    day,
  )
  .map(([kind, minor, on]) =>
    entry(kind, minor * (signs[kind] ?? 1), { on, at: `${on}T12:00:00.000Z` }),
  )

const past = fc
  .record({
    kind: fc.constantFrom<Document['kind']>('invoice', 'estimate', 'credit_note'),
    currency: fc.constantFrom('USD', 'EUR', 'JPY'),
    price: fc.integer({ min: 0, max: 9_999_999 }),
    issued_on: day,
    voided_on: fc.option(day),
    ledger: fc.array(movement, { maxLength: 5 }),
    held: fc.boolean(),
  })
  .map(({ kind, currency, price, issued_on, voided_on, ledger, held }) => {
    const own = kind === 'credit_note' ? [] : ledger.map((one) => ({ ...one, currency }))
    const dispute = held ? own.findLast((one) => one.kind === 'dispute') : undefined
    const items = [{ description: 'Work', unit_price: String(price) }]
    const voided = voided_on && { state: 'void' as const, voided_at: `${voided_on}T17:00:00.000Z` }
    return aDocument(
      {
        kind,
        ledger: own,
        disputing_minor: 0 - (dispute?.amount_minor ?? 0),
        relates_to: kind === 'credit_note' ? 'INV-001' : null,
        ...(kind === 'invoice' ? voided : {}),
      },
      { currency, items, issued_on },
    )
  })

/** What a document leaves the customer owing, by the one function that pages and lists print. */
function owed(document: Document): number {
  const { balance_due_minor, paid_minor, refunded_minor, disputed_minor } = balance(document)
  /* Whatever came for what is not asked for is theirs. */
  if (document.kind === 'estimate' || document.state === 'void') {
    return refunded_minor + disputed_minor - paid_minor
  }
  return balance_due_minor
}

describe('whatever happened', () => {
  const documents = fc.array(past, { maxLength: 6 })

  test('opening balance and movements make the closing balance, at every line', () => {
    fc.assert(
      fc.property(documents, day, day, (all, from, until) => {
        for (const one of statementsOf(all, { from, until }, zone)) {
          let running = one.opening_minor
          for (const { amount_minor, balance_minor } of one.movements) {
            running += amount_minor
            expect(balance_minor).toBe(running)
          }
          expect(one.closing_minor).toBe(running)
        }
      }),
    )
  })

  test('over all days it ends with what the books say is left, and it began with nothing', () => {
    fc.assert(
      fc.property(documents, (all) => {
        const found = statementsOf(all, ever, zone)
        for (const { currency, opening_minor, closing_minor } of found) {
          const own = all.filter(({ content }) => content.currency === currency)
          expect(opening_minor).toBe(0)
          expect(closing_minor).toBe(own.reduce((total, document) => total + owed(document), 0))
        }
        const told = new Set(found.map(({ currency }) => currency))
        const silent = all.filter(({ content }) => !told.has(content.currency))
        expect(silent.every((document) => owed(document) === 0)).toBe(true)
      }),
    )
  })

  test('the next one begins where the one before ends, wherever it is cut', () => {
    fc.assert(
      fc.property(documents, day, (all, until) => {
        const closing = statementsOf(all, { from: '1900-01-01', until }, zone)
        const opening = statementsOf(all, { from: addDays(until, 1), until: '9999-12-31' }, zone)
        for (const { currency, opening_minor } of opening) {
          const before = closing.find((one) => one.currency === currency)
          expect(opening_minor).toBe(before?.closing_minor ?? 0)
        }
      }),
    )
  })
})
