import type { Request, Response } from 'express'
import { openPdf } from '../../usecases/open-pdf.ts'
import { answer } from '../answer.ts'
import { createBody } from '../body.ts'
import type { Context } from '../context.ts'
import { answerClosed, noteOpened, shareInput } from '../share-request.ts'

/** `GET …/pdf`: a download named after the document; `?inline=1` shows it in the browser. */
export async function getPdf(context: Context, req: Request, res: Response): Promise<void> {
  const opened = await openPdf(context.app, shareInput(req))
  if (opened.status !== 'pdf') return answerClosed(context, req, res, opened.status)
  const { share, bytes, filename } = opened
  noteOpened(context, req, res, share)
  const disposition = req.query.inline === '1' ? 'inline' : 'attachment'
  /* The file name holds letters, digits and ._- only, so it needs no further quoting. */
  res.setHeader('Content-Disposition', `${disposition}; filename="${filename}"`)
  const body = createBody(bytes, 'once')
  await answer(req, res, { status: 200, content_type: 'application/pdf', body, plain: true })
}
