import type { Request, RequestHandler, Response } from 'express'
import { answerText } from '../notice.ts'

/** Refuses what another site's page sends on a customer's behalf. */
export function guardPosts(publicUrl: string): RequestHandler {
  return (req, res, next) => (isFromHere(publicUrl, req) ? next() : refuseForeign(req, res))
}

/**
 * Whether a form came from a page of ours: Sec-Fetch-Site must be same-origin; where a browser does not send
 * it, Origin must be ours; one that sends neither is let through (safety.md).
 */
export function isFromHere(publicUrl: string, { headers }: Request): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  return headers.origin === undefined || headers.origin === new URL(publicUrl).origin
}

/** Says that a form came from somewhere else. */
export function refuseForeign(req: Request, res: Response): Promise<void> {
  return answerText(req, res, {
    status: 403,
    text: 'This can only be done from the page itself. Open the link again and try once more.',
  })
}
