import type { Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { EventData } from '../domain/event.ts'
import type { OutboxMessage, OutboxState } from '../domain/outbox.ts'
import type { Reader, Trx } from './db.ts'
import { fromJson } from './json.ts'

export const messageColumns = [
  'id',
  'kind',
  'document_id',
  'share_id',
  'to',
  'cc',
  'data',
  'message_id',
  'state',
  'attempts',
  'next_attempt_at',
  'leased_until',
  'last_error',
  'created_at',
  'sent_at',
  'retry_since',
] as const

/** Adds a mail to be sent. */
export async function insertMessage(trx: Trx, message: OutboxMessage): Promise<void> {
  const row = {
    ...message,
    cc: JSON.stringify(message.cc),
    data: JSON.stringify(message.data),
  }
  await trx.insertInto('outbox').values(row).execute()
}

/** The messages in a state, about a document, or all, oldest first. */
export async function listMessages(
  r: Reader,
  { state, document_id }: { state?: OutboxState; document_id?: string } = {},
): Promise<OutboxMessage[]> {
  let query = r.selectFrom('outbox').select(messageColumns).orderBy('seq')
  if (state !== undefined) query = query.where('state', '=', state)
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  return (await query.execute()).map(messageOf)
}

/** A message by its id. Throws not_found. */
export async function getMessage(r: Reader, id: string): Promise<OutboxMessage> {
  const row = await r
    .selectFrom('outbox')
    .select(messageColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  if (row) return messageOf(row)
  throw new PortalError(
    'not_found',
    `There is no mail with the id "${id}" in the outbox.`,
    '`portal outbox list` shows all mails with their ids.',
  )
}

/**
 * Lets a message that failed or was canceled be sent again, from `at` on, with all its days to try; a pending
 * one comes forward. False when it is being delivered right now.
 */
export async function requeueMessage(trx: Trx, id: string, at: Instant): Promise<boolean> {
  const result = await trx
    .updateTable('outbox')
    .set({ state: 'pending', next_attempt_at: at, leased_until: null, retry_since: at })
    .where('id', '=', id)
    .where('state', 'in', ['pending', 'failed', 'canceled'])
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** The message of a row. */
export function messageOf(
  row: { [K in (typeof messageColumns)[number]]: unknown } & { cc: string; data: string },
): OutboxMessage {
  return {
    ...row,
    cc: fromJson<string[]>(row.cc),
    data: fromJson<EventData>(row.data),
  } as OutboxMessage
}
