import type { App } from '../app.ts'
import { hasMoney } from '../domain/balance.ts'
import { composeContent, draftOf } from '../domain/compose.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { type Actor, ownerEvent } from '../domain/event.ts'
import { transition } from '../domain/states.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { defaultsOf } from './defaults-for.ts'
import { enterDocument } from './enter-document.ts'
import { giveNextNumber } from './give-number.ts'
import { moveDeposit } from './move-deposit.ts'

/**
 * Makes the invoice of an approved estimate within a transaction, as a draft that says what was approved,
 * and moves the deposit into it.
 * @param by whose doing it is; `system` where it follows from the approval
 * @throws PortalError wrong_state when it is not approved, or a newer version of it waits
 */
export async function writeInvoice(
  app: App,
  trx: Trx,
  before: Document,
  by: Exclude<Actor, 'customer'>,
): Promise<{ estimate: Document; invoice: Document }> {
  const state = transition(before, 'invoice')
  checkNoRevision(before)
  const { id, number } = await insertInvoice(app, trx, before, by)
  const now = app.clock.now().toISOString()
  await updateDocument(trx, before.id, { state, updated_at: now })
  const event = ownerEvent(before.id, 'invoiced', now, { invoice: number })
  await appendEvents(trx, [{ ...event, actor: by }])
  await moveDeposit(app, trx, await getDocument(trx, before.id))
  return { estimate: await getDocument(trx, before.id), invoice: await getDocument(trx, id) }
}

/** It could never be sent: what is invoiced has no newer version. */
function checkNoRevision(estimate: Document): void {
  const { number, draft_version } = estimate
  if (draft_version === null) return
  const message = `${number} has a revision in progress (version ${draft_version}).`
  const giveUp = `portal estimate delete ${number}`
  const hint = hasMoney(estimate)
    ? `Give it up (${giveUp}) first.`
    : `Send it (portal send ${number}) or give it up (${giveUp}) first.`
  throw new PortalError('wrong_state', message, hint)
}

/** The same customer, items, taxes and totals; the dates, terms and number of an invoice. */
async function insertInvoice(
  app: App,
  trx: Trx,
  { number: estimate_number, content, customer_id }: Document,
  by: Exclude<Actor, 'customer'>,
): Promise<Document> {
  const { issued_on, due_on, valid_until_on, deposit, terms, ...rest } = draftOf(content)
  const composed = composeContent({ ...rest, kind: 'invoice' }, defaultsOf(app, content))
  const id = app.ids.next('doc')
  const number = await giveNextNumber(app, trx, {
    kind: 'invoice',
    document_id: id,
    issued_on: composed.content.issued_on,
  })
  return enterDocument(app, trx, { id, number, customer_id, estimate_number, by, ...composed })
}
