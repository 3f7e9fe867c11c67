import type { App } from '../app.ts'
import { today } from '../app.ts'
import { balance } from '../domain/balance.ts'
import type { CivilDate, Customer, Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
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

export type Erased = {
  customer: Customer
  /** Numbers of the documents that are kept as they were sent, with the name and address printed on them. */
  kept: string[]
}

/**
 * Erases a customer. One without documents goes altogether. Of one with documents these stay as they are, because
 * books are kept by law; contact data goes, and what links and mails told of them, and every link ends.
 * @throws PortalError wrong_state while something is open between the two
 */
export async function eraseCustomer(
  app: App,
  { customer: ref }: { customer: string },
): Promise<Erased> {
  const { ended, ...erased } = await app.db.write(async (trx) => {
    const customer = await getCustomer(trx, ref)
    const documents = await listDocumentsOfCustomer(trx, customer.id)
    if (documents.length === 0 && (await listShares(trx, ofCustomer(customer))).length === 0) {
      await deleteCustomer(trx, customer.id)
      return { customer, kept: [], ended: [] }
    }
    checkFinished(customer, documents, today(app))
    const at = app.clock.now().toISOString()
    const links = await endLinks(trx, customer, at)
    await eraseTraces(trx, customer.id, at)
    for (const { id } of documents) await markPagesStale(trx, id)
    return { customer, kept: documents.map(({ number }) => number), ended: links }
  })
  await removePages(
    app,
    ended.map((share) => ({ share })),
  )
  return erased
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
