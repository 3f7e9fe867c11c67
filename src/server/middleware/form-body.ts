import express, { type RequestHandler } from 'express'
import { answerText } from '../notice.ts'

/** What most forms may hold; the beacon's is empty. */
const fewBytes = 1024

/** Reads a form: urlencoded, uncompressed, small. Anything else is refused before it is read. */
export function readForm(mostBytes = fewBytes): RequestHandler[] {
  const read = express.urlencoded({ extended: false, limit: mostBytes, inflate: false })
  return [(req, res, next) => refuseOthers(mostBytes, req, res, next), read]
}

function refuseOthers(
  mostBytes: number,
  ...[req, res, next]: Parameters<RequestHandler>
): ReturnType<RequestHandler> {
  const length = Number(req.headers['content-length'] ?? 0)
  const hasBody = length > 0 || req.headers['transfer-encoding'] !== undefined
  if (!hasBody) return next()
  /* What was not read is not waited for. */
  res.setHeader('Connection', 'close')
  if (length > mostBytes) {
    return answerText(req, res, { status: 413, text: 'That is too much at once.' })
  }
  if (!req.is('application/x-www-form-urlencoded')) {
    return answerText(req, res, { status: 415, text: 'Only forms are taken here.' })
  }
  res.removeHeader('Connection')
  return next()
}
