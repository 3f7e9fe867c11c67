import type { App } from '../app.ts'
import type { Checkout, CheckoutState } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import type { EventData, EventType } from '../domain/event.ts'
import { type Refund, refusalOf } from '../domain/refund.ts'
import { refusedRefunds, type Settlement } from '../domain/settlement.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { tellOwner } from './tell-owner.ts'

/** One thing that a provider's truth changed in the books. */
export type Change = {
  found:
    | 'payment'
    | 'refund'
    | 'refund_failed'
    | 'dispute'
    | 'dispute_won'
    | 'dispute_lost'
    | 'processing'
    | 'failed'
    | 'expired'
    | 'canceled'
    | 'needs_review'
  amount_minor: number
}

/** How a checkout stood, and what was decided. */
type Turn = { before: Checkout; settlement: Settlement; document: Document }

/** Says in the timeline and to the owner what became of a checkout, and gives all that changed. */
export async function tellTurn(app: App, trx: Trx, turn: Turn): Promise<Change[]> {
  const { before, settlement } = turn
  const { amount_minor } = before
  const changes: Change[] = settlement.bookings.map((booking) => ({
    found: booking.kind,
    amount_minor: booking.amount_minor,
  }))
  for (const { state, amount_minor: lost } of settlement.disputes) {
    if (state === 'lost') changes.push({ found: 'dispute_lost', amount_minor: -lost })
  }
  for (const refused of refusedRefunds(settlement)) {
    changes.push(await tellRefused(app, trx, turn, refused))
  }
  const turned = turnOf(before, settlement)
  if (turned) {
    changes.push({ found: turned, amount_minor })
    await tellState(app, trx, turn, turned)
  }
  if (settlement.review !== '' && settlement.review !== before.review) {
    changes.push({ found: 'needs_review', amount_minor })
    await tell(app, trx, turn, 'needs_review', { reason: settlement.review }, true)
  }
  return changes
}

/** A state that is no movement of money: those tell themselves. */
function turnOf(
  before: Checkout,
  { state, failure }: Settlement,
): Exclude<CheckoutState, 'open' | 'succeeded'> | null {
  if (state === 'open') return failure !== '' && failure !== before.failure ? 'failed' : null
  return state === before.state || state === 'succeeded' ? null : state
}

async function tellState(
  app: App,
  trx: Trx,
  turn: Turn,
  turned: Exclude<CheckoutState, 'open' | 'succeeded'>,
): Promise<void> {
  if (turned === 'processing') return tell(app, trx, turn, 'payment_processing', {}, false)
  if (turned !== 'failed') return
  /* A card that is declined is the customer's to try again; money that was on its way is news. */
  const wasOnItsWay = turn.before.state === 'processing'
  await tell(app, trx, turn, 'payment_failed', { reason: turn.settlement.failure }, wasOnItsWay)
}

async function tellRefused(
  app: App,
  trx: Trx,
  turn: Turn,
  { id, failure }: Pick<Refund, 'id' | 'failure'>,
): Promise<Change> {
  const reason = refusalOf(id, failure)
  await tell(app, trx, turn, 'refund_failed', { reason, entry: id }, true)
  return { found: 'refund_failed', amount_minor: 0 }
}

async function tell(
  app: App,
  trx: Trx,
  { before, document }: Turn,
  type: Extract<
    EventType,
    'payment_processing' | 'payment_failed' | 'refund_failed' | 'needs_review'
  >,
  more: EventData,
  toOwner: boolean,
): Promise<void> {
  const { id: checkout, amount_minor, currency, method, provider } = before
  const at = app.clock.now().toISOString()
  const data = { checkout, amount_minor, currency, method, provider, ...more }
  await appendEvents(trx, [
    { document_id: document.id, type, actor: 'system', at, share_id: null, data },
  ])
  if (!toOwner) return
  const notice = type === 'payment_failed' ? 'payment_failed' : 'needs_review'
  await tellOwner(app, trx, notice, { document_id: document.id, data: { ...data, at } })
}
