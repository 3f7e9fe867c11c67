import type { Request, Response } from 'express'
import type { DeclineForm } from '../../domain/decide-form.ts'
import { declineOnPage } from '../../usecases/decline-on-page.ts'
import type { Context } from '../context.ts'
import {
  answerDecision,
  answerUndecided,
  decideInput,
  decidingDevice,
  type Shown,
  tryToDecide,
} from '../decision.ts'
import { formFields } from '../form-fields.ts'
import { shareInput } from '../share-request.ts'

/** `GET …/decline`: asks once more, and for a reason if there is one. */
export async function getDecline(context: Context, req: Request, res: Response): Promise<void> {
  await answerUndecided(context, req, res, (shown) => pageOf(context, shown))
}

/** `POST …/decline`: the only way in which a customer declines. */
export async function postDecline(context: Context, req: Request, res: Response): Promise<void> {
  const input = shareInput(req)
  const form: DeclineForm = formFields(req, ['version', 'reason'])
  const declined = await tryToDecide(context, req, () =>
    declineOnPage(context.app, { ...input, form, device: decidingDevice(req) }),
  )
  await answerDecision(context, req, res, declined, (shown) => pageOf(context, shown, form))
}

function pageOf(context: Context, shown: Shown, form: Partial<DeclineForm> = {}): string {
  return context.renderer.approvals.decline({ ...decideInput(context, shown), form })
}
