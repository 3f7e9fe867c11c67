import type { RequestHandler } from 'express'
import { openShare } from '../../usecases/open-share.ts'
import type { Context } from '../context.ts'
import { answerClosed, shareInput } from '../share-request.ts'

/** Before a large form is read: only whoever holds a link that works may fill the memory with one. */
export function requireLink(context: Context): RequestHandler {
  return async (req, res, next) => {
    const opened = await openShare(context.app, shareInput(req))
    if (opened.status === 'active') return next()
    /* What was not read is not waited for. */
    res.setHeader('Connection', 'close')
    return answerClosed(context, req, res, opened)
  }
}
