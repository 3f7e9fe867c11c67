import type { CivilDate, Document } from './document.ts'
import { PortalError } from './errors.ts'
import { kindNoun } from './nouns.ts'
import type { MailKind } from './outbox.ts'
import type { ShareKind } from './share.ts'
import { standing } from './standing.ts'

/** Which mail carries a document of this kind. */
export function mailKindOf(document: Pick<Document, 'kind'>): MailKind {
  return document.kind === 'estimate' ? 'estimate_sent' : 'invoice_sent'
}

/** Which kind of token opens a document; credit notes live beside invoices. */
export function shareKindOf(document: Pick<Document, 'kind'>): ShareKind {
  return document.kind === 'estimate' ? 'estimate' : 'invoice'
}

/**
 * Refuses to send or share what should not reach a customer.
 * @throws PortalError wrong_state with the command that helps
 */
export function checkSendable(document: Document, today: CivilDate): void {
  const { number, kind } = document
  const noun = kindNoun(kind)
  const { state } = standing(document, today)
  if (document.state === 'void') {
    throw new PortalError(
      'wrong_state',
      `${number} is void: a cancelled ${noun} is not sent.`,
      `Make a new one with: portal ${kind === 'estimate' ? 'estimate' : 'invoice'} copy ${number}`,
    )
  }
  if (state === 'expired' || isExpiredDraft(document, today)) {
    throw new PortalError(
      'wrong_state',
      `${number} was valid until ${document.content.valid_until_on}: it has expired.`,
      `Extend it first: portal estimate edit ${number} --valid-until YYYY-MM-DD`,
    )
  }
}

function isExpiredDraft(document: Document, today: CivilDate): boolean {
  const { valid_until_on } = document.content
  return document.state === 'draft' && valid_until_on !== null && valid_until_on < today
}
