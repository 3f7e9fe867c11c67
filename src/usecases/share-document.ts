import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { invalidInput } from '../domain/errors.ts'
import { shareUrl } from '../domain/link.ts'
import { parseExpiry, shareEnd } from '../domain/link-life.ts'
import { checkLinkable } from '../domain/public-url.ts'
import { checkLasting, checkSendable } from '../domain/sending.ts'
import { type Share, scopeWord } from '../domain/share.ts'
import { checkLine } from '../domain/text.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { closeIfTooMuch } from './close-if-too-much.ts'
import { creditWarnings, type PaymentWarning } from './payment-warnings.ts'
import { makeShare, publishDocument } from './publish-document.ts'
import { showChange } from './refresh-pages.ts'
import { reopenReceipts } from './reopen-receipts.ts'
import { type ReplacedApproval, replacedApproval } from './replaced-approval.ts'
import { settleBeforeRevision } from './settle-open-checkout.ts'
import { withDraft } from './with-draft.ts'

export type ShareInput = {
  number: string
  label?: string
  /** `30d` or a date; the link works to the end of that day. */
  expires?: string
  view_only?: boolean
}

export type SharedLink = {
  /** Null for the link of a history. */
  number: string | null
  url: string
  id: string
  label: string
  scope: ReturnType<typeof scopeWord>
  expires_at: Instant | null
  /** An approval of the version before, where there was one: it is no yes to the one that is shown now. */
  replaced_approval?: ReplacedApproval
  /** Of a credit note: what may still be paid of its invoice, with which too much comes. */
  warnings?: PaymentWarning[]
}

/** Makes a secret link to hand over by other means than mail; a draft becomes sent by it. */
export async function shareDocument(app: App, input: ShareInput): Promise<SharedLink> {
  const { config } = app
  checkLinkable(config.public_url)
  const { label, expires_at } = checkLink(app, input)
  await settleBeforeRevision(app, input.number)
  const scope = input.view_only ? 'view' : 'full'
  const { share, document, replaced } = await app.db.write((trx) =>
    handOut(app, trx, input.number, { label, scope, expires_at }),
  )
  await showChange(app, document)
  const page = await closeIfTooMuch(app, document.relates_to)
  const warnings = await creditWarnings(app, document, page)
  return {
    number: document.number,
    url: shareUrl(config.public_url, app.linkKey, share),
    id: share.id,
    label,
    scope: scopeWord(share),
    expires_at: shareEnd(share, document, config.links, config.business.time_zone),
    ...(replaced ? { replaced_approval: replaced } : {}),
    ...(warnings.length > 0 ? { warnings } : {}),
  }
}

type HandedOut = { share: Share; document: Document; replaced: ReplacedApproval | null }

async function handOut(
  app: App,
  trx: Trx,
  number: string,
  link: { label: string; scope: 'view' | 'full'; expires_at: Instant | null },
): Promise<HandedOut> {
  const before = await getDocument(trx, number)
  const { links, business } = app.config
  checkSendable(await withDraft(trx, before), today(app))
  checkLasting(before, links, business.time_zone, app.clock.now())
  const customer = await getCustomer(trx, before.customer_id)
  const published = await publishDocument(app, trx, before, customer)
  const document = await reopenReceipts(app, trx, published)
  const share = await makeShare(app, trx, document, link)
  const { label, scope } = link
  await appendEvents(trx, [
    {
      document_id: document.id,
      type: 'shared',
      actor: 'owner',
      at: share.created_at,
      share_id: share.id,
      data: { label, scope },
    },
  ])
  return { share, document, replaced: await replacedApproval(trx, before, document.version) }
}

/**
 * Checks what a new link is to be called and when it is to end; null where nothing was said of an end.
 * @throws PortalError invalid_input with all problems
 */
export function checkLink(
  app: App,
  input: Pick<ShareInput, 'label' | 'expires'>,
): { label: string; expires_at: Instant | null } {
  const problems = []
  const label = input.label ?? ''
  const labelProblem = checkLine(label)
  if (labelProblem) problems.push({ field: 'label', message: labelProblem })
  const now = app.clock.now()
  const { time_zone } = app.config.business
  const end = input.expires === undefined ? null : parseExpiry(input.expires, now, time_zone)
  if (end === undefined) {
    problems.push({ field: 'expires', message: 'Give days such as 30d, or a date YYYY-MM-DD.' })
  } else if (end !== null && end <= now.toISOString()) {
    problems.push({ field: 'expires', message: 'The end of the link lies in the past.' })
  }
  if (problems.length > 0) throw invalidInput(problems)
  return { label, expires_at: end ?? null }
}
