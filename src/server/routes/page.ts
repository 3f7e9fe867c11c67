import type { Request, Response } from 'express'
import { type OpenedPage, openPage } from '../../usecases/open-page.ts'
import { answer, bodyHead, htmlType } from '../answer.ts'
import { type Body, createBody } from '../body.ts'
import { chosenLanguage } from '../chosen-language.ts'
import type { Context } from '../context.ts'
import { chooseEncoding } from '../encoding.ts'
import { answerClosed, noteOpened, shareInput } from '../share-request.ts'
import { validatorOf } from '../validator.ts'

/**
 * `GET /i/:token`, `/e/:token`: rendered here; the fast path then serves it until it changes. In a language that
 * was chosen (`?lang=de`) it is rendered each time.
 */
export async function getPage(context: Context, req: Request, res: Response): Promise<void> {
  const rendered_at = context.app.clock.now().toISOString()
  const lang = chosenLanguage(req)
  const opened = await openPage(context.app, { ...shareInput(req), lang })
  if (opened.status !== 'page') return answerClosed(context, req, res, opened)
  const body = createBody(opened.html, 'once')
  const isKept = lang === undefined && opened.share.scope !== 'preview'
  if (isKept) await keep(context, req, { opened, body, rendered_at })
  noteOpened(context, req, res, opened.share)
  await answer(req, res, { status: 200, content_type: htmlType, body })
}

type Rendered = {
  opened: Extract<OpenedPage, { status: 'page' }>
  body: Body
  rendered_at: string
}

/** Only as it was asked for: nearly all customers' browsers ask for the same encoding. */
async function keep(context: Context, req: Request, rendered: Rendered): Promise<void> {
  const { opened, body, rendered_at } = rendered
  const { share, generation, fresh_until_at } = opened
  const encoding = chooseEncoding(req.headers['accept-encoding'])
  const bytes = await body.make(encoding)
  const { length } = bytes
  const validator = validatorOf(bytes)
  const ofBody = bodyHead({ content_type: htmlType, encoding, length, validator, varies: true })
  const head = [...Object.entries(context.headers), ...ofBody].flat()
  const key = { share_id: share.id, rotation: share.rotation, generation }
  context.pages.put(key, encoding, { bytes, head, validator }, { rendered_at, fresh_until_at })
}
