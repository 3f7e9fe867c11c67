import type { ShownState } from '../domain/document.ts'
import type { Standing } from '../domain/standing.ts'
import { approvedBy, copyTo, toldOf } from './approved-by.ts'
import type { Facts } from './facts.ts'
import { processingSays, type Saying, type Sum, say, totalSum } from './saying.ts'

/** Where an estimate stands, for its customer. */
export function estimateSays(facts: Facts, { state }: Standing): Saying {
  const { labels, content, date, business } = facts
  const { states } = labels
  const offer = estimateSum(facts)
  const total = totalSum(facts)
  const until = date(content.valid_until_on ?? content.issued_on)
  const saying: Partial<Record<ShownState, () => Saying>> = {
    draft: () => say('info', states.draft, offer),
    sent: () => openSays(facts),
    viewed: () => openSays(facts),
    void: () => say('closed', states.voidEstimate(business), total),
    invoiced: () => invoicedSays(facts),
    approved: () => approvedSays(facts),
    declined: () => say('closed', states.declined, { ...total, extra: declinedOn(facts) }),
    expired: () => {
      const extra = labels.approval.states.expiredNext(business)
      return say('clock', states.expired(until), { ...total, extra })
    },
  }
  return saying[state]?.() ?? { state: null, ...offer }
}

/** Whoever approved an earlier version would think that nothing was left to do. */
function openSays(facts: Facts): Saying {
  const offer = estimateSum(facts)
  const { labels, document, day } = facts
  const at = document.replaced_approval_at
  return at ? say('info', labels.approval.states.newer(day(at)), offer) : { state: null, ...offer }
}

/** The price, until when it holds, and the deposit. */
export function estimateSum({ labels, document, content, money, date }: Facts): Sum {
  const { total_minor, deposit_minor } = document.totals
  const until = content.valid_until_on && labels.states.validUntil(date(content.valid_until_on))
  return {
    amount: money(total_minor),
    note: until ?? labels.totals.total,
    extra: deposit_minor ? labels.states.depositOnApproval(money(deposit_minor)) : '',
  }
}

/** Who approved, what is due or comes next, and who was told. */
function approvedSays(facts: Facts): Saying {
  const { labels, document, balance, money, business, join } = facts
  const { states } = labels
  const approved = approvedBy(facts)
  const extra = toldOf(facts)
  const deposit = balance.amount_due_now_minor
  if (document.pending_minor > 0) {
    const { state, ...rest } = processingSays(facts)
    return say('moving', join(approved, state?.text ?? ''), { ...rest, extra })
  }
  const paid = balance.deposit_paid_minor
  const thanks = deposit === 0 && paid > 0 ? states.depositPaid(money(paid)) : ''
  const next =
    deposit > 0 ? states.nextDeposit(money(deposit)) : join(thanks, states.nextContact(business))
  const due = { amount: money(deposit), note: states.depositDue }
  return say('done', join(approved, next), { ...(deposit > 0 ? due : totalSum(facts)), extra })
}

/** The invoice has a link of its own, which only its customer is given. */
function invoicedSays(facts: Facts): Saying {
  const { labels, document, join } = facts
  const became = labels.states.invoiced(document.invoice_number ?? '')
  const extra = join(approvedBy(facts), labels.approval.states.ownLink, copyTo(facts))
  return say('done', became, { ...totalSum(facts), extra })
}

/** When it was declined, and who was told; empty where that is not known. */
export function declinedOn({ labels, document, day, business, join }: Facts): string {
  const { declined_at } = document
  const { states } = labels.approval
  return declined_at ? join(states.declinedOn(day(declined_at)), states.told(business)) : ''
}
