import type { App } from '../app.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { getCustomer } from '../store/customers.ts'
import type { Reader, Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { lastHistoryQueuedAt } from '../store/last-queued.ts'
import { isWithinPause } from './asking-pause.ts'
import { findLink } from './find-link.ts'
import { mailedHistoryLabel, newHistoryShare } from './history-share.ts'
import { openShare } from './open-share.ts'
import { writeMessage } from './write-message.ts'

/**
 * Mails a link to the customer's history to the address on file, at most once an hour: to whoever holds a
 * working link to a document or receipt, or one to a history, working or not any more. Nobody is told what was
 * done: it would say who has which address.
 */
export async function askHistory(
  app: App,
  asked: { kind: ShareKind; token: string },
): Promise<void> {
  if (!(await findAsking(app, app.db.read, asked))) return
  await app.db.write(async (trx) => {
    const asking = await findAsking(app, trx, asked)
    if (asking) await mailHistory(app, trx, asking)
  })
}

/** Not the owner's own looks; a history that ended is renewed only where links are. */
async function findAsking(
  app: App,
  r: Reader,
  asked: { kind: ShareKind; token: string },
): Promise<Share | undefined> {
  if (asked.kind === 'history') {
    return app.config.links.renew ? (await findLink(r, asked))?.share : undefined
  }
  const opened = await openShare(app, asked, r)
  if (opened.status !== 'active' || opened.share.scope === 'preview') return undefined
  return opened.share
}

async function mailHistory(app: App, trx: Trx, asking: Share): Promise<void> {
  const { document_id, customer_id } = asking
  const customer = await getCustomer(trx, customer_id)
  const { email: to } = customer
  if (to === '') return
  if (isWithinPause(app, await lastHistoryQueuedAt(trx, customer_id))) return
  const share = await newHistoryShare(app, trx, customer, { label: mailedHistoryLabel(to) })
  const { id: share_id, expires_at } = share
  if (document_id !== null) {
    const at = app.clock.now().toISOString()
    const asked = { document_id, actor: 'customer', at, share_id: asking.id } as const
    await appendEvents(trx, [{ ...asked, type: 'history_asked', data: { to, share: share_id } }])
  }
  const data = { expires_at }
  await writeMessage(app, trx, { kind: 'history_link', document_id, share_id, to, cc: [], data })
}
