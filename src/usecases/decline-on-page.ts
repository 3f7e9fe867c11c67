import type { App } from '../app.ts'
import { blotUrls } from '../domain/blot-urls.ts'
import { type DeclineForm, readDeclineForm } from '../domain/decide-form.ts'
import { deviceOf } from '../domain/device.ts'
import type { Document } from '../domain/document.ts'
import { transition } from '../domain/states.ts'
import type { Trx } from '../store/db.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { confirmToCustomer } from './confirm-to-customer.ts'
import { type DecideRequest, decidablePage, type Undecided } from './decidable-page.ts'
import { noteViewed } from './note-viewed.ts'
import { showChange } from './refresh-pages.ts'
import type { DecidePage } from './show-decide-page.ts'
import { tellOwner } from './tell-owner.ts'

export type DeclinedOnPage = { status: 'declined'; document: Document } | Undecided

/** The customer declines an estimate on its page, with or without a reason; one transaction decides. */
export async function declineOnPage(
  app: App,
  input: DecideRequest<DeclineForm>,
): Promise<DeclinedOnPage> {
  const seen = await decidablePage(app, input)
  if (seen.status !== 'page') return seen
  const read = readDeclineForm(input.form)
  if (Array.isArray(read)) return { ...seen, status: 'invalid', problems: read, changed: false }
  /* People paste the link that they were sent; its secret is not kept. */
  const reason = blotUrls(read.reason, app.config.public_url)
  const decided = await app.db.write(async (trx): Promise<DeclinedOnPage> => {
    const page = await decidablePage(app, input, trx)
    if (page.status !== 'page') return page
    const device = deviceOf(input.device.user_agent)
    return { status: 'declined', document: await decline(app, trx, page, { reason, device }) }
  })
  if (decided.status === 'declined') await showChange(app, decided.document)
  return decided
}

async function decline(
  app: App,
  trx: Trx,
  { share, document }: DecidePage,
  { reason, device }: { reason: string; device: string },
): Promise<Document> {
  const { id: document_id, viewed_at, version, content_hash } = document
  const at = app.clock.now().toISOString()
  await noteViewed(trx, { share, viewed_at, at, device })
  await updateDocument(trx, document_id, {
    state: transition(document, 'decline'),
    declined_at: at,
    decline_reason: reason === '' ? null : reason,
    updated_at: at,
  })
  const data = { reason, version, content_hash, device }
  await appendEvents(trx, [
    { document_id, type: 'declined', actor: 'customer', at, share_id: share.id, data },
  ])
  const declined = await getDocument(trx, document_id)
  await confirmToCustomer(app, trx, declined, 'declined_confirmation', { reason })
  await tellOwner(app, trx, 'declined', { document_id, data: { reason, version, at } })
  return declined
}
