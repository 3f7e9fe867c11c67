import type { Request, Response } from 'express'
import { answer } from './answer.ts'
import { createBody } from './body.ts'

/** Sends a PDF as a download under its own name; `?inline=1` shows it in the browser. */
export function answerPdf(
  req: Request,
  res: Response,
  { bytes, filename }: { bytes: Buffer; filename: string },
): Promise<void> {
  const disposition = req.query.inline === '1' ? 'inline' : 'attachment'
  /* The file name holds letters, digits and ._- only, so it needs no further quoting. */
  res.setHeader('Content-Disposition', `${disposition}; filename="${filename}"`)
  const body = createBody(bytes, 'once')
  return answer(req, res, { status: 200, content_type: 'application/pdf', body, plain: true })
}
