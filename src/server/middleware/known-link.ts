import type { RequestHandler } from 'express'
import { openShare } from '../../usecases/open-share.ts'
import type { Context } from '../context.ts'
import { answerClosed, shareInput } from '../share-request.ts'

/** Before a large form is read: only whoever was given a link once may fill the memory with one. */
export function requireLink(context: Context): RequestHandler {
  return async (req, res, next) => {
    const opened = await openShare(context.app, shareInput(req))
    /* Also where it ended meanwhile: who signs just then is to see the page that says so, not a broken line. */
    if (opened.status !== 'unknown') return next()
    /* What was not read is not waited for. */
    res.setHeader('Connection', 'close')
    return answerClosed(context, req, res, opened)
  }
}
