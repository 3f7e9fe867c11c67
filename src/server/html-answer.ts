import type { Request, Response } from 'express'
import { answer, htmlType } from './answer.ts'
import { createBody } from './body.ts'

/** Sends a page that was made for this one request. */
export function answerHtml(
  req: Request,
  res: Response,
  { status, html }: { status: number; html: string | Buffer },
): Promise<void> {
  const body = createBody(Buffer.from(html), 'once')
  return answer(req, res, { status, content_type: htmlType, body })
}

/** Sends the browser on by GET; only ever to a path of ours or to where a provider's page said. */
export function redirect(res: Response, to: string): void {
  res.status(303).setHeader('Location', to).end()
}
