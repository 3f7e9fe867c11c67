/** What each outcome of a checkout is told as: what happened, whether money moved, what to do next. */
import type { ReturnOutcome } from '../domain/return-outcome.ts'
import type { ReturnInput } from '../ports/payment-pages.ts'
import type { Facts } from './facts.ts'
import { aboutOf, isSlow, providerName } from './payment-frame.ts'
import type { Mark } from './saying.ts'

export type Told = {
  mark: Mark
  title: string
  sentences: string[]
  /** After what is left to pay. */
  next: string[]
  /** What the button that leads to the pay page says; empty where nobody should pay now. */
  pay: string
  /** Where there is nothing left to do but to talk. */
  contactFirst?: boolean
}

type Teller = (facts: Facts, input: ReturnInput) => Told

/** One entry an outcome; the compiler asks for what is missing. */
export const tellers: Record<ReturnOutcome, Teller> = {
  paid(facts, input) {
    const { returned, actions } = facts.labels.online
    const { title, text } = returned.paid
    return {
      mark: 'done',
      title,
      sentences: [text(amountOf(facts, input), aboutOf(facts)), mailed(facts)],
      next: [],
      pay: actions.payRest,
    }
  },
  processing(facts, input) {
    const { processing } = facts.labels.online.returned
    const { method, provider } = input.checkout
    const amount = amountOf(facts, input)
    const text = isSlow(method)
      ? processing.bank(amount)
      : processing.other(amount, providerName(facts, provider))
    const next = [mailed(facts), processing.next]
    return { mark: 'moving', title: processing.title, sentences: [text], next, pay: '' }
  },
  not_finished(facts) {
    const { title, text, next } = facts.labels.online.returned.not_finished
    const pay = facts.labels.online.actions.tryAgain
    return { mark: 'closed', title, sentences: [text], next: [next], pay }
  },
  declined(facts, input) {
    const { declined, not_finished } = facts.labels.online.returned
    const { actions } = facts.labels.online
    const amount = amountOf(facts, input)
    const [title, text, pay] = isSlow(input.checkout.method)
      ? [declined.title, declined.bank(amount), actions.payAnotherWay]
      : [not_finished.title, declined.text(amount), actions.tryAgain]
    return { mark: 'closed', title, sentences: [text], next: [declined.next], pay }
  },
  already_paid(facts, input) {
    const { already_paid } = facts.labels.online.returned
    const text = hasMoved(input) ? already_paid.moved(amountOf(facts, input)) : already_paid.text
    return {
      mark: 'done',
      title: already_paid.title(aboutOf(facts)),
      sentences: [text],
      next: [already_paid.next],
      pay: '',
    }
  },
  void(facts, input) {
    const { title, text, moved, next } = facts.labels.online.returned.void
    return {
      mark: 'closed',
      title: title(aboutOf(facts)),
      sentences: [hasMoved(input) ? moved(amountOf(facts, input), facts.business) : text],
      next: [next],
      pay: '',
      contactFirst: true,
    }
  },
  changed(facts, input) {
    const { changed } = facts.labels.online.returned
    const about = aboutOf(facts)
    const wasPaid = hasMoved(input)
    const text = wasPaid
      ? changed.moved(about, amountOf(facts, input), facts.business)
      : changed.text(about)
    return {
      mark: 'info',
      title: changed.title,
      sentences: [text],
      next: wasPaid ? [] : [changed.next],
      pay: wasPaid ? '' : facts.labels.online.actions.tryAgain,
    }
  },
  needs_review(facts, input) {
    const { title, text, next } = facts.labels.online.returned.needs_review
    const sentences = [text(amountOf(facts, input), facts.business)]
    return { mark: 'info', title, sentences, next: [next], pay: '', contactFirst: true }
  },
  confirming(facts, input) {
    const { title, text, over, next } = facts.labels.online.returned.confirming
    const isOver = input.refresh_s === null
    return { mark: 'clock', title, sentences: [isOver ? over : text], next: [next], pay: '' }
  },
  unreachable(facts, { checkout, refresh_s }) {
    const { title, text, next, byItself } = facts.labels.online.returned.unreachable
    return {
      mark: 'info',
      title: title(providerName(facts, checkout.provider)),
      sentences: [text],
      next: [refresh_s === null ? next : byItself],
      pay: '',
    }
  },
}

function amountOf({ money }: Facts, { checkout }: ReturnInput): string {
  return money(checkout.amount_minor)
}

function hasMoved({ checkout }: ReturnInput): boolean {
  return checkout.state === 'succeeded'
}

/** Nobody is promised a mail that has no address to go to. */
function mailed({ labels, content }: Facts): string {
  return content.bill_to.email === '' ? '' : labels.online.returned.mailed
}
