import type { Request, Response } from 'express'
import { openPdf } from '../../usecases/open-pdf.ts'
import type { Context } from '../context.ts'
import { answerPdf } from '../pdf-answer.ts'
import { answerClosed, noteDownloaded, noteOpened, shareInput } from '../share-request.ts'

/** `GET …/pdf`: the document as it stands now. */
export async function getPdf(context: Context, req: Request, res: Response): Promise<void> {
  const opened = await openPdf(context.app, shareInput(req))
  if (opened.status !== 'pdf') return answerClosed(context, req, res, opened)
  noteOpened(context, req, res, opened.share)
  noteDownloaded(context, req, res, opened.share)
  await answerPdf(req, res, opened)
}
