/** Pages that are at hand, served in front of Express. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Instant } from '../domain/document.ts'
import { sharePaths } from '../domain/share.ts'
import { hashToken } from '../domain/token.ts'
import type { Clock } from '../ports/clock.ts'
import type { ServedShare } from '../store/serving.ts'
import { heldHead } from './answer.ts'
import type { Context } from './context.ts'
import { chooseEncoding } from './encoding.ts'
import { noteOpened } from './share-request.ts'
import { isHeld } from './validator.ts'

/** Exactly the link as it was sent; whatever differs from it goes the long way. */
const linkPath = /^\/([ie])\/([0-9a-hjkmnp-tv-z]{32})$/

/** Of tokens that opened something: to hash one takes as long as all other guards together. */
const keptHashes = 10_000

/**
 * Answers GET and HEAD of an active link whose page is in memory and shows the document as it is now; the
 * database is asked each time, since another process may have changed it. Everything else is left to
 * `next`: unknown and ended links, the first view after a change, faults.
 */
export function createFastPath(
  context: Context,
  next: (req: IncomingMessage, res: ServerResponse) => void,
): (req: IncomingMessage, res: ServerResponse) => void {
  const hashes = new Map<string, string>()
  const instant = createInstant(context.app.clock)
  return (req, res) => {
    const link = req.method === 'GET' || req.method === 'HEAD' ? linkPath.exec(req.url ?? '') : null
    if (!link || !context.serving.isSameFile()) return next(req, res)
    const [, prefix = '', token = ''] = link
    const tokenHash = hashes.get(token) ?? hashToken(token)
    const answer = (served: ServedShare | undefined) => {
      if (!served || !serves(context, req, res, { served, prefix, now: instant() })) next(req, res)
      else if (hashes.size < keptHashes) hashes.set(token, tokenHash)
    }
    const served = context.serving.recall(tokenHash)
    if (served) answer(served)
    else context.serving.find(tokenHash).then(answer, () => next(req, res))
  }
}

/** A fault in here is met again on the long way, where it is answered and logged. */
function serves(...given: Parameters<typeof serve>): boolean {
  try {
    return serve(...given)
  } catch {
    return false
  }
}

function serve(
  context: Context,
  req: IncomingMessage,
  res: ServerResponse,
  { served, prefix, now }: { served: ServedShare; prefix: string; now: Instant },
): boolean {
  const { share } = served
  if (sharePaths[share.kind] !== prefix || !isOpen(served, now)) return false
  const { rotation } = share
  const key = { share_id: share.id, rotation, generation: served.document?.generation ?? -1 }
  const page = context.pages.find(key, chooseEncoding(req.headers['accept-encoding']), now)
  if (!page) return false
  noteOpened(context, req, res, share, now)
  if (isHeld(req.headers['if-none-match'], page.validator)) {
    const held = heldHead({ validator: page.validator, varies: true })
    res.writeHead(304, [...Object.entries(context.headers), ...held].flat()).end()
    return true
  }
  res.writeHead(200, page.head)
  if (req.method === 'HEAD') res.end()
  else res.end(page.bytes)
  return true
}

/** Now, as a text; many requests share a millisecond, and to write it takes as long as to look a page up. */
function createInstant(clock: Clock): () => Instant {
  let [last, text] = [Number.NaN, '']
  return () => {
    const now = clock.now()
    if (now.getTime() !== last) {
      last = now.getTime()
      text = now.toISOString()
    }
    return text
  }
}

function isOpen({ share, current, document }: ServedShare, now: string): boolean {
  return (
    current &&
    document !== null &&
    document.state !== 'draft' &&
    share.scope !== 'preview' &&
    share.revoked_at === null &&
    (share.expires_at === null || now < share.expires_at)
  )
}
