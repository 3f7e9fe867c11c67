import { hasMoney } from './balance.ts'
import type { CivilDate, Document } from './document.ts'
import { PortalError } from './errors.ts'
import { type LinkLife, shareEnd } from './link-life.ts'
import { kindCommand, kindNoun } from './nouns.ts'
import type { MailKind } from './outbox.ts'
import type { ShareKind } from './share.ts'

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
 * @param document as its links will show it: with its revision in progress, if there is one
 * @throws PortalError wrong_state with the command that helps
 */
export function checkSendable(document: Document, today: CivilDate): void {
  const { number, kind, content } = document
  const portal = `portal ${kindCommand(kind)}`
  if (document.state === 'void') {
    throw new PortalError(
      'wrong_state',
      `${number} is void: a cancelled ${kindNoun(kind)} is not sent.`,
      `Make a new one with: ${portal} copy ${number}`,
    )
  }
  if (document.draft_version !== null && hasMoney(document)) {
    throw new PortalError(
      'wrong_state',
      `${number} has payments on it: its revision can no longer be sent.`,
      `Give the revision up with: ${portal} delete ${number}`,
    )
  }
  if (isOffer(document) && content.valid_until_on !== null && content.valid_until_on < today) {
    throw new PortalError(
      'wrong_state',
      `${number} was valid until ${content.valid_until_on}: it has expired.`,
      `Extend it first: ${portal} edit ${number} --valid-until YYYY-MM-DD`,
    )
  }
}

/**
 * Refuses to hand out a link that is over already: of an invoice that was paid longer ago than its links live on.
 * @throws PortalError wrong_state with what can be given instead
 */
export function checkLasting(document: Document, life: LinkLife, zone: string, now: Date): void {
  const { number, kind, customer_id } = document
  if (kind !== 'invoice' || document.state !== 'sent') return
  const fresh = { kind: shareKindOf(document), scope: 'full', expires_at: null } as const
  const end = shareEnd(fresh, document, life, zone)
  if (end === null || now.toISOString() < end) return
  const days = life.invoice_days_after_paid
  throw new PortalError(
    'wrong_state',
    `${number} is paid, and its links have ended (links.invoice_days_after_paid: ${days}).`,
    `Give the PDF: portal pdf ${number}; or a look at all: portal share --history ${customer_id}`,
  )
}

/** A document as its links will show it once its revision in progress is sent: not decided about. */
export function asSent(document: Document): Document {
  if (document.draft_version === null) return document
  return {
    ...document,
    state: 'sent',
    draft_version: null,
    approved_at: null,
    declined_at: null,
    decline_reason: null,
  }
}

/**
 * Who gets a copy of a mail: each address once, in whatever case it is written, and never the recipient
 * again.
 */
export function copiesFor(to: string, addresses: readonly string[]): string[] {
  const taken = new Set([to.toLowerCase()])
  return addresses.filter((address) => {
    const isNew = !taken.has(address.toLowerCase())
    taken.add(address.toLowerCase())
    return isNew
  })
}

/** Whether the customer could still say yes to it once it is sent. */
function isOffer({ kind, state, draft_version }: Document): boolean {
  return kind === 'estimate' && (state === 'draft' || state === 'sent' || draft_version !== null)
}
