import type { Request, Response } from 'express'
import { askHistory } from '../../usecases/ask-history.ts'
import { answerAlike, wayBack } from '../answer-alike.ts'
import type { Context } from '../context.ts'
import { answerNotice } from '../notice.ts'

/** `POST …/history`: a link to the customer's history, to the address on file. */
export async function postHistory(context: Context, req: Request, res: Response): Promise<void> {
  answerAlike(context, req, res, {
    below: 'history',
    work: (link) => askHistory(context.app, link),
  })
}

/** `GET …/history`: what was done, if anything was; it can be loaded again without doing it again. */
export function getHistoryAsked(context: Context, req: Request, res: Response): Promise<void> {
  const back_path = wayBack(req)
  return answerNotice(context, req, res, { status: 200, kind: 'history_sent', back_path })
}
