import type { Request, Response } from 'express'
import { inLanguage } from '../../domain/language.ts'
import { linkPath } from '../../domain/link.ts'
import type { PayForm, PayProblem } from '../../domain/pay-form.ts'
import { recordViewed } from '../../usecases/record-viewed.ts'
import { type PayPage, showPayPage } from '../../usecases/show-pay-page.ts'
import { startCheckout } from '../../usecases/start-checkout.ts'
import { chosenLanguage } from '../chosen-language.ts'
import type { Context } from '../context.ts'
import { formFields } from '../form-fields.ts'
import { answerHtml, redirect } from '../html-answer.ts'
import { answerClosed, noteOpened, shareInput } from '../share-request.ts'

/** `GET …/pay`: what can be paid, and how. */
export async function getPay(context: Context, req: Request, res: Response): Promise<void> {
  const shown = await showPayPage(context.app, shareInput(req))
  if (shown.status !== 'page') return answerClosed(context, req, res, shown)
  noteOpened(context, req, res, shown.share)
  /* From "Pay Another Amount": the field for it is there at once. */
  const { amount_choice } = req.query
  const form = amount_choice === 'custom' ? { ...noForm, amount_choice } : noForm
  await answerPage(context, req, res, { page: shown, status: 200, form })
}

/** `POST …/pay`: opens a checkout at the provider and hands over by `/go/:id` (safety.md, trap 2). */
export async function postPay(context: Context, req: Request, res: Response): Promise<void> {
  const input = shareInput(req)
  const form: PayForm = formFields(req, ['amount_choice', 'amount', 'method'])
  const started = await startCheckout(context.app, { ...input, form, lang: chosenLanguage(req) })
  switch (started.status) {
    case 'unknown':
    case 'revoked':
    case 'expired':
      return answerClosed(context, req, res, started)
    case 'started':
      /* Whoever pays has looked. */
      context.background.run(`viewed ${input.token}`, () => recordViewed(context.app, input))
      return redirect(res, inLanguage(`/go/${started.id}`, chosenLanguage(req)))
    case 'invalid':
      return answerPage(context, req, res, {
        page: started,
        status: 422,
        form,
        problems: started.problems,
      })
    case 'not_payable':
      return answerPage(context, req, res, { page: started, status: 409, form })
    case 'unreachable':
      context.log.error('a checkout could not be opened', {
        reference: started.reference,
        reason: started.reason,
      })
      return answerPage(context, req, res, {
        page: started,
        status: 503,
        form,
        reference: started.reference,
      })
  }
}

type Shown = {
  page: PayPage
  status: number
  form?: PayForm
  problems?: PayProblem[]
  reference?: string
}

async function answerPage(
  { renderer, app }: Context,
  req: Request,
  res: Response,
  { page, status, form = noForm, problems = [], reference = '' }: Shown,
): Promise<void> {
  const { document, share, token, offer, receipts } = page
  if (status === 503) res.setHeader('Retry-After', '60')
  const html = renderer.payments.pay({
    document,
    path: linkPath(share.kind, token),
    offer,
    form,
    problems,
    unreachable: status === 503,
    reference,
    receipts,
    lang: chosenLanguage(req),
    now: app.clock.now(),
  })
  await answerHtml(req, res, { status, html })
}

const noForm: PayForm = { amount_choice: '', amount: '', method: '' }
