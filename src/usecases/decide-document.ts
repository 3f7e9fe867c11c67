import type { App } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { Document, LedgerEntry } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { type EventType, ownerEvent } from '../domain/event.ts'
import { type MailKind, outlivesDocument } from '../domain/outbox.ts'
import { transition, type Verb } from '../domain/states.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { withdrawCredit } from './apply-credit.ts'
import { cancelMail } from './cancel-mail.ts'
import { showChange } from './refresh-pages.ts'
import { checkNotPaying, settleOpenCheckout } from './settle-open-checkout.ts'

type Decision = {
  verb: Verb
  event: EventType
  /** Mail that waits and has no point any more. */
  isMoot(kind: MailKind): boolean
}

const allButLasting = (kind: MailKind) => !outlivesDocument(kind)

/** The owner's one-word decisions about a document that was sent. */
const decisions = {
  void: { verb: 'void', event: 'voided', isMoot: allButLasting },
  uncollectible: { verb: 'uncollectible', event: 'uncollectible', isMoot: allButLasting },
  reopen: {
    verb: 'reopen',
    event: 'reopened',
    isMoot: (kind) => kind === 'declined_confirmation',
  },
} as const satisfies Record<string, Decision>

/**
 * Voids a document, gives an invoice up as uncollectible, or reopens one. Its pages follow at once and
 * mail that still waits is cancelled where the decision says so.
 * @throws PortalError wrong_state when the state or money received does not allow it
 */
export async function decideDocument(
  app: App,
  { number, decision }: { number: string; decision: keyof typeof decisions },
): Promise<Document> {
  const { verb, event, isMoot }: Decision = decisions[decision]
  if (decision !== 'reopen') await settleOpenCheckout(app, number)
  const decided = await app.db.write(async (trx) => {
    const document = await getDocument(trx, number)
    const state = isResting(document, verb) ? document.state : transition(document, verb)
    if (verb !== 'reopen') await checkNotPaying(trx, document)
    if (state === 'void') checkNothingReceived(document)
    if (state === 'uncollectible') checkSomethingDue(document)
    const now = app.clock.now().toISOString()
    const voided_at = state === 'void' ? now : document.voided_at
    const undone =
      verb === 'reopen' ? { declined_at: null, decline_reason: null, rested_at: null } : {}
    await updateDocument(trx, document.id, { state, voided_at, ...undone, updated_at: now })
    await cancelMail(trx, document.id, { why: event, isMoot })
    if (state === 'void' && document.kind === 'credit_note')
      await withdrawCredit(app, trx, document)
    await appendEvents(trx, [ownerEvent(document.id, event, now)])
    return getDocument(trx, document.id)
  })
  await showChange(app, decided)
  return decided
}

/** After a refund nobody is asked for the money; to reopen is to ask again, and the state stays. */
function isResting({ state, rested_at }: Document, verb: Verb): boolean {
  return verb === 'reopen' && rested_at !== null && (state === 'sent' || state === 'approved')
}

/** What was given back, be it in a dispute, is not there any more; what a dispute holds may come back. */
function checkNothingReceived(document: Document): void {
  const { paid_minor, refunded_minor, disputed_minor } = balance(document)
  const { number, ledger, pending_minor, disputing_minor } = document
  const left = paid_minor - refunded_minor - disputed_minor
  if ([left, pending_minor, disputing_minor].every((minor) => minor === 0)) return
  const note = creditNoteOf(ledger)
  if (note) {
    const message = `${number} is credited by ${note}, so it cannot be void.`
    throw new PortalError('wrong_state', message, `Void that first: portal invoice void ${note}`)
  }
  throw new PortalError(
    'wrong_state',
    `${number} has money received on it, so it cannot be void.`,
    `Give the money back first, or credit it: portal invoice credit ${number}`,
  )
}

/** The last credit note that stands. */
function creditNoteOf(ledger: readonly LedgerEntry[]): string | undefined {
  const standing = new Map<string, number>()
  for (const { kind, reference, amount_minor } of ledger) {
    if (kind !== 'credit') continue
    standing.set(reference, (standing.get(reference) ?? 0) + amount_minor)
  }
  return [...standing].findLast(([, minor]) => minor !== 0)?.[0]
}

function checkSomethingDue(document: Document): void {
  if (balance(document).balance_due_minor > 0) return
  throw new PortalError(
    'nothing_due',
    `${document.number} is paid: there is nothing to give up.`,
    `See where it stands: portal invoice show ${document.number}`,
  )
}
