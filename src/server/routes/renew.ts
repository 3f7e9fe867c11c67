import type { Request, Response } from 'express'
import type { ShareKind } from '../../domain/share.ts'
import { askHistory } from '../../usecases/ask-history.ts'
import { renewLink } from '../../usecases/renew-link.ts'
import { answerAlike, wayBack } from '../answer-alike.ts'
import type { Context } from '../context.ts'
import { answerNotice } from '../notice.ts'

/** `POST …/renew`: a fresh link to the address on file. Whatever the link was, the answer is the same. */
export async function postRenew(context: Context, req: Request, res: Response): Promise<void> {
  answerAlike(context, req, res, { below: 'renew', work: (link) => renew(context, link) })
}

/** `GET …/renew`: what was done, if anything was; it can be loaded again without doing it again. */
export async function getRenewed(context: Context, req: Request, res: Response): Promise<void> {
  if (context.app.config.links.renew) {
    const back_path = wayBack(req)
    return answerNotice(context, req, res, { status: 200, kind: 'renewed', back_path })
  }
  return answerNotice(context, req, res, { status: 404, kind: 'unknown' })
}

/** Of a history, a fresh link to it; of a receipt, one to the document that it is for. */
function renew({ app }: Context, link: { kind: ShareKind; token: string }): Promise<void> {
  return link.kind === 'history' ? askHistory(app, link) : renewLink(app, link)
}
