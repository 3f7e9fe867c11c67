import type { App } from '../app.ts'
import { today } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { CivilDate, Customer, Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { type Keeping, keepingIn, keptUntil } from '../domain/keeping.ts'
import type { Share } from '../domain/share.ts'
import { standing } from '../domain/standing.ts'
import { deleteCustomer, getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { listDocumentsOfCustomer } from '../store/documents.ts'
import { eraseTraces } from '../store/erase.ts'
import { listShares } from '../store/shares.ts'
import { markPagesStale } from '../store/touch-document.ts'
import { removePages } from './remove-pages.ts'
import { endShares } from './revoke-shares.ts'
import { tryOut } from './try-out.ts'

export type Erased = {
  customer: Customer
  /** Numbers of the documents that are kept as they were sent, with the name and address printed on them. */
  kept: string[]
  /** How long each is usually to be kept, by the law of the business's country. */
  keeping: Keeping & { until: { number: string; on: CivilDate }[] }
}

/**
 * Erases a customer. One without documents goes altogether. Of one with documents these stay as they are, because
 * books are kept by law; contact data goes, and what links and mails told of them, and every link ends.
 * @throws PortalError wrong_state while something is open between the two
 */
export async function eraseCustomer(
  app: App,
  { customer: ref, dry_run = false }: { customer: string; dry_run?: boolean },
): Promise<Erased> {
  const work = async (trx: Trx) => {
    const customer = await getCustomer(trx, ref)
    const documents = await listDocumentsOfCustomer(trx, customer.id)
    if (documents.length === 0 && (await listShares(trx, ofCustomer(customer))).length === 0) {
      await deleteCustomer(trx, customer.id)
      return { customer, kept: [], keeping: keepingOf(app, []), ended: [] }
    }
    checkFinished(customer, documents, today(app))
    const at = app.clock.now().toISOString()
    const links = await endLinks(trx, customer, at)
    await eraseTraces(trx, customer.id, at)
    for (const { id } of documents) await markPagesStale(trx, id)
    const kept = documents.map(({ number }) => number)
    return { customer, kept, keeping: keepingOf(app, documents), ended: links }
  }
  const { ended, ...erased } = await (dry_run ? tryOut(app, work) : app.db.write(work))
  const pages = ended.map((share) => ({ share }))
  if (!dry_run) await removePages(app, pages)
  return erased
}

function keepingOf(app: App, documents: readonly Document[]): Erased['keeping'] {
  const keeping = keepingIn(app.config.business.country)
  const until = documents.map(({ number, content }) => ({
    number,
    on: keptUntil(content.issued_on, keeping),
  }))
  return { ...keeping, until }
}

function ofCustomer({ id }: Customer) {
  return { customer_id: id, with_unsubscribes: true }
}

/** All of them, receipts and what stops reminders too. */
async function endLinks(trx: Trx, customer: Customer, at: string): Promise<Share[]> {
  const ended: Share[] = []
  for (const { id } of await listShares(trx, ofCustomer(customer))) {
    ended.push(...(await endShares(trx, { id }, at)))
  }
  return ended
}

function checkFinished(customer: Customer, documents: Document[], day: CivilDate): void {
  const open = documents.filter((document) => isOpen(document, day)).map(({ number }) => number)
  if (open.length === 0) return
  throw new PortalError(
    'wrong_state',
    `${customer.name} has documents that are still open: ${open.join(', ')}.`,
    'Finish them first: delete drafts, have invoices paid, void them or give them up, decline or invoice estimates.',
  )
}

function isOpen(document: Document, day: CivilDate): boolean {
  const { kind, state, pending_minor, disputing_minor, draft_version } = document
  if (state === 'draft' || draft_version !== null || pending_minor > 0 || disputing_minor > 0)
    return true
  if (kind === 'credit_note') return false
  if (kind === 'invoice') return state === 'sent' && balance(document).balance_due_minor !== 0
  return state === 'approved' || (state === 'sent' && standing(document, day).state !== 'expired')
}
