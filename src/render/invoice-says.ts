import type { CivilDate, LedgerEntry, ShownState } from '../domain/document.ts'
import type { Standing } from '../domain/standing.ts'
import type { Facts } from './facts.ts'
import { processingSays, type Saying, type Sum, say, totalSum } from './saying.ts'

/** Where an invoice stands, for its customer. */
export function invoiceSays(facts: Facts, standing: Standing): Saying {
  const { document, labels, balance, deducted, business } = facts
  const { states } = labels
  const total = totalSum(facts)
  const over = deducted(balance.balance_due_minor)
  const settled: Partial<Record<ShownState, () => Saying>> = {
    draft: () => say('info', states.draft, open(facts)),
    void: () => say('closed', states.voidInvoice(business), nothing(facts)),
    uncollectible: () => say('closed', states.uncollectible(business), total),
    overpaid: () => say('info', states.overpaid(business, over), total),
    refunded: () => refundedSays(facts),
    partially_refunded: () => refundedSays(facts),
    paid: () => paidSays(facts),
  }
  const saying = settled[standing.state]?.()
  if (saying) return withComing(facts, saying)
  return document.pending_minor > 0 ? processingSays(facts) : openSays(facts, standing)
}

/** A bank payment that is on its way all the same, as after a credit or a refund. */
function withComing({ labels, document, money, join }: Facts, saying: Saying): Saying {
  const { pending_minor } = document
  if (pending_minor === 0 || saying.state === null) return saying
  const coming = labels.states.processing(money(pending_minor))
  return { ...saying, state: { ...saying.state, text: join(saying.state.text, coming) } }
}

function openSays(facts: Facts, { state, flags }: Standing): Saying {
  const { labels, content } = facts
  if (state === 'overdue') {
    const rest = flags.includes('partially_paid') ? partlyPaid(facts) : ''
    const was = labels.states.overdue(facts.date(content.due_on ?? content.issued_on))
    const note = rest ? labels.totals.balanceDue : labels.totals.totalDue
    return say('clock', facts.join(was, rest), { ...open(facts), note })
  }
  const partly = state === 'partially_paid' ? partlyPaid(facts) : ''
  if (partly !== '') return say('info', partly, open(facts))
  return { state: null, ...open(facts) }
}

/** After a refund nobody is asked to pay, until the owner says so again. */
function refundedSays(facts: Facts): Saying {
  const sentence = refundSentence(facts)
  const { amount_due_now_minor, balance_due_minor } = facts.balance
  if (amount_due_now_minor > 0)
    return say('info', facts.join(sentence, partlyPaid(facts)), open(facts))
  // The totals below have a balance, for which nobody asks.
  const extra = balance_due_minor > 0 ? facts.labels.online.notPayable.resting.text : ''
  return say('info', sentence, { ...totalSum(facts), extra })
}

function paidSays(facts: Facts): Saying {
  const { labels, document, balance, money, deducted } = facts
  const { states } = labels
  const { total_minor } = document.totals
  const { paid_minor, credited_minor } = balance
  if (credited_minor > 0 && paid_minor <= credited_minor)
    return say('done', states.nothingCredit(money(credited_minor)), nothing(facts))
  const last = lastDay(document.ledger, (entry) => entry.amount_minor > 0)
  if (last !== undefined && total_minor > 0)
    return say('done', withReceipt(facts, states.paid(facts.date(last))), totalSum(facts))
  if (total_minor >= 0) return say('done', states.nothingToPay, nothing(facts))
  const credit = deducted(total_minor)
  return say('done', states.nothingCredit(credit), {
    amount: credit,
    note: labels.payments.kinds.credit,
    extra: '',
  })
}

function withReceipt({ labels, document, join }: Facts, sentence: string): string {
  const latest = document.receipts.at(-1)
  return join(sentence, latest ? labels.states.receipt(latest.number) : '')
}

/** Empty where only a credit note took something off. */
function partlyPaid({ labels, document, balance, money }: Facts): string {
  const { paid_minor, credited_minor, refunded_minor, disputed_minor } = balance
  const received = paid_minor - credited_minor - refunded_minor - disputed_minor
  if (received <= 0) return ''
  return labels.states.partlyPaid(
    money(balance.balance_due_minor),
    money(document.totals.total_minor - credited_minor),
    money(received),
  )
}

function refundSentence({ labels, document, balance, money, date, day }: Facts): string {
  const last = lastDay(document.ledger, (entry) => entry.kind === 'refund')
  const on = last ? date(last) : day(document.updated_at)
  return labels.states.refunded(money(balance.refunded_minor), on)
}

/** What is left to pay, and when. */
function open({ labels, content, balance, money, date }: Facts): Sum {
  const due = content.due_on && labels.states.dueOn(date(content.due_on))
  return {
    amount: money(balance.balance_due_minor),
    note: due ?? labels.totals.totalDue,
    extra: '',
  }
}

function nothing({ labels, money }: Facts): Sum {
  return { amount: money(0), note: labels.totals.totalDue, extra: '' }
}

/** The latest date on the books among the entries that count. */
function lastDay(
  ledger: LedgerEntry[],
  counts: (entry: LedgerEntry) => boolean,
): CivilDate | undefined {
  return ledger
    .filter(counts)
    .map((entry) => entry.on)
    .sort()
    .at(-1)
}
