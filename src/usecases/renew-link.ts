import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { isOpenable } from '../domain/history.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { standing } from '../domain/standing.ts'
import type { Reader, Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents, listEvents } from '../store/events.ts'
import { isWithinPause } from './asking-pause.ts'
import { findLink } from './find-link.ts'
import { mailFreshLink } from './mail-fresh-link.ts'
import { mailHistory } from './mail-history.ts'
import { showChange } from './refresh-pages.ts'
import { tellOwner } from './tell-owner.ts'

/**
 * Mails a fresh link to the address on file, at most once an hour, to whoever holds one that did work once;
 * where the estimate has expired, the owner hears that an update is wanted; where the invoice was paid so long ago
 * that its links are over, the mail brings the customer's history instead. Nobody is told what was done: it
 * would say who has which address.
 */
export async function renewLink(app: App, link: { kind: ShareKind; token: string }): Promise<void> {
  if (!app.config.links.renew || !(await findRenewable(app.db.read, link))) return
  const renewed = await app.db.write(async (trx) => {
    const found = await findRenewable(trx, link)
    if (!found) return undefined
    await askForUpdate(app, trx, found)
    const { document, share } = found
    if (isPaidLongAgo(app, document)) {
      await mailHistory(app, trx, share)
      return undefined
    }
    return (await mailFreshLink(app, trx, document, share))
      ? getDocument(trx, document.id)
      : undefined
  })
  if (renewed) await showChange(app, renewed)
}

/** A link, working or not any more, and its document as it stands. */
type Found = { share: Share; document: Document }

/** Not for the owner's own looks, nor for what has nothing to be shown any more. */
async function findRenewable(
  r: Reader,
  link: { kind: ShareKind; token: string },
): Promise<Found | undefined> {
  const found = await findLink(r, link)
  if (!found || found.share.scope === 'preview' || found.share.document_id === null)
    return undefined
  const document = await getDocument(r, found.share.document_id)
  const isOver = document.state === 'draft' || document.state === 'void'
  return isOver ? undefined : { share: found.share, document }
}

/** Its links are over, and a fresh one would be too: the history has its receipts. */
function isPaidLongAgo({ config, clock }: App, document: Document): boolean {
  const { links, business } = config
  return (
    document.kind === 'invoice' && !isOpenable(document, links, business.time_zone, clock.now())
  )
}

/** An expired estimate needs more than a link: its owner has to say whether it still stands. */
async function askForUpdate(app: App, trx: Trx, { share, document }: Found): Promise<void> {
  if (standing(document, today(app)).state !== 'expired') return
  const { id, content } = document
  const events = await listEvents(trx, id)
  const asked = events.findLast(({ type }) => type === 'update_asked')
  if (isWithinPause(app, asked?.at)) return
  const at = app.clock.now().toISOString()
  const { valid_until_on } = content
  await appendEvents(trx, [
    {
      document_id: id,
      type: 'update_asked',
      actor: 'customer',
      at,
      share_id: share.id,
      data: { valid_until_on },
    },
  ])
  const data = { about: 'update', valid_until_on, at }
  await tellOwner(app, trx, 'question', { document_id: id, data })
}
