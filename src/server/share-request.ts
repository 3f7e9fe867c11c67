/** What the routes of a secret link have in common. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, Response } from 'express'
import { linkPath } from '../domain/link.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import { recordOpened } from '../usecases/record-opened.ts'
import { replacedOn } from '../usecases/replaced-on.ts'
import { clientAddress } from './client-address.ts'
import type { Context } from './context.ts'
import { answerNotice } from './notice.ts'
import { kindOfPath } from './paths.ts'

/** The token that a path holds, as it was typed, and the kind that the path is for. */
export function shareInput(req: Request): { kind: ShareKind; token: string } {
  const kind = kindOfPath(req.path)
  if (!kind) throw new Error(`A bug: ${req.path} is no path of a link.`)
  return { kind, token: String(req.params.token) }
}

/** A link behind which nothing is shown. */
type Closed = { status: 'unknown' } | { status: 'revoked' | 'expired'; share?: Share }

/** Says that a link is unknown (and counts the miss), revoked or past its end. */
export async function answerClosed(
  context: Context,
  req: Request,
  res: Response,
  closed: Closed,
): Promise<void> {
  if (closed.status !== 'unknown') return answerDead(context, req, res, closed)
  const waitS = context.misses.miss(clientAddress(req))
  if (waitS === 0) return answerNotice(context, req, res, { status: 404, kind: 'unknown' })
  res.setHeader('Retry-After', String(waitS))
  return answerNotice(context, req, res, { status: 429, kind: 'too_many' })
}

/** Of a document that is there: a fresh link can be asked for, and goes to the address on file. */
async function answerDead(
  context: Context,
  req: Request,
  res: Response,
  { status, share }: Exclude<Closed, { status: 'unknown' }>,
): Promise<void> {
  const { app } = context
  const kind = kindOfPath(req.path)
  const canRenew = app.config.links.renew && kind && share && share.scope !== 'preview'
  const path = `${linkPath(kind ?? 'invoice', encodeURIComponent(String(req.params.token)))}/renew`
  return answerNotice(context, req, res, {
    status: 410,
    kind: status === 'revoked' ? 'revoked' : 'expired_link',
    renew_path: canRenew ? path : null,
    replaced_on: share ? await replacedOn(app, share) : null,
  })
}

/**
 * Notes, once the answer has left, that a link was opened for the first time. What is noted means little (a
 * mail scanner opens links too), so it must never cost the customer the page.
 */
export function noteOpened(
  { app, background }: Context,
  req: IncomingMessage,
  res: ServerResponse,
  share: Share,
): void {
  if (req.method !== 'GET' || share.opened_at !== null || share.scope === 'preview') return
  if (isAhead(req)) return
  res.once('finish', () => {
    background.run(`opened ${share.id}`, () => recordOpened(app, share))
  })
}

/** Fetched ahead of a look that may never come, by a browser, or by `doctor`. */
function isAhead({ headers }: IncomingMessage): boolean {
  const purpose = headers['sec-purpose'] ?? headers.purpose
  return purpose !== undefined && String(purpose).startsWith('prefetch')
}
