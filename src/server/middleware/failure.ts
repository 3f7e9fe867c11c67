import type { ErrorRequestHandler, Request, Response } from 'express'
import { PortalError } from '../../domain/errors.ts'
import type { Context } from '../context.ts'
import { answerNotice, answerText } from '../notice.ts'
import { newReference } from '../reference.ts'

/** Seconds after which another try makes sense; a busy database has been waited for for 5 already. */
export const retryS = 10

/** Whatever a route throws: the customer gets a calm page with a reference, the log gets all of it. */
export function answerFailure(context: Context): ErrorRequestHandler {
  return async (error: unknown, req, res, _next) => {
    if (res.headersSent) {
      context.log.error('failed half way through an answer', { error, url: req.originalUrl })
      res.destroy()
      return
    }
    try {
      await explain(context, error, req, res)
    } catch (second) {
      context.log.error('failed to say what failed', { error: second, first: error })
      if (!res.headersSent)
        await answerText(req, res, { status: 500, text: 'Something went wrong.' })
    }
  }
}

async function explain(
  context: Context,
  error: unknown,
  req: Request,
  res: Response,
): Promise<void> {
  const status = clientFault(error)
  if (status === 400 || status === 404) {
    return answerNotice(context, req, res, { status, kind: 'unknown' })
  }
  if (status !== undefined) {
    res.setHeader('Connection', 'close')
    return answerText(req, res, {
      status,
      text: clientFaults[status] ?? 'That was not understood.',
    })
  }
  const reference = newReference()
  context.log.error('request failed', {
    reference,
    method: req.method,
    url: req.originalUrl,
    error,
  })
  /* What the house knows by name (a lock, a full disk, no browser for PDFs) passes; a bug does not. */
  if (error instanceof PortalError) {
    res.setHeader('Retry-After', String(retryS))
    return answerNotice(context, req, res, { status: 503, kind: 'unavailable', reference })
  }
  return answerNotice(context, req, res, { status: 500, kind: 'error', reference })
}

const clientFaults: Record<number, string> = {
  413: 'That is too much at once.',
  415: 'Only plain forms are taken here.',
}

/** The 4xx that Express, its router and its body parser put on errors about what came in. */
function clientFault(error: unknown): number | undefined {
  if (error instanceof PortalError) return error.code === 'not_found' ? 404 : undefined
  const status = error instanceof Error && 'status' in error ? error.status : undefined
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}
