import type { App } from '../app.ts'
import type { ApprovalPicture } from '../domain/approval.ts'
import { type Consent, consentGiven } from '../domain/approve-version.ts'
import { sha256 } from '../domain/canonical.ts'
import {
  type ApproveForm,
  type DecideProblem,
  drawingFault,
  readApproveForm,
  type Signing,
} from '../domain/decide-form.ts'
import { deviceOf } from '../domain/device.ts'
import type { Document } from '../domain/document.ts'
import type { Trx } from '../store/db.ts'
import { appendEvents } from '../store/events.ts'
import { autoInvoice } from './auto-invoice.ts'
import { confirmToCustomer } from './confirm-to-customer.ts'
import {
  type DecideRequest,
  type DecidingDevice,
  decidablePage,
  type Undecided,
} from './decidable-page.ts'
import { mailedTo } from './mailed-to.ts'
import { noteViewed } from './note-viewed.ts'
import { recordApproval } from './record-approval.ts'
import type { DecidePage } from './show-decide-page.ts'
import { showMoney } from './show-money.ts'
import { tellOwner } from './tell-owner.ts'

export type ApprovedOnPage = { status: 'approved'; document: Document } | Undecided

/**
 * The customer approves and signs an estimate on its page. State, evidence, timeline and mails are one
 * transaction; the signed copy follows. However many try at once, one of them decides.
 */
export async function approveOnPage(
  app: App,
  input: DecideRequest<ApproveForm>,
): Promise<ApprovedOnPage> {
  const seen = await decidablePage(app, input)
  if (seen.status !== 'page') return seen
  const consent = consentGiven(seen.document, app.config.business, input.form.version)
  if (!consent) return { ...seen, status: 'changed' }
  const signed = await readSigned(app, input.form)
  if (Array.isArray(signed)) return { ...seen, status: 'invalid', problems: signed, changed: false }
  const decided = await app.db.write(async (trx): Promise<ApprovedOnPage> => {
    const page = await decidablePage(app, input, trx)
    if (page.status !== 'page') return page
    const document = await approve(app, trx, page, { ...signed, consent }, input.device)
    return { status: 'approved', document }
  })
  if (decided.status !== 'approved') return decided
  const document = (await autoInvoice(app, decided.document.id)) ?? decided.document
  await showMoney(app, document)
  return { status: 'approved', document }
}

type Signed = Signing & { picture: ApprovalPicture | null }

/** The form with its drawing, which is drawn anew; all problems at once. */
async function readSigned(app: App, form: ApproveForm): Promise<Signed | DecideProblem[]> {
  const { methods } = app.config.signature
  const signing = readApproveForm(form, { methods })
  const isDrawn = form.signature_kind === 'drawn' && methods.includes('drawn')
  if (!isDrawn || form.signature === '') {
    return Array.isArray(signing) ? signing : { ...signing, picture: null }
  }
  const drawing = await (await app.ink()).redraw(form.signature)
  const faults = drawing.ok ? [] : [drawingFault(drawing.fault)]
  if (Array.isArray(signing)) return [...signing, ...faults]
  if (!drawing.ok) return faults
  return { ...signing, picture: { bytes: drawing.png, content_type: 'image/png' } }
}

async function approve(
  app: App,
  trx: Trx,
  { share, document }: DecidePage,
  { picture, consent, ...signing }: Signed & { consent: Consent },
  { ip, user_agent }: DecidingDevice,
): Promise<Document> {
  const { id: document_id, version, viewed_at } = document
  const share_id = share.id
  const at = app.clock.now().toISOString()
  const device = deviceOf(user_agent)
  await noteViewed(trx, { share, viewed_at, at, device })
  const agreed = { version: consent.version, text_hash: sha256(consent.text), device }
  await appendEvents(trx, [
    { document_id, type: 'consented', actor: 'customer', at, share_id, data: agreed },
  ])
  const approved = await recordApproval(app, trx, {
    document,
    actor: 'customer',
    signed: {
      ...signing,
      signer_email: await mailedTo(trx, share),
      consent_version: consent.version,
      consent_text: consent.text,
      share_id,
      ip: ip.slice(0, longestIp),
      user_agent: printable(user_agent).slice(0, longestUserAgent),
      at,
    },
    picture,
    facts: { device },
  })
  await confirmToCustomer(app, trx, approved, 'approved_confirmation')
  const { signer_name: name, kind } = signing
  await tellOwner(app, trx, 'approved', { document_id, data: { name, kind, version, at } })
  return approved
}

/** IPv6 at its longest. */
const longestIp = 45
/** More than any browser says about itself; what is longer was made up. */
const longestUserAgent = 500

function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ')
}
