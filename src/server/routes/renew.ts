import type { Request, Response } from 'express'
import { linkPath } from '../../domain/link.ts'
import { renewLink } from '../../usecases/renew-link.ts'
import type { Context } from '../context.ts'
import { redirect } from '../html-answer.ts'
import { answerNotice } from '../notice.ts'
import { shareInput } from '../share-request.ts'

/** `POST …/renew`: a fresh link to the address on file. Whatever the link was, the answer is the same. */
export async function postRenew(context: Context, req: Request, res: Response): Promise<void> {
  const { kind, token } = shareInput(req)
  await renewLink(context.app, { kind, token })
  redirect(res, `${linkPath(kind, encodeURIComponent(token))}/renew`)
}

/** `GET …/renew`: what was done, if anything was; it can be loaded again without doing it again. */
export async function getRenewed(context: Context, req: Request, res: Response): Promise<void> {
  if (context.app.config.links.renew) {
    return answerNotice(context, req, res, { status: 200, kind: 'renewed' })
  }
  return answerNotice(context, req, res, { status: 404, kind: 'unknown' })
}
