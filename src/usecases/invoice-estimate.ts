import type { App } from '../app.ts'
import { today } from '../app.ts'
import { contentHash } from '../domain/canonical.ts'
import { composeContent, draftOf } from '../domain/compose.ts'
import type { Document } from '../domain/document.ts'
import { ownerEvent } from '../domain/event.ts'
import { transition } from '../domain/states.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, insertDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { giveNumber } from './create-documents.ts'
import { moveDeposit } from './move-deposit.ts'
import { showChange } from './refresh-pages.ts'
import { checkNotPaying, settleOpenCheckout } from './settle-open-checkout.ts'

/**
 * Makes the invoice of an approved estimate, as a draft that says what was approved, and moves the deposit
 * into it. A deposit that is on its way follows when it arrives.
 * @throws PortalError wrong_state when it is not approved, busy while the deposit is being paid
 */
export async function invoiceEstimate(app: App, { number }: { number: string }): Promise<Document> {
  await settleOpenCheckout(app, number)
  const { estimate, invoice } = await app.db.write(async (trx) => {
    const before = await getDocument(trx, number)
    const state = transition(before, 'invoice')
    await checkNotPaying(trx, before)
    const invoice = await insertInvoice(app, trx, before)
    const now = app.clock.now().toISOString()
    await updateDocument(trx, before.id, { state, updated_at: now })
    await appendEvents(trx, [ownerEvent(before.id, 'invoiced', now, { invoice: invoice.number })])
    const estimate = await getDocument(trx, before.id)
    await moveDeposit(app, trx, estimate)
    return {
      estimate: await getDocument(trx, before.id),
      invoice: await getDocument(trx, invoice.id),
    }
  })
  await showChange(app, estimate)
  return invoice
}

/** The same customer, items, taxes and totals; the dates, terms and number of an invoice. */
async function insertInvoice(app: App, trx: Trx, estimate: Document): Promise<Document> {
  const { content, customer_id } = estimate
  const { bill_to, locale } = content
  const { issued_on, due_on, valid_until_on, deposit, terms, ...rest } = draftOf(content)
  const draft = { ...rest, kind: 'invoice' as const }
  const defaults = { today: today(app), bill_to, tax_exempt: false, locale, config: app.config }
  const { content: invoiced, totals } = composeContent(draft, defaults)
  const id = app.ids.next('doc')
  const number = await giveNumber(app, trx, draft, id, invoiced.issued_on)
  const now = app.clock.now().toISOString()
  await insertDocument(
    trx,
    {
      id,
      kind: 'invoice',
      number,
      customer_id,
      created_at: now,
      estimate_number: estimate.number,
    },
    {
      content: invoiced,
      content_hash: contentHash(invoiced),
      totals,
      created_at: now,
      published_at: null,
    },
  )
  const { total_minor } = totals
  const data = { number, total_minor, currency: invoiced.currency, estimate: estimate.number }
  await appendEvents(trx, [ownerEvent(id, 'created', now, data)])
  return getDocument(trx, id)
}
