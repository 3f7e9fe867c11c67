import type { Request, Response } from 'express'
import { linkPath } from '../../domain/link.ts'
import {
  type StopPage,
  type StopScope,
  showStop,
  stopReminders,
  stopScopes,
} from '../../usecases/stop-reminders.ts'
import type { Context } from '../context.ts'
import { answerHtml, redirect } from '../html-answer.ts'
import { isFromHere, refuseForeign } from '../middleware/post-guard.ts'
import { answerText } from '../notice.ts'
import { answerClosed } from '../share-request.ts'

/** `GET /u/:token`: which reminders to stop, or which are stopped. */
export async function getStop(context: Context, req: Request, res: Response): Promise<void> {
  const page = await showStop(context.app, tokenOf(req))
  if (page.status !== 'page') return answerClosed(context, req, res, page)
  await answerPage(context, req, res, { page, status: 200 })
}

/**
 * `POST /u/:token`: from the page's form, or by a mail program on one click (RFC 8058). That comes from
 * wherever mail is read, and is answered without a redirect; it means all reminders, as the reader asked for
 * silence and not about one document.
 */
export async function postStop(context: Context, req: Request, res: Response): Promise<void> {
  const fields = fieldsOf(req)
  if (fields.get('List-Unsubscribe') === 'One-Click') {
    const stopped = await stopReminders(context.app, { ...tokenOf(req), scope: 'customer' })
    if (stopped.status !== 'page') return answerClosed(context, req, res, stopped)
    return answerText(req, res, { status: 200, text: 'Reminders are stopped.' })
  }
  if (!isFromHere(context.app.config.public_url, req)) return refuseForeign(req, res)
  const scope = stopScopes.find((one) => one === fields.get('scope'))
  if (!scope) return answerMissing(context, req, res)
  await stopOnPage(context, req, res, scope)
}

async function stopOnPage(
  context: Context,
  req: Request,
  res: Response,
  scope: StopScope,
): Promise<void> {
  const stopped = await stopReminders(context.app, { ...tokenOf(req), scope })
  if (stopped.status !== 'page') return answerClosed(context, req, res, stopped)
  redirect(res, linkPath('unsubscribe', stopped.token))
}

async function answerMissing(context: Context, req: Request, res: Response): Promise<void> {
  const page = await showStop(context.app, tokenOf(req))
  if (page.status !== 'page') return answerClosed(context, req, res, page)
  await answerPage(context, req, res, { page, status: 422 })
}

type Shown = { page: Extract<StopPage, { status: 'page' }>; status: 200 | 422 }

function answerPage(
  { renderer }: Context,
  req: Request,
  res: Response,
  { page, status }: Shown,
): Promise<void> {
  const { document, token, stopped } = page
  const path = linkPath('unsubscribe', token)
  const html = renderer.stop({ document, path, stopped, missing: status === 422 })
  return answerHtml(req, res, { status, html })
}

function tokenOf(req: Request): { token: string } {
  return { token: String(req.params.token) }
}

/** Mail programs may send either kind of form; the one that has files is read for the one field there is. */
function fieldsOf(req: Request): URLSearchParams {
  const text = typeof req.body === 'string' ? req.body : ''
  if (!req.is('multipart/form-data')) return new URLSearchParams(text)
  const part = /name="?List-Unsubscribe"?[^\r\n]*\r?\n(?:[^\r\n]+\r?\n)*\r?\n([^\r\n]*)/i.exec(text)
  return new URLSearchParams(part ? [['List-Unsubscribe', part[1]?.trim() ?? '']] : [])
}
