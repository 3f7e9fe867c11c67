/** What the owner is told about estimates: one entry an event; `next` is the command that helps. */
import { approvalKinds } from '../domain/approval.ts'
import { balance } from '../domain/balance.ts'
import { addDays, civilDateIn } from '../domain/dates.ts'
import { isolate, withoutMarks } from './direction.ts'
import { dateOf, depositOf, factsOf } from './mail-document.ts'
import { textOf } from './mail-letter.ts'
import type { About, Notice } from './mail-owner-notice.ts'

export const decisionNotices = {
  approved: (about: About): Notice => ({
    headline: about.labels.approval.notices.approved(about.who, about.what),
    facts: factsOf(
      [about.labels.approval.facts.signedBy, isolate(textOf(about.data, 'name'))],
      [about.labels.approval.facts.signature, kindOf(about)],
      [about.labels.approval.facts.deposit, depositState(about)],
    ),
    next: afterApproval(about),
  }),
  declined: (about: About): Notice => ({
    headline: about.labels.approval.notices.declined(about.who, about.what),
    facts: factsOf([about.labels.facts.reason, withoutMarks(textOf(about.data, 'reason'))]),
    next: `portal estimate revise ${about.number}`,
  }),
  question: (about: About): Notice => ({
    headline: about.labels.approval.notices.update(about.who, about.what),
    facts: factsOf([about.labels.facts.validUntil, validUntil(about)]),
    next: extend(about),
  }),
}

function kindOf({ labels, data }: About): string {
  const kind = approvalKinds.find((one) => one === textOf(data, 'kind'))
  return kind ? labels.approval.kinds[kind] : ''
}

/** As it stands when the notice leaves. */
function depositState(about: About): string {
  const { document, labels } = about
  if (!document?.totals.deposit_minor) return ''
  const { depositDue, depositPending, depositPaid } = labels.approval.notices
  const amount = depositOf(about, document)
  if (document.pending_minor > 0) return depositPending(amount)
  const { deposit_paid_minor } = balance(document)
  return deposit_paid_minor < document.totals.deposit_minor
    ? depositDue(amount)
    : depositPaid(amount)
}

/** The invoice is made by hand, or there already, or follows by itself once the deposit is paid. */
function afterApproval({ document, config, number }: About): string {
  if (document?.invoice_number) return `portal send ${document.invoice_number}`
  const isByItself = config.documents.auto_invoice === 'on_approval'
  return isByItself ? `portal estimate show ${number}` : `portal estimate invoice ${number}`
}

function validUntil({ document }: About): string {
  return document ? dateOf(document, document.content.valid_until_on) : ''
}

/** As long again as an estimate usually holds; the links live on. */
function extend({ config, number, now }: About): string {
  const today = civilDateIn(config.business.time_zone, now)
  const until = addDays(today, config.documents.valid_for_days)
  return `portal estimate edit ${number} --valid-until ${until}`
}
