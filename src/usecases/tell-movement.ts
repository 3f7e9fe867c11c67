import type { App } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { Document, LedgerEntry, LedgerKind } from '../domain/document.ts'
import type { EventData, EventType } from '../domain/event.ts'
import { formatMoney } from '../domain/money.ts'
import type { NoticeType } from '../domain/notice-types.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { issueReceipt } from './issue-receipt.ts'
import { mailToCustomer } from './mail-to-customer.ts'
import { tellOwner } from './tell-owner.ts'

/** A movement that was just booked; `document` as it is then. */
type Booked = {
  document: Document
  entry: LedgerEntry
  reason: string
  /** Whoever did it need not be told. */
  byOwner?: boolean
}

/**
 * Of each kind of movement: what the timeline says, and what the owner hears. Disputes are told with their
 * deadlines, by `note-disputes.ts`.
 */
const news = {
  payment: { event: 'payment_received', notice: 'paid' },
  refund: { event: 'refunded', notice: 'refunded' },
  refund_failed: { event: 'refund_failed', notice: 'needs_review' },
} as const satisfies Partial<Record<LedgerKind, { event: EventType; notice: NoticeType }>>

/** Writes receipt, timeline and mails of a movement that was just booked. */
export async function tellMovement(app: App, trx: Trx, booked: Booked): Promise<void> {
  const { document, entry } = booked
  const told = news[entry.kind as keyof typeof news]
  if (!told) return
  const receipt = entry.kind === 'payment' ? await issueReceipt(app, trx, document, entry) : null
  if (entry.kind === 'refund') await mailRefund(app, trx, booked)
  const data = { ...factsOf(booked), ...(receipt ? { receipt: receipt.number } : {}) }
  await appendEvents(trx, [
    {
      document_id: document.id,
      type: told.event,
      actor: booked.byOwner ? 'owner' : entry.kind === 'payment' ? 'customer' : 'system',
      at: entry.at,
      share_id: null,
      data,
    },
  ])
  if (booked.byOwner) return
  const notice = { ...data, at: entry.at, reason: reasonOf(booked) }
  await tellOwner(app, trx, told.notice, { document_id: document.id, data: notice })
  if (entry.kind === 'payment') await tellOverpaid(app, trx, booked)
}

/** The mail of a refund leads to the receipt of its payment, where it shows. */
async function mailRefund(app: App, trx: Trx, { document, entry, reason }: Booked): Promise<void> {
  const receipt = document.receipts.find(({ ledger_id }) => ledger_id === entry.reference)
  const share_id = receipt && !receipt.revoked ? receipt.share_id : null
  const data = { receipt: receipt?.number ?? '', entry: entry.id, reason }
  await mailToCustomer(app, trx, document, { kind: 'refund', share_id, data })
}

/** More than was due is never kept in silence. */
async function tellOverpaid(app: App, trx: Trx, { document, entry }: Booked): Promise<void> {
  const over_minor = overpaidMinor(document)
  if (over_minor <= 0) return
  const { currency } = document.content
  const over = formatMoney(over_minor, currency, app.config.business.locale)
  const reason = `${over} more than was due was paid.`
  const data = { entry: entry.id, amount_minor: over_minor, currency, reason }
  await appendEvents(trx, [
    {
      document_id: document.id,
      type: 'needs_review',
      actor: 'system',
      at: entry.at,
      share_id: null,
      data,
    },
  ])
  const notice = { ...data, at: entry.at }
  await tellOwner(app, trx, 'needs_review', { document_id: document.id, data: notice })
}

function overpaidMinor(document: Document): number {
  const { balance_due_minor, deposit_paid_minor } = balance(document)
  if (document.kind === 'invoice' && document.state !== 'void') return -balance_due_minor
  if (document.kind !== 'estimate' || document.state !== 'approved') return 0
  return deposit_paid_minor - (document.totals.deposit_minor ?? 0)
}

function factsOf({ document, entry, reason }: Booked): EventData {
  const { id, amount_minor, currency, method, provider, provider_payment_id, reference } = entry
  return {
    entry: id,
    amount_minor: Math.abs(amount_minor),
    currency,
    method,
    provider,
    provider_payment_id,
    balance_minor: balance(document).balance_due_minor,
    ...(reference === '' ? {} : { payment: reference }),
    ...(reason === '' ? {} : { reason }),
  }
}

function reasonOf({ entry, reason }: Booked): string {
  if (entry.kind !== 'refund_failed') return reason
  return `The refund came back${reason === '' ? '' : `: ${reason}`}.`
}
