import type { Instant } from '../domain/document.ts'
import type { MailKind } from '../domain/outbox.ts'
import { fragment, type Source, select } from './fragment.ts'

/** A mail that could not be handed over and is tried again. */
export type WaitingMail = {
  id: string
  kind: MailKind
  /** What a notice to the owner tells of; null for any other mail. */
  event: string | null
  /** Of its document; null for a mail about none. */
  number: string | null
  to: string
  last_error: string
  next_attempt_at: Instant
}

/** Mails that wait after an attempt that failed; the next to be tried first. */
export function readWaitingMails(r: Source): Promise<WaitingMail[]> {
  return select(
    r,
    fragment`SELECT o.id, o.kind, o.data ->> 'event' AS event, d.number, o."to", o.last_error, o.next_attempt_at
      FROM outbox AS o LEFT JOIN documents AS d ON d.id = o.document_id
      WHERE o.state = 'pending' AND o.last_error <> '' ORDER BY o.next_attempt_at, o.seq`,
  )
}
