import type { Instant } from '../domain/document.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import type { Reader, Trx } from './db.ts'
import { messageColumns, messageOf } from './outbox.ts'

/** What a mail server reported of one recipient of a mail that it had taken. */
export type StoredBounce = {
  outbox_id: string
  report_id: string
  recipient: string
  kind: 'hard' | 'soft'
  status: string
  words: string
  at: Instant
}

/** Keeps a report; false when it is known already. */
export async function insertBounce(trx: Trx, bounce: StoredBounce): Promise<boolean> {
  const result = await trx
    .insertInto('bounces')
    .values(bounce)
    .onConflict((conflict) => conflict.columns(['outbox_id', 'report_id', 'recipient']).doNothing())
    .executeTakeFirstOrThrow()
  return result.numInsertedOrUpdatedRows === 1n
}

/** The reports about a mail, oldest first. */
export async function listBounces(r: Reader, outboxId: string): Promise<StoredBounce[]> {
  const rows = await r
    .selectFrom('bounces')
    .select(['outbox_id', 'report_id', 'recipient', 'kind', 'status', 'words', 'at'])
    .where('outbox_id', '=', outboxId)
    .orderBy('seq')
    .execute()
  return rows as StoredBounce[]
}

/** The mail with the first of these Message-IDs that is one of ours. */
export async function findByMessageId(
  r: Reader,
  messageIds: readonly string[],
): Promise<OutboxMessage | undefined> {
  const rows = await r
    .selectFrom('outbox')
    .select(messageColumns)
    .where('message_id', 'in', messageIds)
    .execute()
  const messages = rows.map(messageOf)
  return messageIds.flatMap((id) => messages.find((one) => one.message_id === id) ?? [])[0]
}

/**
 * A mail that was taken, or may have been, and will not be delivered. Whoever has it in hand at the moment
 * finds it taken away. False when it is not to be delivered anyway.
 */
export async function failReturned(trx: Trx, id: string, error: string): Promise<boolean> {
  const result = await trx
    .updateTable('outbox')
    .set({ state: 'failed', sent_at: null, leased_until: null, last_error: error })
    .where('id', '=', id)
    .where('state', 'in', ['sent', 'sending', 'pending'])
    .where('attempts', '>', 0)
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}
