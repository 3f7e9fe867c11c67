import type { StopInput } from '../ports/renderer.ts'
import type { Action } from './action.ts'
import type { RenderContext } from './context.ts'
import { factsOf } from './facts.ts'
import { contactAction, type PaymentFrame, paymentFrame } from './payment-frame.ts'

export type StopView = PaymentFrame & {
  number: string
  /** `asking`, or what is stopped. */
  state: 'asking' | 'document' | 'customer'
  errors: { title: string; list: { text: string; href: string }[] } | null
  sentences: string[]
  /** Null once all reminders are stopped. */
  form: { action: string; buttons: { value: string; label: string }[] } | null
  quiet: Action[]
}

/** Asks which reminders to stop, or says which are. It shows nothing of the document but its number. */
export function stopView(context: RenderContext, input: StopInput): StopView {
  const facts = factsOf(context.config, input.document)
  const { labels, document, business } = facts
  const words = labels.stop
  const { stopped } = input
  const about = labels.names[document.kind](document.number)
  const heading = stopped ? words.stopped.title : words.title
  const buttons = [
    ...(stopped === null ? [{ value: 'document', label: words.document(about) }] : []),
    { value: 'customer', label: words.customer(business) },
  ]
  return {
    ...paymentFrame(context, facts, { heading, title: heading, card: heading }),
    number: document.number,
    state: stopped ?? 'asking',
    errors: input.missing
      ? { title: labels.online.pay.wrong, list: [{ text: words.missing, href: '#stop' }] }
      : null,
    sentences: [
      stopped
        ? words.stopped[stopped](stopped === 'customer' ? business : about)
        : words.asks(about),
      words.stillComes,
      ...(stopped ? [words.changedMind] : []),
    ],
    form: stopped === 'customer' ? null : { action: input.path, buttons },
    quiet: [contactAction(facts)],
  }
}
