import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import type { EventType, NewEvent } from '../domain/event.ts'
import { shareEnd } from '../domain/link-life.ts'
import { shareKindOf } from '../domain/sending.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { standing } from '../domain/standing.ts'
import { forgiveToken, hashToken } from '../domain/token.ts'
import { getCustomer } from '../store/customers.ts'
import type { Reader, Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents, listEvents } from '../store/events.ts'
import { lastQueuedAt } from '../store/last-queued.ts'
import { findByTokenHash } from '../store/shares.ts'
import { mailToCustomer } from './mail-to-customer.ts'
import { makeShare } from './publish-document.ts'
import { showChange } from './refresh-pages.ts'
import { tellOwner } from './tell-owner.ts'

/** Whoever asks again sooner is not mailed again. */
const pauseMs = 3_600_000

/**
 * Mails a fresh link to the address on file, at most once an hour, to whoever holds one that did work once;
 * where the estimate has expired, the owner hears that an update is wanted. Nobody is told what was done: it
 * would say who has which address.
 */
export async function renewLink(
  app: App,
  { kind, token: raw }: { kind: ShareKind; token: string },
): Promise<void> {
  const token = forgiveToken(raw)
  if (!app.config.links.renew || token === undefined) return
  const hash = hashToken(token)
  if (!(await findRenewable(app.db.read, kind, hash))) return
  const renewed = await app.db.write(async (trx) => {
    const found = await findRenewable(trx, kind, hash)
    if (!found) return undefined
    await askForUpdate(app, trx, found)
    return (await mailLink(app, trx, found)) ? getDocument(trx, found.document.id) : undefined
  })
  if (renewed) await showChange(app, renewed)
}

/** A link, working or not any more, and its document as it stands. */
type Found = { share: Share; document: Document }

/** Not for the owner's own looks, nor for what has nothing to be shown any more. */
async function findRenewable(r: Reader, kind: ShareKind, hash: string): Promise<Found | undefined> {
  const found = await findByTokenHash(r, hash)
  if (!found || found.share.kind !== kind || found.share.scope === 'preview') return undefined
  if (found.share.document_id === null) return undefined
  const document = await getDocument(r, found.share.document_id)
  const isOver = document.state === 'draft' || document.state === 'void'
  return isOver ? undefined : { share: found.share, document }
}

/** An expired estimate needs more than a link: its owner has to say whether it still stands. */
async function askForUpdate(app: App, trx: Trx, { share, document }: Found): Promise<void> {
  if (standing(document, today(app)).state !== 'expired') return
  const { id, content } = document
  const events = await listEvents(trx, id)
  const asked = events.findLast(({ type }) => type === 'update_asked')
  if (asked && isRecent(app, asked.at)) return
  const at = app.clock.now().toISOString()
  const { valid_until_on } = content
  await appendEvents(trx, [asking('update_asked', id, share.id, at, { valid_until_on })])
  const data = { about: 'update', valid_until_on, at }
  await tellOwner(app, trx, 'question', { document_id: id, data })
}

/** False when there is no address, a link was mailed within the hour, or a fresh one would be over too. */
async function mailLink(app: App, trx: Trx, { share: old, document }: Found): Promise<boolean> {
  const { id, content, customer_id } = document
  const { email } = await getCustomer(trx, customer_id)
  if (email === '' || isOver(app, document)) return false
  const last = await lastQueuedAt(trx, { document_id: id, kind: 'renewed_link' })
  if (last && isRecent(app, last)) return false
  const share = await makeShare(app, trx, document, { label: `renewed for ${email}` })
  const { valid_until_on } = content
  const data = { version: document.version, valid_until_on }
  await mailToCustomer(app, trx, document, { kind: 'renewed_link', share_id: share.id, data })
  const at = app.clock.now().toISOString()
  const facts = { to: email, share: share.id }
  await appendEvents(trx, [asking('link_renewed', id, old.id, at, facts)])
  return true
}

/** The life of an estimate's links ends some time after it expired, whenever they were made. */
function isOver({ config, clock }: App, document: Document): boolean {
  const fresh = { kind: shareKindOf(document), expires_at: null }
  const end = shareEnd(fresh, document, config.links, config.business.time_zone)
  return end !== null && end <= clock.now().toISOString()
}

function isRecent({ clock }: App, at: Instant): boolean {
  return Date.parse(at) > clock.now().getTime() - pauseMs
}

function asking(
  type: EventType,
  document_id: string,
  share_id: string,
  at: Instant,
  data: NewEvent['data'],
): NewEvent {
  return { document_id, type, actor: 'customer', at, share_id, data }
}
