import { sql } from 'kysely'
import type { MailKind, OutboxMessage } from '../domain/outbox.ts'
import type { Reader } from './db.ts'

/** The mails that begin a document's thread: those that bring it to its customer. */
const beginnings: MailKind[] = ['invoice_sent', 'estimate_sent']

/**
 * The Message-ID under which a mail is shown: that of the document's first mail which the server took, the one
 * to the same address if there is one. Notices to the owner are a thread of their own. Null for the first of
 * a thread, for tests, and for mails about no certain document.
 */
export async function findThread(r: Reader, message: OutboxMessage): Promise<string | null> {
  const { id, kind, document_id, to, data } = message
  if (document_id === null || kind === 'test' || data.test === true) return null
  if (kind === 'history_link') return null
  const isNotice = kind === 'owner_notice'
  const row = await r
    .selectFrom('outbox')
    .select('message_id')
    .where('document_id', '=', document_id)
    .where('kind', 'in', isNotice ? ['owner_notice'] : beginnings)
    .where('state', '=', 'sent')
    .where(sql<number>`coalesce(data ->> 'test', 0)`, '=', 0)
    .where('seq', '<', (eb) => eb.selectFrom('outbox').select('seq').where('id', '=', id))
    .$if(isNotice, (query) => query.where('to', '=', to))
    .orderBy(sql`lower("to") <> ${to.toLowerCase()}`)
    .orderBy('seq')
    .limit(1)
    .executeTakeFirst()
  return row?.message_id ?? null
}
