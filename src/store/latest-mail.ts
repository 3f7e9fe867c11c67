import type { MailDelivery } from '../domain/document.ts'
import type { MailKind } from '../domain/outbox.ts'

/** The mails that bring a document to its customer; how the latest of them fared is its `delivery`. */
const deliveringKinds = [
  'invoice_sent',
  'estimate_sent',
  'reminder',
  'nudge',
  'renewed_link',
] as const satisfies MailKind[]

/** SQL: the latest of these mails of `documents AS d`, as `o`; canceled ones and tests do not count. */
export const fromLatestMail = `FROM outbox AS o
  WHERE o.document_id = d.id AND o.state <> 'canceled'
    AND coalesce(o.data ->> 'test', 0) = 0
    AND o.kind IN (${deliveringKinds.map((kind) => `'${kind}'`).join(', ')})
  ORDER BY o.seq DESC LIMIT 1`

/** What the owner is told about a mail of this state; null for a document without one. */
export function deliveryOf(state: string | null | undefined): MailDelivery {
  switch (state) {
    case 'sent':
    case 'failed':
      return state
    case 'pending':
    case 'sending':
      return 'pending'
    default:
      return 'none'
  }
}
