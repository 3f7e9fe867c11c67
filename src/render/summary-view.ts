/** What a page says first: one sentence of state, the amount, the date (look.md's table of states). */
import type { CivilDate, Document, LedgerEntry, ShownState } from '../domain/document.ts'
import type { Standing } from '../domain/standing.ts'
import type { Facts } from './facts.ts'

/** A mark beside the sentence, for those who see; the sentence says it all. */
export type Mark = 'info' | 'done' | 'clock' | 'moving' | 'closed'

export type SummaryView = {
  title: string
  /** Null where name, amount and date are the sentence: "Invoice INV-001 · $9,828.00 · due …". */
  state: { mark: Mark; text: string } | null
  /** Read aloud before the amount when `state` is null; else empty. */
  lead: string
  amount: string
  /** Set smaller, so that it stays on one line of a narrow phone. */
  is_long: boolean
  /** What the amount is, or its date. */
  note: string
  /** A further line, such as the deposit; else empty. */
  extra: string
}

type Said = Omit<SummaryView, 'title' | 'lead' | 'is_long'>

/** In characters: "$123,456.00" fits a phone in the largest type. */
const longAmount = 12

/** The summary of a document in its shown state. */
export function summaryView(facts: Facts, standing: Standing): SummaryView {
  const { document, labels } = facts
  const said = sayings[document.kind](facts, standing)
  const lead = said.state === null ? labels.names[document.kind](document.number) : ''
  const is_long = said.amount.length > longAmount
  return { title: labels.parts.summary, lead, is_long, ...said }
}

const sayings = {
  invoice: invoiceSays,
  estimate: estimateSays,
  credit_note: creditNoteSays,
} as const satisfies Record<Document['kind'], (facts: Facts, standing: Standing) => Said>

function invoiceSays(facts: Facts, { state, flags }: Standing): Said {
  const { labels, document, balance, money, deducted, business } = facts
  const { states } = labels
  const total = { amount: money(document.totals.total_minor), note: labels.totals.total, extra: '' }
  const isPending = document.pending_minor > 0 && balance.balance_due_minor > 0
  switch (state) {
    case 'void':
      return say('closed', states.voidInvoice(business), nothing(facts))
    case 'uncollectible':
      return say('closed', states.uncollectible(business), total)
    case 'overpaid':
      return say('info', states.overpaid(business, deducted(balance.balance_due_minor)), total)
    case 'refunded':
    case 'partially_refunded':
      return say('info', refundSentence(facts), total)
    case 'paid':
      return paidSays(facts)
    case 'draft':
      return say('info', states.draft, open(facts))
    default:
      break
  }
  if (isPending) return processingSays(facts)
  if (state === 'overdue') {
    const rest = flags.includes('partially_paid') ? ` ${partlyPaid(facts)}` : ''
    const due = document.content.due_on ?? document.content.issued_on
    const note = rest ? labels.totals.balanceDue : labels.totals.totalDue
    return say('clock', states.overdue(facts.date(due)) + rest, { ...open(facts), note })
  }
  if (state === 'partially_paid') return say('info', partlyPaid(facts), open(facts))
  return { state: null, ...open(facts) }
}

function paidSays(facts: Facts): Said {
  const { labels, document, money, deducted } = facts
  const { states, totals } = labels
  const { total_minor } = document.totals
  const last = lastDay(document.ledger, (entry) => entry.amount_minor > 0)
  if (last !== undefined && total_minor > 0)
    return say('done', states.paid(facts.date(last)), {
      amount: money(total_minor),
      note: totals.total,
      extra: '',
    })
  if (total_minor >= 0) return say('done', states.nothingToPay, nothing(facts))
  const credit = deducted(total_minor)
  return say('done', `${states.nothingToPay} ${states.credit(credit)}.`, {
    amount: credit,
    note: labels.payments.kinds.credit,
    extra: '',
  })
}

function processingSays(facts: Facts): Said {
  const { labels, document, balance, money } = facts
  const left = balance.amount_due_now_minor
  return say('moving', labels.states.processing(money(document.pending_minor)), {
    amount: money(left > 0 ? left : document.pending_minor),
    note: left > 0 ? labels.states.leftToPay : labels.states.onItsWay,
    extra: '',
  })
}

function partlyPaid({ labels, document, balance, money }: Facts): string {
  const received = balance.paid_minor - balance.refunded_minor - balance.disputed_minor
  return labels.states.partlyPaid(
    money(balance.balance_due_minor),
    money(document.totals.total_minor),
    money(received),
  )
}

function refundSentence({ labels, document, balance, money, date, day }: Facts): string {
  const last = lastDay(document.ledger, (entry) => entry.kind === 'refund')
  const on = last ? date(last) : day(document.updated_at)
  return labels.states.refunded(money(balance.refunded_minor), on)
}

function estimateSays(facts: Facts, { state }: Standing): Said {
  const { labels, document, content, date, business } = facts
  const { states } = labels
  const offer = open(facts)
  const total = { ...offer, note: labels.totals.total, extra: '' }
  const until = date(content.valid_until_on ?? content.issued_on)
  const saying: Partial<Record<ShownState, () => Said>> = {
    draft: () => say('info', states.draft, offer),
    void: () => say('closed', states.voidEstimate(business), total),
    invoiced: () => say('done', states.invoiced(document.invoice_number ?? ''), total),
    approved: () => approvedSays(facts),
    declined: () => say('closed', states.declined, total),
    expired: () => say('clock', states.expired(until), total),
  }
  return saying[state]?.() ?? { state: null, ...offer }
}

function approvedSays(facts: Facts): Said {
  const { labels, document, balance, money, day, business } = facts
  const { states } = labels
  const approved = states.approved(day(document.approved_at ?? document.updated_at))
  const deposit = balance.amount_due_now_minor
  if (document.pending_minor > 0) {
    const { state, ...rest } = processingSays(facts)
    return say('moving', `${approved} ${state?.text ?? ''}`, rest)
  }
  const next = deposit > 0 ? states.nextDeposit(money(deposit)) : states.nextContact(business)
  return say('done', `${approved} ${next}`, {
    amount: money(deposit > 0 ? deposit : document.totals.total_minor),
    note: deposit > 0 ? states.depositDue : labels.totals.total,
    extra: '',
  })
}

function creditNoteSays(facts: Facts, { state }: Standing): Said {
  const { labels, document, money, business } = facts
  const { states } = labels
  const amount = money(document.totals.total_minor)
  const credit = { amount, note: labels.payments.kinds.credit, extra: '' }
  if (state === 'draft') return say('info', states.draft, credit)
  if (state === 'void')
    return say('closed', states.voidCreditNote(business), { ...credit, amount: money(0) })
  return say('done', states.creditNote(amount), credit)
}

/** The amount asked for and its date. */
function open({ labels, document, content, balance, money, date }: Facts): Omit<Said, 'state'> {
  const { kind, totals } = document
  if (kind === 'estimate') {
    const until = content.valid_until_on && labels.states.validUntil(date(content.valid_until_on))
    const deposit = totals.deposit_minor
    return {
      amount: money(totals.total_minor),
      note: until ?? labels.totals.total,
      extra: deposit ? labels.states.depositOnApproval(money(deposit)) : '',
    }
  }
  const due = content.due_on && labels.states.dueOn(date(content.due_on))
  return {
    amount: money(balance.balance_due_minor),
    note: due ?? labels.totals.totalDue,
    extra: '',
  }
}

function nothing({ labels, money }: Facts): Omit<Said, 'state'> {
  return { amount: money(0), note: labels.totals.totalDue, extra: '' }
}

function say(mark: Mark, text: string, rest: Omit<Said, 'state'>): Said {
  return { ...rest, state: { mark, text } }
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
