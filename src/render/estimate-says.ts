import type { ShownState } from '../domain/document.ts'
import type { Standing } from '../domain/standing.ts'
import type { Facts } from './facts.ts'
import { processingSays, type Saying, type Sum, say, totalSum } from './saying.ts'

/** Where an estimate stands, for its customer. */
export function estimateSays(facts: Facts, { state }: Standing): Saying {
  const { labels, document, content, date, business } = facts
  const { states } = labels
  const offer = open(facts)
  const total = totalSum(facts)
  const until = date(content.valid_until_on ?? content.issued_on)
  const saying: Partial<Record<ShownState, () => Saying>> = {
    draft: () => say('info', states.draft, offer),
    void: () => say('closed', states.voidEstimate(business), total),
    invoiced: () => say('done', states.invoiced(document.invoice_number ?? ''), total),
    approved: () => approvedSays(facts),
    declined: () => say('closed', states.declined, total),
    expired: () => say('clock', states.expired(until), total),
  }
  return saying[state]?.() ?? { state: null, ...offer }
}

function approvedSays(facts: Facts): Saying {
  const { labels, document, balance, money, day, business } = facts
  const { states } = labels
  const approved = states.approved(day(document.approved_at ?? document.updated_at))
  const deposit = balance.amount_due_now_minor
  if (document.pending_minor > 0) {
    const { state, ...rest } = processingSays(facts)
    return say('moving', `${approved} ${state?.text ?? ''}`, rest)
  }
  const paid = balance.deposit_paid_minor
  const thanks = deposit === 0 && paid > 0 ? `${states.depositPaid(money(paid))} ` : ''
  const next =
    deposit > 0 ? states.nextDeposit(money(deposit)) : thanks + states.nextContact(business)
  const due = { amount: money(deposit), note: states.depositDue, extra: '' }
  return say('done', `${approved} ${next}`, deposit > 0 ? due : totalSum(facts))
}

/** The price, until when it holds, and the deposit. */
function open({ labels, document, content, money, date }: Facts): Sum {
  const { total_minor, deposit_minor } = document.totals
  const until = content.valid_until_on && labels.states.validUntil(date(content.valid_until_on))
  return {
    amount: money(total_minor),
    note: until ?? labels.totals.total,
    extra: deposit_minor ? labels.states.depositOnApproval(money(deposit_minor)) : '',
  }
}
