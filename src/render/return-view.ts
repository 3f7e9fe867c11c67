import type { ReturnOutcome } from '../domain/return-outcome.ts'
import type { ReturnInput } from '../ports/payment-pages.ts'
import type { Action } from './action.ts'
import type { RenderContext } from './context.ts'
import type { Facts } from './facts.ts'
import {
  contactAction,
  factsIn,
  instructionsOf,
  type PaymentFrame,
  paymentFrame,
  viewAction,
} from './payment-frame.ts'
import { type Told, tellers } from './return-says.ts'
import type { Mark } from './saying.ts'
import type { Passage } from './sheet-view.ts'

export type ReturnView = PaymentFrame & {
  outcome: ReturnOutcome
  mark: Mark
  /** What happened and whether money moved; then what to do. */
  sentences: string[]
  primary: Action
  quiet: Action[]
  instructions: Passage
  reference: string
}

/** Tells the truth to someone who comes back from a provider. */
export function returnView(context: RenderContext, input: ReturnInput): ReturnView {
  const facts = factsIn(context, input.document, {
    currency: input.checkout.currency,
    lang: input.lang,
  })
  const told = tellers[input.outcome](facts, input)
  const { labels, balance } = facts
  const [primary, ...quiet] = actionsOf(facts, input, told)
  const isOut = input.outcome === 'unreachable' && balance.amount_due_now_minor > 0
  return {
    ...paymentFrame(context, facts, {
      heading: told.title,
      test: input.checkout.provider === 'sandbox',
      refresh: refreshOf(facts, input),
    }),
    outcome: input.outcome,
    mark: told.mark,
    sentences: [...told.sentences, ...whatIsLeft(facts, input), ...told.next].filter(Boolean),
    primary: primary ?? contactAction(facts),
    quiet,
    instructions: isOut ? instructionsOf(facts, '') : null,
    reference: input.reference ? labels.reference(input.reference) : '',
  }
}

function refreshOf({ href }: Facts, { refresh_s, refresh_path }: ReturnInput): string {
  if (refresh_s === null) return ''
  return refresh_path ? `${refresh_s};url=${href(refresh_path)}` : String(refresh_s)
}

/** Only after a payment, and only for those who may see the document. */
function whatIsLeft(facts: Facts, input: ReturnInput): string[] {
  const { labels, balance, money, document, business } = facts
  const { returned } = labels.online
  const { path, outcome, checkout } = input
  if (path === null || (outcome !== 'paid' && outcome !== 'processing')) return []
  if (checkout.currency !== document.content.currency) return []
  const left = balance.amount_due_now_minor
  if (left > 0) return [returned.left(money(left))]
  if (outcome !== 'paid') return []
  if (document.kind === 'estimate') return [labels.states.nextContact(business)]
  return balance.balance_due_minor === 0 ? [returned.paid.next] : []
}

/** The most useful first. */
function actionsOf(facts: Facts, input: ReturnInput, told: Told): Action[] {
  const { labels, href } = facts
  const { document, path, receipt, can_pay, outcome } = input
  const { actions } = labels.online
  const list: Action[] = []
  if (outcome === 'confirming')
    list.push({
      id: 'check_again',
      label: actions.checkAgain,
      href: input.refresh_path ? href(input.refresh_path) : '',
    })
  if (receipt)
    list.push({ id: 'receipt', label: actions.downloadReceipt, href: `${receipt.path}/pdf` })
  if (can_pay && path !== null && told.pay !== '')
    list.push({ id: 'pay', label: told.pay, href: href(`${path}/pay`) })
  if (path !== null) list.push(viewAction(facts, document.kind, path))
  list.push(contactAction(facts))
  return told.contactFirst ? list.reverse() : list
}
