import type { NotDecidable } from '../domain/decide-form.ts'
import type { DecideInput } from '../ports/approval-pages.ts'
import type { Action } from './action.ts'
import { approvedBy } from './approved-by.ts'
import { declinedOn } from './estimate-says.ts'
import type { Facts } from './facts.ts'
import { contactAction, viewAction } from './payment-frame.ts'
import type { Mark } from './saying.ts'

/** Why nothing can be decided, and what to do next. */
export type ClosedSaying = {
  title: string
  mark: Mark
  sentences: string[]
  primary: Action
  quiet: Action[]
}

const marks = {
  approved: 'done',
  invoiced: 'done',
  declined: 'closed',
  void: 'closed',
  expired: 'clock',
  draft: 'info',
  view_only: 'info',
  preview: 'info',
} as const satisfies Record<NotDecidable, Mark>

/** The truth about an estimate that cannot be approved or declined here and now. */
export function closedSays(
  facts: Facts,
  { path }: Pick<DecideInput, 'path'>,
  why: NotDecidable,
): ClosedSaying {
  const { labels, document } = facts
  const { title, text } = labels.approval.closed[why]
  const view = viewAction(facts, document.kind, path)
  return {
    title,
    mark: marks[why],
    sentences: [...factsAbout(facts, why), text],
    // The page knows what its link may do, such as to pay the deposit or to ask for an update.
    primary: view,
    quiet: [contactAction(facts)],
  }
}

/** Who decided what, and when. */
function factsAbout(facts: Facts, why: NotDecidable): string[] {
  const { labels, document, content, money, date, business, balance } = facts
  const { states } = labels
  const deposit = balance.amount_due_now_minor
  switch (why) {
    case 'approved':
      return [approvedBy(facts), ...(deposit > 0 ? [states.nextDeposit(money(deposit))] : [])]
    case 'invoiced':
      return [approvedBy(facts), states.invoiced(document.invoice_number ?? '')]
    case 'declined':
      return [declinedOn(facts)].filter((sentence) => sentence !== '')
    case 'expired':
      return [states.expired(date(content.valid_until_on ?? content.issued_on))]
    case 'void':
      return [states.voidEstimate(business)]
    default:
      return []
  }
}
