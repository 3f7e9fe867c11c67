import type { Request, Response } from 'express'
import type { DeclineForm } from '../../domain/decide-form.ts'
import { declineOnPage } from '../../usecases/decline-on-page.ts'
import { showDecidePage } from '../../usecases/show-decide-page.ts'
import { chosenLanguage } from '../chosen-language.ts'
import type { Context } from '../context.ts'
import { answerDecision, decideInput, deviceOf, type Shown, tryToDecide } from '../decision.ts'
import { formFields } from '../form-fields.ts'
import { answerHtml } from '../html-answer.ts'
import { answerClosed, noteOpened, shareInput } from '../share-request.ts'

/** `GET …/decline`: asks once more, and for a reason if there is one. */
export async function getDecline(context: Context, req: Request, res: Response): Promise<void> {
  const shown = await showDecidePage(context.app, shareInput(req))
  if (shown.status !== 'page') return answerClosed(context, req, res, shown)
  noteOpened(context, req, res, shown.share)
  await answerHtml(req, res, {
    status: 200,
    html: pageOf(context, { page: shown, lang: chosenLanguage(req) }),
  })
}

/** `POST …/decline`: the only way in which a customer declines. */
export async function postDecline(context: Context, req: Request, res: Response): Promise<void> {
  const input = shareInput(req)
  const form: DeclineForm = formFields(req, ['version', 'reason'])
  const declined = await tryToDecide(context, req, () =>
    declineOnPage(context.app, { ...input, form, device: deviceOf(req) }),
  )
  await answerDecision(context, req, res, declined, (shown) => pageOf(context, shown, form))
}

function pageOf(context: Context, shown: Shown, form: Partial<DeclineForm> = {}): string {
  return context.renderer.approvals.decline({ ...decideInput(context, shown), form })
}
