import type { RequestHandler } from 'express'
import { answerText } from '../notice.ts'

/**
 * Refuses what another site's page sends on a customer's behalf: Sec-Fetch-Site must be same-origin; where a
 * browser does not send it, Origin must be ours; one that sends neither is let through (safety.md).
 */
export function guardPosts(publicUrl: string): RequestHandler {
  const ourOrigin = new URL(publicUrl).origin
  return (req, res, next) => {
    const site = req.headers['sec-fetch-site']
    const { origin } = req.headers
    if (
      site !== undefined ? site === 'same-origin' : origin === undefined || origin === ourOrigin
    ) {
      return next()
    }
    return answerText(req, res, {
      status: 403,
      text: 'This can only be done from the page itself. Open the link again and try once more.',
    })
  }
}
