import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { type ReminderPlan, reminderRound, ruleFacts } from '../domain/reminder.ts'
import { planReminder } from '../domain/reminder-plan.ts'
import { copiesFor } from '../domain/sending.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { listMessages } from '../store/outbox.ts'
import { settleMessage } from '../store/outbox-delivery.ts'
import { findRemindable, type RemindableDocument } from '../store/reminder-facts.ts'
import { insertReminder, passOverReminder, type StoredReminder } from '../store/reminders.ts'
import { findUnsubscribeShare } from '../store/unsubscribes.ts'
import { newShare } from './new-share.ts'
import { makeShare } from './publish-document.ts'
import { writeMessage } from './write-message.ts'

/** A reminder that is in the outbox now. */
export type QueuedReminder = { document: Document; message: OutboxMessage; stage: number | null }

/**
 * Queues the mail that is due about a document, in one transaction with all that it means: mail, link, rows,
 * timeline. It is decided anew inside, so of several processes one writes, and nobody who has just paid is
 * written to. Undefined when nothing is due any more.
 */
export function queueDueReminder(
  app: App,
  plan: ReminderPlan,
  id: string,
): Promise<QueuedReminder | undefined> {
  return app.db.write(async (trx) => {
    const found = await findRemindable(trx, plan.rule, id)
    if (!found) return undefined
    const verdict = planReminder(found.facts, plan, app.clock.now())
    if (verdict.action === 'skip') return undefined
    const { stage, overtaken } = verdict
    return queueReminder(app, trx, plan, { found, stage, overtaken, by_hand: false })
  })
}

/** What was decided: which stage, and which are passed over by it. */
export type ReminderDecision = {
  found: RemindableDocument
  /** For the words of the mail; null where no stage was reached. */
  stage: number | null
  overtaken: readonly number[]
  by_hand: boolean
}

/** Writes a decision within a transaction. A mail by hand takes no stage, but passes over those reached. */
export async function queueReminder(
  app: App,
  trx: Trx,
  plan: ReminderPlan,
  decision: ReminderDecision,
): Promise<QueuedReminder> {
  const { found, stage, overtaken, by_hand } = decision
  const document = await getDocument(trx, found.id)
  await replaceWaiting(trx, document)
  const message = await writeMail(app, trx, plan, { document, stage, by_hand })
  const row: StoredReminder = {
    document_id: document.id,
    rule: plan.rule,
    round: reminderRound(plan.rule, found.facts),
    stage: by_hand ? null : stage,
    outcome: 'sent',
    reason: '',
    outbox_id: message.id,
    at: message.created_at,
  }
  const reason = by_hand ? 'sent by hand' : 'a later one took its place'
  for (const passed of overtaken) {
    await insertReminder(trx, {
      ...{ ...row, stage: passed, outcome: 'skipped', reason, outbox_id: null },
    })
  }
  if (await insertReminder(trx, row)) return { document, message, stage }
  throw new Error(`A bug: stage ${stage} of ${document.number} was decided already.`)
}

/** Two reminders that leave at once, because the server was down, are one too many. */
async function replaceWaiting(trx: Trx, { id }: Document): Promise<void> {
  const reason = 'a later one took its place'
  for (const message of await listMessages(trx, { state: 'pending', document_id: id })) {
    if (message.kind !== 'reminder' && message.kind !== 'nudge') continue
    await settleMessage(trx, message.id, { state: 'canceled', error: reason })
    await passOverReminder(trx, message.id, reason)
  }
}

type Letter = { document: Document; stage: number | null; by_hand: boolean }

async function writeMail(
  app: App,
  trx: Trx,
  { rule }: ReminderPlan,
  { document, stage, by_hand }: Letter,
): Promise<OutboxMessage> {
  const { email: to, cc } = await getCustomer(trx, document.customer_id)
  const kind = ruleFacts[rule].mail
  const share = await makeShare(app, trx, document, { label: `${kind} to ${to}` })
  await provideStop(app, trx, document)
  const draft = {
    kind,
    document_id: document.id,
    share_id: share.id,
    to,
    cc: copiesFor(to, cc),
    data: { stage, by_hand, attach_pdf: app.config.mail.attach_pdf },
  }
  return writeMessage(app, trx, draft, { by: by_hand ? 'owner' : 'system', facts: { stage } })
}

/** One link for all reminders of a document by which they can be stopped; it never ends. */
async function provideStop(app: App, trx: Trx, document: Document): Promise<void> {
  if (await findUnsubscribeShare(trx, document.id)) return
  await newShare(app, trx, {
    kind: 'unsubscribe',
    document_id: document.id,
    customer_id: document.customer_id,
    scope: 'view',
    label: 'stop reminders',
  })
}
