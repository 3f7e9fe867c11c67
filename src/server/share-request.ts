/** What the routes of a secret link have in common. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Request, Response } from 'express'
import { deviceOf } from '../domain/device.ts'
import type { Instant } from '../domain/document.ts'
import { inLanguage, type Language, languageShown } from '../domain/language.ts'
import { linkPath } from '../domain/link.ts'
import { aheadHeaders, isPerhapsLook } from '../domain/look.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { ClosedLink } from '../usecases/find-link.ts'
import { localeOfShare } from '../usecases/locale-of-share.ts'
import { recordDownloaded } from '../usecases/record-downloaded.ts'
import { recordOpened } from '../usecases/record-opened.ts'
import { replacedOn } from '../usecases/replaced-on.ts'
import { chosenLanguage } from './chosen-language.ts'
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

/** Says that a link is unknown (and counts the miss), revoked or past its end. */
export async function answerClosed(
  context: Context,
  req: Request,
  res: Response,
  closed: ClosedLink,
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
  { status, share }: Exclude<ClosedLink, { status: 'unknown' }>,
): Promise<void> {
  const { app } = context
  const kind = kindOfPath(req.path)
  const expired = kind === 'history' ? 'expired_history' : 'expired_link'
  const canRenew = app.config.links.renew && kind && share.scope !== 'preview'
  const path = `${linkPath(kind ?? 'invoice', encodeURIComponent(String(req.params.token)))}/renew`
  const locale = await localeOfShare(app, share)
  return answerNotice(context, req, res, {
    status: 410,
    locale,
    kind: status === 'revoked' ? 'revoked' : expired,
    renew_path: canRenew
      ? answerPath(context, path, languageShown(locale, chosenLanguage(req)))
      : null,
    replaced_on: await replacedOn(app, share),
  })
}

/**
 * Where the same is answered for every link: the language comes along, unless it is the business's, since the
 * answer may not look at the link.
 */
function answerPath({ app }: Context, path: string, lang: Language): string {
  const isHome = languageShown(app.config.business.locale, undefined) === lang
  return inLanguage(path, isHome ? undefined : lang)
}

/**
 * Notes, once the answer has left, that a link was opened: the first time, and then once an hour. What is noted
 * means little (a mail scanner opens links too), so it must never cost the customer the page.
 */
export function noteOpened(
  { app, background }: Context,
  req: IncomingMessage,
  res: ServerResponse,
  share: Share,
  now: Instant = app.clock.now().toISOString(),
): void {
  if (isNoted(share, now) || !isLook(req, share)) return
  res.once('finish', () => {
    background.run(`opened ${share.id}`, () => recordOpened(app, share))
  })
}

/** The same for its PDF, or one that it leads to: once a day. */
export function noteDownloaded(
  { app, background }: Context,
  req: IncomingMessage,
  res: ServerResponse,
  share: Share,
): void {
  if (!isLook(req, share)) return
  const device = deviceOf(req.headers['user-agent'] ?? '')
  res.once('finish', () => {
    background.run(`downloaded ${share.id}`, () => recordDownloaded(app, share, { device }))
  })
}

/** Not the owner's own, nor that of `doctor`, nor what a machine fetched that says it is one. */
function isLook({ method, headers }: IncomingMessage, { scope }: Share): boolean {
  if (method !== 'GET' || scope === 'preview') return false
  const purposes = aheadHeaders.map((name) => String(headers[name] ?? ''))
  return isPerhapsLook({ purposes, user_agent: headers['user-agent'] ?? '' })
}

/** The hour in which it was opened last, as an instant is written: to the hour. */
const hourLength = '2025-01-15T15'.length

function isNoted({ last_opened_at }: Share, now: Instant): boolean {
  return last_opened_at !== null && now.startsWith(last_opened_at.slice(0, hourLength))
}
