/** What a customer had from the business: what is open, what is over, and what was paid. */
import { balance } from './balance.ts'
import type { CivilDate, Document, LedgerEntry, LedgerKind } from './document.ts'
import { type LinkLife, shareEnd } from './link-life.ts'
import { shareKindOf } from './sending.ts'
import { type Standing, standing } from './standing.ts'
import { addMinor } from './sum-minor.ts'

/** A document of the history, as it stands. */
export type PastDocument = {
  document: Document
  standing: Standing
  balance_due_minor: number
  amount_due_now_minor: number
}

/** A payment, or what became of one, with its receipt's number where it has one. */
export type PastPayment = { document: Document; entry: LedgerEntry; receipt: string | null }

export type History = {
  /** Invoices on which something is left to pay, the one that is due first in front. */
  outstanding: PastDocument[]
  /** The latest first, as in all that follow. */
  estimates: PastDocument[]
  /** All other invoices, and credit notes. */
  settled: PastDocument[]
  payments: PastPayment[]
  /** Left to pay on invoices, by currency. */
  owed: { currency: string; amount_minor: number }[]
}

/** Sorts a customer's documents out. Drafts were never theirs. `today` is the date where the business is. */
export function historyOf(documents: readonly Document[], today: CivilDate): History {
  const past = documents
    .filter(({ state }) => state !== 'draft')
    .map((document) => pastDocument(document, today))
    .sort((one, other) => byIssue(other, one))
  const outstanding = past.filter(isOutstanding).sort(byDueDate)
  return {
    outstanding,
    estimates: past.filter(({ document }) => document.kind === 'estimate'),
    settled: past.filter((one) => one.document.kind !== 'estimate' && !isOutstanding(one)),
    payments: paymentsOf(past.map(({ document }) => document)),
    owed: owedOf(outstanding),
  }
}

/** Whether a fresh link to it would open it: not of what is void, nor of what ended some time ago. */
export function isOpenable(document: Document, life: LinkLife, zone: string, now: Date): boolean {
  if (document.state === 'draft' || document.state === 'void') return false
  const fresh = { kind: shareKindOf(document), scope: 'full', expires_at: null } as const
  const end = shareEnd(fresh, document, life, zone)
  return end === null || now.toISOString() < end
}

function pastDocument(document: Document, today: CivilDate): PastDocument {
  const { balance_due_minor, amount_due_now_minor } = balance(document)
  return { document, standing: standing(document, today), balance_due_minor, amount_due_now_minor }
}

/** What was given up is not asked for, nor what rests after a refund; what is on its way still shows. */
function isOutstanding({ document, amount_due_now_minor }: PastDocument): boolean {
  const { kind, state, pending_minor } = document
  return kind === 'invoice' && state === 'sent' && (amount_due_now_minor > 0 || pending_minor > 0)
}

function byDueDate(one: PastDocument, other: PastDocument): number {
  return compare(dueOn(one), dueOn(other)) || byIssue(one, other)
}

function dueOn({ document: { content } }: PastDocument): CivilDate {
  return content.due_on ?? content.issued_on
}

function byIssue({ document: one }: PastDocument, { document: other }: PastDocument): number {
  return (
    compare(one.content.issued_on, other.content.issued_on) ||
    compare(one.created_at, other.created_at)
  )
}

/** A deposit that moves from an estimate to its invoice, or a credit, is no payment. */
const paymentKinds = new Set<LedgerKind>([
  'payment',
  'refund',
  'refund_failed',
  'dispute',
  'dispute_won',
])

function paymentsOf(documents: readonly Document[]): PastPayment[] {
  return documents
    .flatMap((document) =>
      document.ledger
        .filter(({ kind }) => paymentKinds.has(kind))
        .map((entry) => ({ document, entry, receipt: receiptOf(document, entry) })),
    )
    .sort(
      ({ entry: one }, { entry: other }) => compare(other.on, one.on) || compare(other.at, one.at),
    )
}

function receiptOf({ receipts }: Document, { id }: LedgerEntry): string | null {
  return receipts.find(({ ledger_id }) => ledger_id === id)?.number ?? null
}

function owedOf(outstanding: readonly PastDocument[]): History['owed'] {
  const sums = new Map<string, number>()
  for (const { document, balance_due_minor } of outstanding) {
    const { currency } = document.content
    sums.set(currency, addMinor(sums.get(currency) ?? 0, balance_due_minor))
  }
  return [...sums]
    .map(([currency, amount_minor]) => ({ currency, amount_minor }))
    .sort((one, other) => compare(one.currency, other.currency))
}

function compare(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
