/** Letting go of what the books do not need; a few rows at a time, so that nobody waits for the lock. */
import { sql } from 'kysely'
import type { Instant } from '../domain/document.ts'
import type { Trx } from './db.ts'

/** Rows of one transaction. */
export const forgottenAtOnce = 500

/** Takes the owner's own words out of mails that are over since before an instant; returns how many. */
export async function forgetMailTexts(trx: Trx, before: Instant): Promise<number> {
  const result = await trx
    .updateTable('outbox')
    .set({ data: sql`json_remove(data, '$.message')` })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('outbox')
        .select('id')
        .where('state', 'in', ['sent', 'failed', 'canceled'])
        .where(sql`coalesce(sent_at, created_at)`, '<', before)
        .where(sql`data ->> 'message'`, 'is not', null)
        .limit(forgottenAtOnce),
    )
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/** Empties the bodies of webhooks that were looked at; returns how many. What they led to stays. */
export async function forgetWebhookBodies(trx: Trx, before: Instant): Promise<number> {
  const result = await trx
    .updateTable('webhook_events')
    .set({ body: '' })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('webhook_events')
        .select('id')
        .where('received_at', '<', before)
        .where('body', '<>', '')
        .where('next_attempt_at', 'is', null)
        .limit(forgottenAtOnce),
    )
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/**
 * Deletes attempts to pay that came to nothing and are over since before an instant. Returns the documents
 * whose attempts they were: a page may have spoken of the last of them.
 */
export async function forgetCheckouts(trx: Trx, before: Instant): Promise<string[]> {
  const deleted = await trx
    .deleteFrom('checkouts')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('checkouts as c')
        .select('c.id')
        .where('c.state', 'in', ['failed', 'expired', 'canceled'])
        .where('c.updated_at', '<', before)
        .where('c.review', '=', '')
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(selectFrom('ledger as l').select('l.id').whereRef('l.checkout_id', '=', 'c.id')),
          ),
        )
        .limit(forgottenAtOnce),
    )
    .returning(['id', 'document_id'])
    .execute()
  const ids = deleted.map(({ id }) => id)
  if (ids.length > 0) {
    await trx.deleteFrom('sandbox_checkouts').where('reference', 'in', ids).execute()
  }
  return deleted.map(({ document_id }) => document_id)
}
