import type { App } from '../app.ts'
import { today } from '../app.ts'
import type { ApprovalPicture } from '../domain/approval.ts'
import { civilDateIn, isCivilDate, startOfDay } from '../domain/dates.ts'
import type { CivilDate, Document, Instant } from '../domain/document.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import { readScan } from '../domain/scan.ts'
import { checkLine } from '../domain/text.ts'
import { getDocument } from '../store/documents.ts'
import { autoInvoice } from './auto-invoice.ts'
import { recordApproval } from './record-approval.ts'
import { showMoney } from './show-money.ts'

export type OwnerApproval = {
  number: string
  /** Who said yes, as the owner knows it. */
  name?: string
  /**
   * The day of the yes, when it lies in the past: not before the customer can have had what they agreed to. An
   * expired estimate may have been approved in time.
   */
  on?: string
  /** The paper that was signed: a PDF, PNG or JPEG of at most 10 MB. */
  scan?: Buffer
}

/**
 * The owner notes that the customer approved an estimate, on paper or by telephone; its deposit is due then.
 * Nobody is mailed: the owner sends the estimate where that is wanted.
 * @throws PortalError wrong_state when it was not sent or is decided, invalid_input
 */
export async function approveEstimate(app: App, input: OwnerApproval): Promise<Document> {
  const { name, at, scan } = checkInput(app, input)
  const approved = await app.db.write(async (trx) => {
    const estimate = await getDocument(trx, input.number)
    checkInTime(app, estimate, input.on)
    return recordApproval(app, trx, {
      document: estimate,
      actor: 'owner',
      signed: { ...unsigned, kind: scan ? 'paper' : 'owner', signer_name: name, at },
      picture: scan,
      facts: { on: at },
    })
  })
  const document = (await autoInvoice(app, approved.id)) ?? approved
  await showMoney(app, document)
  return document
}

/** What only a customer's own signature on the page has. */
const unsigned = {
  signer_email: '',
  consent_version: '',
  consent_text: '',
  share_id: null,
  ip: '',
  user_agent: '',
}

type Checked = { name: string; at: Instant; scan: ApprovalPicture | null }

/** @throws PortalError invalid_input with all that is wrong */
function checkInput(app: App, { name = '', on, scan }: OwnerApproval): Checked {
  const problems: Problem[] = []
  const unfit = name === '' ? undefined : checkLine(name)
  if (unfit !== undefined) problems.push({ field: 'name', message: unfit })
  const now = today(app)
  if (on !== undefined && !isCivilDate(on)) {
    problems.push({ field: 'on', message: 'must be a date such as 2025-01-31' })
  } else if (on !== undefined && on > now) {
    const { time_zone } = app.config.business
    problems.push({
      field: 'on',
      message: `must not lie in the future: in ${time_zone} it is ${now}`,
    })
  }
  const picture = scan ? readScan(scan) : null
  if (typeof picture === 'string') problems.push({ field: 'scan', message: picture })
  if (problems.length > 0 || typeof picture === 'string') throw invalidInput(problems)
  const isEarlier = on !== undefined && on < now
  const moment = isEarlier ? startOfDay(on, app.config.business.time_zone) : app.clock.now()
  return { name: name.trim(), at: moment.toISOString(), scan: picture }
}

/** @throws PortalError invalid_input for a day on which nobody can have agreed to what is recorded as approved */
function checkInTime(app: App, estimate: Document, on: CivilDate | undefined): void {
  const { number, kind, state, version } = estimate
  if (on === undefined || kind !== 'estimate' || state !== 'sent') return
  const first = firstDay(app, estimate)
  if (on >= first) return
  const what = version === 1 ? number : `version ${version} of ${number}`
  throw invalidInput(
    [{ field: 'on', message: `must not lie before ${first}, the first day of ${what}` }],
    first === today(app)
      ? 'Leave --on out for today.'
      : `Give a day from ${first} to ${today(app)}, or leave --on out for today.`,
  )
}

/** A paper may have been handed over before its link was; of a later version nothing went out before it was sent. */
function firstDay(app: App, { version, content, published_at, sent_at }: Document): CivilDate {
  const { issued_on } = content
  const instant = published_at ?? sent_at
  if (!instant) return issued_on
  const sent_on = civilDateIn(app.config.business.time_zone, new Date(instant))
  return version === 1 && issued_on < sent_on ? issued_on : sent_on
}
