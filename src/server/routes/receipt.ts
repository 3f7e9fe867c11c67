import type { Request, Response } from 'express'
import { openReceipt, openReceiptPdf } from '../../usecases/open-receipt.ts'
import { chosenLanguage } from '../chosen-language.ts'
import type { Context } from '../context.ts'
import { answerHtml } from '../html-answer.ts'
import { answerPdf } from '../pdf-answer.ts'
import { answerClosed, noteDownloaded, noteOpened } from '../share-request.ts'

/** `GET /r/:token`: the receipt of one payment. */
export async function getReceipt(context: Context, req: Request, res: Response): Promise<void> {
  const opened = await openReceipt(context.app, {
    token: String(req.params.token),
    lang: chosenLanguage(req),
  })
  if (opened.status !== 'page') return answerClosed(context, req, res, opened)
  noteOpened(context, req, res, opened.share)
  await answerHtml(req, res, { status: 200, html: opened.html })
}

/** `GET /r/:token/pdf`: the same on paper. */
export async function getReceiptPdf(context: Context, req: Request, res: Response): Promise<void> {
  const opened = await openReceiptPdf(context.app, { token: String(req.params.token) })
  if (opened.status !== 'pdf') return answerClosed(context, req, res, opened)
  noteOpened(context, req, res, opened.share)
  noteDownloaded(context, req, res, opened.share)
  await answerPdf(req, res, opened)
}
