import { civilDateIn } from '../domain/dates.ts'
import type { ShownState } from '../domain/document.ts'
import type { PayForm } from '../domain/pay-form.ts'
import type { NotPayable } from '../domain/payable.ts'
import { standing } from '../domain/standing.ts'
import type { PayInput } from '../ports/payment-pages.ts'
import type { Action } from './action.ts'
import type { RenderContext } from './context.ts'
import { type Facts, factsOf } from './facts.ts'
import { type PayFormView, payFormView } from './pay-form-view.ts'
import { payProblem } from './pay-problem.ts'
import {
  contactAction,
  type DocumentHooks,
  documentHooks,
  instructionsOf,
  type PaymentFrame,
  paymentFrame,
  viewAction,
} from './payment-frame.ts'
import type { Passage } from './sheet-view.ts'

export type PayView = PaymentFrame & {
  data: DocumentHooks & { state: ShownState }
  /** What is wrong with the form, each with where it stands on the page. */
  errors: { title: string; list: { text: string; href: string }[] } | null
  unavailable: { title: string; text: string; reference: string } | null
  form: PayFormView | null
  /** Why nothing can be paid here; null when something can. */
  sorry: string
  actions: Action[]
  receipts: { title: string; links: { label: string; href: string }[] }
  instructions: Passage
}

/** What can be paid now and how, or why nothing can; after a refused form also what was wrong with it. */
export function payView(context: RenderContext, input: PayInput): PayView {
  const { document, offer, path, problems } = input
  const facts = factsOf(context.config, document, input.lang)
  const { labels, config } = facts
  const { online } = labels
  const isOpen = typeof offer !== 'string'
  const heading = isOpen
    ? online.pay.title[document.kind](document.number)
    : reasonOf(facts, offer).title
  const frame = paymentFrame(context, facts, {
    heading,
    has_languages: true,
    test: isOpen && offer.methods.some(({ provider }) => provider === 'sandbox'),
  })
  const today = civilDateIn(config.business.time_zone, input.now)
  const view = viewAction(facts, document.kind, path)
  return {
    ...frame,
    title: problems.length > 0 ? online.pay.errorTitle(frame.title) : frame.title,
    data: { ...documentHooks(facts), state: standing(document, today).state },
    errors: problems.length > 0 ? errorsOf(facts, input) : null,
    unavailable: input.unreachable ? unavailableOf(facts, input) : null,
    form: isOpen ? payFormView(facts, offer, input) : null,
    sorry: isOpen ? '' : reasonOf(facts, offer).text,
    actions: isOpen && !input.unreachable ? [view] : [view, contactAction(facts)],
    receipts: {
      title: online.pay.receipts,
      links: input.receipts.map((one) => ({
        label: labels.states.receipt(one.number),
        href: facts.href(one.path),
      })),
    },
    instructions: isAsked(facts, offer) ? instructionsOf(facts, online.pay.otherWays) : null,
  }
}

/** Paying in another way is offered wherever money is asked for. */
function isAsked({ balance }: Facts, offer: PayInput['offer']): boolean {
  const isOnlyOffline = offer === 'offline' || offer === 'no_method'
  return typeof offer !== 'string' || (isOnlyOffline && balance.amount_due_now_minor > 0)
}

function reasonOf(facts: Facts, offer: NotPayable): { title: string; text: string } {
  const { labels, document, balance, business } = facts
  const { not_open, ...others } = labels.online.notPayable
  if (document.state === 'invoiced') {
    const title = labels.states.invoiced(document.invoice_number ?? '')
    return { title, text: labels.approval.states.ownLink }
  }
  /* Approved, and no deposit was asked for: that is not the same as paid. */
  if (document.kind === 'estimate' && offer === 'already_paid' && !balance.deposit_paid_minor) {
    return { title: not_open.estimate.title, text: labels.states.nextContact(business) }
  }
  /* Of nothing, or credited. */
  if (offer === 'already_paid' && balance.paid_minor <= balance.credited_minor) {
    return { ...others.already_paid, title: labels.history.states.nothing }
  }
  if (offer !== 'not_open') return others[offer]
  return document.kind === 'estimate' ? not_open.estimate : not_open.invoice
}

/** Where each field stands, so that a problem in the summary leads to it. */
const places = {
  amount_choice: '#choice',
  amount: '#amount',
  method: '#methods',
} as const satisfies Record<keyof PayForm, string>

function errorsOf(facts: Facts, { problems, offer }: PayInput): PayView['errors'] {
  const hasChoice = typeof offer !== 'string' && offer.custom !== null
  const list = problems.map((problem) => ({
    text: payProblem(facts, offer, problem),
    href: problem.field !== 'method' && !hasChoice ? '#pay' : places[problem.field],
  }))
  return { title: facts.labels.online.pay.wrong, list }
}

function unavailableOf(
  { labels, config, join }: Facts,
  { reference }: PayInput,
): PayView['unavailable'] {
  const { title, text, instead } = labels.online.pay.unavailable
  return {
    title,
    text: join(text, config.payments.instructions ? instead : ''),
    reference: reference ? labels.reference(reference) : '',
  }
}
