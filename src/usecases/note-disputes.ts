import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Dispute } from '../domain/dispute.ts'
import type { Document } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import { findMovement } from '../domain/find-movement.ts'
import type { DisputeNews } from '../domain/settlement.ts'
import type { Trx } from '../store/db.ts'
import { putDispute } from '../store/disputes.ts'
import { appendEvents } from '../store/events.ts'
import { touchDocument } from '../store/touch-document.ts'
import { tellOwner } from './tell-owner.ts'

/** What is known of disputes so far, and what is new. */
export type DisputesToNote = {
  checkout: Checkout
  document: Document
  known: readonly Dispute[]
  news: readonly DisputeNews[]
}

const events = { open: 'dispute_opened', won: 'dispute_won', lost: 'dispute_lost' } as const

/**
 * Notes how disputes stand and tells the owner, with the deadline for evidence. Their payments are booked
 * by then, what they take back is not.
 */
export async function noteDisputes(app: App, trx: Trx, noted: DisputesToNote): Promise<void> {
  const { document, known, news } = noted
  const { provider } = noted.checkout
  const now = app.clock.now().toISOString()
  for (const one of news) {
    const { provider_payment_id, ...told } = one
    const name = { provider, kind: 'payment', provider_payment_id } as const
    const payment = findMovement(document.ledger, name)
    if (!payment) continue
    const names = { document_id: document.id, ledger_id: payment.id, provider }
    await putDispute(trx, { ...told, ...names, updated_at: now })
    const before = known.find(
      ({ provider_dispute_id }) => provider_dispute_id === one.provider_dispute_id,
    )
    /* Only the deadline moved. */
    if (before?.state === one.state) continue
    const data = { ...factsOf(one), payment: payment.id, method: payment.method, provider }
    await appendEvents(trx, [
      {
        document_id: document.id,
        type: events[one.state],
        actor: 'system',
        at: now,
        share_id: null,
        data,
      },
    ])
    const notice = { ...data, state: one.state, entry: payment.id, at: now }
    await tellOwner(app, trx, 'disputed', { document_id: document.id, data: notice })
  }
  if (news.length > 0) await touchDocument(trx, document.id, now)
}

function factsOf({ amount_minor, currency, reason, due_at, provider_dispute_id }: DisputeNews) {
  const facts: EventData = { amount_minor, currency, reason, due_at, provider_dispute_id }
  return facts
}
