import type { App } from '../app.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import { findLink } from './find-link.ts'
import { mailHistory } from './mail-history.ts'
import { openShare } from './open-share.ts'

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
