import type { MailKind } from '../domain/outbox.ts'
import type { Trx } from '../store/db.ts'
import { listMessages } from '../store/outbox.ts'
import { settleMessage } from '../store/outbox-delivery.ts'

/** Cancels mail about a document that still waits; one being delivered right now can no longer be held. */
export async function cancelMail(
  trx: Trx,
  document_id: string,
  { why, isMoot }: { why: string; isMoot(kind: MailKind): boolean },
): Promise<void> {
  for (const { id, kind } of await listMessages(trx, { state: 'pending', document_id })) {
    if (isMoot(kind)) await settleMessage(trx, id, { state: 'canceled', error: why })
  }
}

/** What tells the customer of a decision that was taken back since. */
export function isConfirmation(kind: MailKind): boolean {
  return kind === 'approved_confirmation' || kind === 'declined_confirmation'
}
