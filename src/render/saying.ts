/** What all kinds of documents have in common when they say where they stand. */
import type { Facts } from './facts.ts'

/** A mark beside the sentence, for those who see; the sentence says it all. */
export type Mark = 'info' | 'done' | 'clock' | 'moving' | 'closed'

export type Saying = {
  /** Null where name, amount and date are the sentence: "Invoice INV-001 · $9,828.00 · due …". */
  state: { mark: Mark; text: string } | null
  amount: string
  /** What the amount is, or its date. */
  note: string
  /** A further line, such as the deposit; else empty. */
  extra: string
}

/** The lines below the sentence. */
export type Sum = Omit<Saying, 'state'>

/** A sentence with its mark, and the lines below it. */
export function say(mark: Mark, text: string, sum: Sum): Saying {
  return { ...sum, state: { mark, text } }
}

/** The whole amount of the document, as something to look back on. */
export function totalSum({ labels, document, money }: Facts): Sum {
  return { amount: money(document.totals.total_minor), note: labels.totals.total, extra: '' }
}

/** A bank payment that takes days: nobody should pay again meanwhile. */
export function processingSays(facts: Facts): Saying {
  const { labels, document, balance, money } = facts
  const left = balance.amount_due_now_minor
  return say('moving', labels.states.processing(money(document.pending_minor)), {
    amount: money(left > 0 ? left : document.pending_minor),
    note: left > 0 ? labels.states.leftToPay : labels.states.onItsWay,
    extra: '',
  })
}
