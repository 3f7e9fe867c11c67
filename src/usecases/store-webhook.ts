import type { WebhookEvent } from '../domain/webhook-event.ts'
import type { Db } from '../store/db.ts'
import { insertWebhooks } from '../store/webhook-events.ts'

/** Rows in one transaction; a statement has room for far more. */
const mostAtOnce = 100

type Batch = { events: WebhookEvent[]; ids: Promise<string[]> }
/** Of each database: the batch that takes more, and when the one before it is written. */
type Intake = { next: Batch | undefined; last: Promise<unknown> }

const intakes = new WeakMap<Db, Intake>()

/**
 * Stores an event for good and gives the id under which it is: of a repeated one the first. Those that come
 * while others are being written share the next transaction, for each waits for the disk: a storm of
 * webhooks is stored by dozens.
 * @throws what the database says, to each whose event was not stored
 */
export async function storeWebhook(db: Db, event: WebhookEvent): Promise<string> {
  const intake = intakes.get(db) ?? { next: undefined, last: Promise.resolve() }
  intakes.set(db, intake)
  const full = (intake.next?.events.length ?? 0) >= mostAtOnce
  const batch = full || !intake.next ? beginBatch(db, intake) : intake.next
  const place = batch.events.push(event) - 1
  return (await batch.ids)[place] ?? event.id
}

function beginBatch(db: Db, intake: Intake): Batch {
  const events: WebhookEvent[] = []
  const ids = intake.last.then(() => {
    if (intake.next?.events === events) intake.next = undefined
    return db.write((trx) => insertWebhooks(trx, events))
  })
  const batch = { events, ids }
  intake.next = batch
  intake.last = ids.catch(() => {})
  return batch
}
