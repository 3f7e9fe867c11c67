import type { Request, Response } from 'express'
import { openPage } from '../../usecases/open-page.ts'
import { answer, htmlType } from '../answer.ts'
import { createBody } from '../body.ts'
import type { Context } from '../context.ts'
import { answerClosed, noteOpened, shareInput } from '../share-request.ts'

/** `GET /i/:token`, `/e/:token`: rendered here; the fast path then serves it until it changes. */
export async function getPage(context: Context, req: Request, res: Response): Promise<void> {
  const rendered_at = context.app.clock.now().toISOString()
  const opened = await openPage(context.app, shareInput(req))
  if (opened.status !== 'page') return answerClosed(context, req, res, opened.status)
  const { share, html, generation, fresh_until_at } = opened
  noteOpened(context, req, res, share)
  const key = { share_id: share.id, rotation: share.rotation, generation }
  const body =
    share.scope === 'preview'
      ? createBody(html, 'once')
      : context.pages.put(key, { html, rendered_at, fresh_until_at }).body
  await answer(req, res, { status: 200, content_type: htmlType, body })
}
