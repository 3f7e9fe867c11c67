import type { Request, Response } from 'express'
import { approveVersion } from '../../domain/approve-version.ts'
import { consentFor } from '../../domain/consent.ts'
import type { ApproveForm } from '../../domain/decide-form.ts'
import { languageShown } from '../../domain/language.ts'
import { approveOnPage } from '../../usecases/approve-on-page.ts'
import { sealApproval } from '../../usecases/seal-approval.ts'
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

/** `GET …/approve`: everything once more, then consent, name and signature. */
export async function getApprove(context: Context, req: Request, res: Response): Promise<void> {
  await answerUndecided(context, req, res, (shown) => pageOf(context, shown))
}

/** `POST …/approve`: the only way in which a customer approves. */
export async function postApprove(context: Context, req: Request, res: Response): Promise<void> {
  const { app, background } = context
  const input = shareInput(req)
  const form: ApproveForm = formFields(req, [
    'version',
    'signer_name',
    'signature_kind',
    'signature',
    'consent',
  ])
  const approved = await tryToDecide(context, req, () =>
    approveOnPage(app, { ...input, form, device: decidingDevice(req) }),
  )
  if (approved.status === 'approved') {
    const { id, version } = approved.document
    /* The signed copy takes a browser; nobody waits for it. The job `seals` makes what is missing. */
    res.once('finish', () =>
      background.run(`sealed ${id} ${version}`, () => sealApproval(app, id, version)),
    )
  }
  await answerDecision(context, req, res, approved, (shown) => pageOf(context, shown, form))
}

function pageOf(context: Context, shown: Shown, form: Partial<ApproveForm> = {}): string {
  const { business } = context.app.config
  const { document } = shown.page
  const consent = consentFor(business, languageShown(document.content.locale, shown.lang))
  /* The drawing stays with the customer's browser; another version is agreed to anew. */
  const { signer_name, signature_kind } = form
  return context.renderer.approvals.approve({
    ...decideInput(context, shown),
    version: approveVersion(document, business, consent),
    form: form.signer_name === undefined ? {} : { signer_name, signature_kind },
    consent,
  })
}
