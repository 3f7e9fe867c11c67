import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { type LedgerEntry, type LedgerKind, ledgerKinds } from '../../src/domain/document.ts'
import { aDocument, entry } from './fixtures.ts'

describe('the balance of an invoice', () => {
  it('is its total before anything is paid', () => {
    expect(balance(aDocument())).toEqual({
      paid_minor: 0,
      credited_minor: 0,
      refunded_minor: 0,
      disputed_minor: 0,
      balance_due_minor: 10000,
      amount_due_now_minor: 10000,
      deposit_paid_minor: 0,
    })
  })

  it('falls with payments and rises with refunds and disputes', () => {
    const ledger = [entry('payment', 8000), entry('refund', -1000), entry('dispute', -500)]
    expect(balance(aDocument({ ledger }))).toMatchObject({
      paid_minor: 8000,
      refunded_minor: 1000,
      disputed_minor: 500,
      balance_due_minor: 3500,
    })
    const won = [...ledger, entry('dispute_won', 500)]
    expect(balance(aDocument({ ledger: won }))).toMatchObject({
      disputed_minor: 0,
      balance_due_minor: 3000,
    })
  })

  it('is total − paid + refunded + disputed, whatever happened', () => {
    const entries = fc.array(
      fc
        .tuple(fc.constantFrom(...ledgerKinds), fc.integer({ min: 1, max: 50_000 }))
        .map(([kind, amount]) => withOpposite(kind, amount)),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(entries, (pairs) => {
        const ledger = pairs.flat()
        const sums = balance(aDocument({ ledger }))
        const { paid_minor, refunded_minor, disputed_minor } = sums
        expect(sums.balance_due_minor).toBe(10000 - paid_minor + refunded_minor + disputed_minor)
        expect(sums.refunded_minor).toBeGreaterThanOrEqual(0)
        expect(sums.amount_due_now_minor).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('leaves a payment standing while it is disputed, and asks again once that is lost', () => {
    const ledger = [entry('payment', 10000), entry('dispute', -10000)]
    expect(balance(aDocument({ ledger, disputing_minor: 10000 }))).toMatchObject({
      disputed_minor: 0,
      balance_due_minor: 0,
    })
    expect(balance(aDocument({ ledger }))).toMatchObject({
      disputed_minor: 10000,
      balance_due_minor: 10000,
      amount_due_now_minor: 10000,
    })
  })

  it('takes back a refund that failed after all', () => {
    const ledger = [entry('payment', 10000), entry('refund', -400), entry('refund_failed', 400)]
    expect(balance(aDocument({ ledger }))).toMatchObject({
      refunded_minor: 0,
      balance_due_minor: 0,
    })
  })

  it('is due, but not asked for while payment rests after a refund', () => {
    const ledger = [entry('payment', 10000), entry('refund', -10000)]
    const rested_at = '2025-01-20T09:00:00.000Z'
    expect(balance(aDocument({ ledger, rested_at }))).toMatchObject({
      balance_due_minor: 10000,
      amount_due_now_minor: 0,
    })
  })

  it('asks now for what is not yet on its way', () => {
    expect(balance(aDocument({ pending_minor: 4000 })).amount_due_now_minor).toBe(6000)
    const overpaid = aDocument({ ledger: [entry('payment', 12000)] })
    expect(balance(overpaid)).toMatchObject({ balance_due_minor: -2000, amount_due_now_minor: 0 })
  })

  it('counts the deposit that moved in from the estimate', () => {
    const ledger = [entry('transfer_in', 5000)]
    expect(balance(aDocument({ ledger }))).toMatchObject({
      paid_minor: 5000,
      deposit_paid_minor: 5000,
      balance_due_minor: 5000,
    })
  })

  it('is nothing once it is void, and asks for nothing once it is given up', () => {
    expect(balance(aDocument({ state: 'void' })).balance_due_minor).toBe(0)
    expect(balance(aDocument({ state: 'uncollectible' }))).toMatchObject({
      balance_due_minor: 10000,
      amount_due_now_minor: 0,
    })
  })
})

describe('the balance of an estimate', () => {
  const half = { deposit: { percent: '50' } }

  it('asks for the deposit once it is approved', () => {
    expect(balance(aDocument({ kind: 'estimate' }, half)).amount_due_now_minor).toBe(0)
    const approved = aDocument({ kind: 'estimate', state: 'approved' }, half)
    expect(balance(approved).amount_due_now_minor).toBe(5000)
    const pending = { ...approved, pending_minor: 5000 }
    expect(balance(pending).amount_due_now_minor).toBe(0)
    const paid = { ...approved, ledger: [entry('payment', 5000)] }
    expect(balance(paid)).toMatchObject({ amount_due_now_minor: 0, deposit_paid_minor: 5000 })
  })

  it('asks again for a deposit that went back', () => {
    const ledger = [entry('payment', 5000), entry('refund', -5000)]
    const approved = aDocument({ kind: 'estimate', state: 'approved', ledger }, half)
    expect(balance(approved)).toMatchObject({ amount_due_now_minor: 5000, deposit_paid_minor: 0 })
  })

  it('asks for nothing without a deposit', () => {
    const approved = aDocument({ kind: 'estimate', state: 'approved' })
    expect(balance(approved).amount_due_now_minor).toBe(0)
  })

  it('remembers the deposit that moved on to the invoice', () => {
    const ledger = [entry('payment', 5000), entry('transfer_out', -5000)]
    const invoiced = aDocument({ kind: 'estimate', state: 'invoiced', ledger }, half)
    expect(balance(invoiced)).toMatchObject({
      paid_minor: 0,
      deposit_paid_minor: 5000,
      balance_due_minor: 0,
      amount_due_now_minor: 0,
    })
  })
})

describe('the balance of a credit note', () => {
  it('is nothing', () => {
    expect(balance(aDocument({ kind: 'credit_note' }))).toMatchObject({
      balance_due_minor: 0,
      amount_due_now_minor: 0,
    })
  })
})

/** What came back was taken before. */
function withOpposite(kind: LedgerKind, amount: number): LedgerEntry[] {
  const taken = { dispute_won: 'dispute', refund_failed: 'refund' } as const
  const first = taken[kind as keyof typeof taken]
  const own = entry(kind, isOut(kind) ? -amount : amount)
  return first ? [entry(first, -amount), own] : [own]
}

function isOut(kind: string): boolean {
  return kind === 'refund' || kind === 'dispute' || kind === 'transfer_out'
}
