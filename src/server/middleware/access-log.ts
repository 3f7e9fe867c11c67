import type { RequestListener } from 'node:http'
import type { Log } from '../log.ts'

/** A line for each request, at debug: in daily use an access log would only gather addresses. */
export function logAccess(log: Log, next: RequestListener): RequestListener {
  if (!log.isDebug) return next
  return (req, res) => {
    const startedAt = performance.now()
    const { method, url } = req
    res.once('close', () => {
      const ms = Math.round(performance.now() - startedAt)
      log.debug('request', { method, url, status: res.statusCode, ms })
    })
    next(req, res)
  }
}
