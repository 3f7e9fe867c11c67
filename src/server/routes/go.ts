import type { Request, Response } from 'express'
import { finishCheckout } from '../../usecases/finish-checkout.ts'
import { handOver } from '../../usecases/hand-over.ts'
import { chosenLanguage } from '../chosen-language.ts'
import type { Context } from '../context.ts'
import { answerHtml } from '../html-answer.ts'
import { answerClosed } from '../share-request.ts'

/** `GET /go/:id`: on to the provider's page, or what became of it when it is over. */
export async function getGo(context: Context, req: Request, res: Response): Promise<void> {
  const { payments } = context.renderer
  const handed = await handOver(context.app, { id: String(req.params.id) })
  if (handed.status === 'unknown') return answerClosed(context, req, res, { status: 'unknown' })
  const lang = chosenLanguage(req)
  const html =
    handed.status === 'go'
      ? payments.handOver({ ...handed.page, lang })
      : payments.returned({ ...handed.page, lang })
  await answerHtml(req, res, { status: 200, html })
}

/** `GET /go/:id/return`: after the provider; completes what the customer confirmed there, and says how it is. */
export async function getReturned(context: Context, req: Request, res: Response): Promise<void> {
  const { k, canceled } = req.query
  const finished = await finishCheckout(context.app, {
    id: String(req.params.id),
    k: typeof k === 'string' ? k : '',
    canceled: canceled === '1',
  })
  if (finished.status === 'unknown') return answerClosed(context, req, res, { status: 'unknown' })
  if (finished.reason !== '') {
    const { reference } = finished.page
    context.log.error('a provider could not be asked', { reference, reason: finished.reason })
  }
  const html = context.renderer.payments.returned({
    ...finished.page,
    lang: chosenLanguage(req),
  })
  await answerHtml(req, res, { status: 200, html })
}
