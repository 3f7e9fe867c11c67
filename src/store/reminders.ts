import type { Instant } from '../domain/document.ts'
import type { HandledStage, ReminderRule } from '../domain/reminder.ts'
import type { Reader, Trx } from './db.ts'
import { fragment, type Source, select } from './fragment.ts'

/** What was decided about one stage; `stage` is null for a mail by hand. */
export type StoredReminder = {
  document_id: string
  rule: ReminderRule
  round: string
  stage: number | null
  outcome: HandledStage['outcome']
  reason: string
  outbox_id: string | null
  at: Instant
}

/** Writes down a decision. False when this stage of this round was decided already: then nothing is written. */
export async function insertReminder(trx: Trx, reminder: StoredReminder): Promise<boolean> {
  const result = await trx
    .insertInto('reminders')
    .values(reminder)
    .onConflict((conflict) =>
      conflict.columns(['document_id', 'rule', 'round', 'stage']).doNothing(),
    )
    .executeTakeFirstOrThrow()
  return result.numInsertedOrUpdatedRows === 1n
}

/** The decision that a mail of the outbox came of; undefined when it was taken back. */
export async function findReminder(
  r: Reader,
  outboxId: string,
): Promise<StoredReminder | undefined> {
  const row = await r
    .selectFrom('reminders')
    .select(['document_id', 'rule', 'round', 'stage', 'outcome', 'reason', 'outbox_id', 'at'])
    .where('outbox_id', '=', outboxId)
    .executeTakeFirst()
  return row as StoredReminder | undefined
}

/** Takes back the decision that a mail came of: it did not go out, and its day may come again. */
export async function releaseReminder(trx: Trx, outboxId: string): Promise<void> {
  await trx.deleteFrom('reminders').where('outbox_id', '=', outboxId).execute()
}

/** Notes that a mail will not go out, and that its day does not come again. */
export async function passOverReminder(trx: Trx, outboxId: string, reason: string): Promise<void> {
  await trx
    .updateTable('reminders')
    .set({ outcome: 'skipped', reason })
    .where('outbox_id', '=', outboxId)
    .where('stage', 'is not', null)
    .execute()
}

/** A decision as the owner sees it, with what became of its mail. */
export type ReminderLine = Pick<StoredReminder, 'rule' | 'stage' | 'outcome' | 'reason' | 'at'> & {
  /** State of its mail in the outbox; null where there is none. */
  mail: string | null
}

/** All decisions about a document, the oldest first. */
export function listReminders(r: Source, documentId: string): Promise<ReminderLine[]> {
  return select(
    r,
    fragment`SELECT r.rule, r.stage, r.outcome, r.reason, r.at, o.state AS mail
      FROM reminders AS r LEFT JOIN outbox AS o ON o.id = r.outbox_id
      WHERE r.document_id = ${documentId} ORDER BY r.seq`,
  )
}

/** The owner's switch for reminders about a document; its pages do not show it. */
export async function setDocumentReminders(
  trx: Trx,
  id: string,
  { reminders, at }: { reminders: boolean; at: Instant },
): Promise<void> {
  await trx
    .updateTable('documents')
    .set({ reminders: reminders ? 1 : 0, updated_at: at })
    .where('id', '=', id)
    .execute()
}
