import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { isOpenable } from '../domain/history.ts'
import type { Share } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import { mailFreshLink } from './mail-fresh-link.ts'
import { type OpenedHistory, openHistory } from './open-history.ts'
import { showChange } from './refresh-pages.ts'

export type AskedDocument =
  | { status: 'asked' | 'closed'; token: string; share: Share; document: Document }
  | Exclude<OpenedHistory, { status: 'active' }>

/**
 * From a history: mails a fresh link of one of its documents to the address on file, at most once an hour, and
 * says the same each time. `closed` for a document that no link opens any more, `unknown` for whatever is not
 * this customer's.
 */
export async function askDocument(app: App, input: DocumentAsk): Promise<AskedDocument> {
  const before = await findAsked(app, app.db.read, input)
  if (before.status !== 'asked') return before
  const asked = await app.db.write(async (trx) => {
    const found = await findAsked(app, trx, input)
    if (found.status === 'asked') await mailFreshLink(app, trx, found.document, found.share)
    return found
  })
  if (asked.status === 'asked') await showChange(app, asked.document)
  return asked
}

/** `ref` is the document's number or id, exactly. */
type DocumentAsk = { token: string; ref: string }

async function findAsked(app: App, r: Reader, { token, ref }: DocumentAsk): Promise<AskedDocument> {
  const opened = await openHistory(app, { token }, r)
  if (opened.status !== 'active') return opened
  const { share, customer, documents } = opened
  const document = documents.find(({ id, number }) => id === ref || number === ref)
  if (!document) return { status: 'unknown' }
  const { links, business } = app.config
  const canOpen = isOpenable(document, links, business.time_zone, app.clock.now())
  const status = canOpen && customer.email !== '' ? 'asked' : 'closed'
  return { status, token: opened.token, share, document }
}
