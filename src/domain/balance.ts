/** What was received for a document and what is left to pay, from its ledger (design §4). */
import { type Document, type LedgerEntry, type LedgerKind, ledgerKinds } from './document.ts'

/** All in minor units; paid, refunded and disputed are never negative. */
export type Balance = {
  /** Payments, transfers in and out, and credits. */
  paid_minor: number
  /** The credits among them: taken off by credit notes, which is no money. */
  credited_minor: number
  refunded_minor: number
  /** Taken back by disputes that were lost; while one is open, its payment still counts. */
  disputed_minor: number
  /** Total − paid + refunded + lost in disputes; below zero when too much was received. */
  balance_due_minor: number
  /**
   * Invoice: balance less what is on its way. Approved estimate: the unpaid deposit. Else 0, and so while
   * payment rests after a refund.
   */
  amount_due_now_minor: number
  /**
   * Estimate: received for the deposit, also once it has moved on. Invoice: moved in from its
   * estimate.
   */
  deposit_paid_minor: number
}

type Money = Pick<
  Document,
  'kind' | 'state' | 'totals' | 'ledger' | 'pending_minor' | 'disputing_minor' | 'rested_at'
>

/** Whether money or credit is on a document, or on its way: then it is not changed any more (design §5). */
export function hasMoney(document: Money): boolean {
  const { paid_minor, refunded_minor, disputed_minor } = balance(document)
  const { pending_minor, disputing_minor } = document
  return [paid_minor, refunded_minor, disputed_minor, pending_minor, disputing_minor].some(Boolean)
}

/** Derives all sums. A void document, an invoiced estimate and a credit note have nothing due. */
export function balance(document: Money): Balance {
  const { ledger } = document
  const paid = sum(ledger, ['payment', 'transfer_in', 'transfer_out', 'credit'])
  const refunded = negated(sum(ledger, ['refund', 'refund_failed']))
  const disputed = negated(sum(ledger, ['dispute', 'dispute_won'])) - document.disputing_minor
  const due = isClosed(document) ? 0 : document.totals.total_minor - paid + refunded + disputed
  const deposit = depositPaid(document)
  return {
    paid_minor: paid,
    credited_minor: sum(ledger, ['credit']),
    refunded_minor: refunded,
    disputed_minor: disputed,
    balance_due_minor: due,
    amount_due_now_minor: Math.max(0, wanted(document, due, deposit) - document.pending_minor),
    deposit_paid_minor: deposit,
  }
}

function isClosed({ kind, state }: Money): boolean {
  return kind === 'credit_note' || state === 'void' || state === 'invoiced'
}

/** What is asked for now, before subtracting what is on its way. */
function wanted(document: Money, due: number, depositPaidMinor: number): number {
  const { kind, state, totals, rested_at } = document
  if (rested_at !== null) return 0
  if (kind === 'invoice') return state === 'draft' || state === 'sent' ? due : 0
  if (kind === 'estimate' && state === 'approved')
    return (totals.deposit_minor ?? 0) - depositPaidMinor
  return 0
}

function depositPaid({ kind, ledger, disputing_minor }: Money): number {
  if (kind === 'invoice') return sum(ledger, ['transfer_in', 'transfer_out'])
  if (kind === 'credit_note') return 0
  const moved = sum(ledger, ['transfer_in', 'transfer_out'])
  return sum(ledger, ledgerKinds) - moved + disputing_minor
}

function sum(ledger: LedgerEntry[], kinds: readonly LedgerKind[]): number {
  let total = 0
  for (const entry of ledger) if (kinds.includes(entry.kind)) total += entry.amount_minor
  return total
}

/** Changes the sign without making a negative zero. */
function negated(amount: number): number {
  return 0 - amount
}
