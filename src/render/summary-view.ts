/** What a page says first: one sentence of state, the amount, the date (look.md's table of states). */
import type { Kind } from '../domain/document.ts'
import type { Standing } from '../domain/standing.ts'
import type { PageInput } from '../ports/renderer.ts'
import { isLong } from './amount.ts'
import { creditNoteSays } from './credit-note-says.ts'
import { estimateSays } from './estimate-says.ts'
import type { Facts } from './facts.ts'
import { invoiceSays } from './invoice-says.ts'
import { type Saying, say } from './saying.ts'

export type SummaryView = Saying & {
  title: string
  /** Read aloud before the amount when `state` is null; else empty. */
  lead: string
  /** Set smaller, so that it stays on one line of a narrow phone. */
  is_long: boolean
}

const sayings = {
  invoice: invoiceSays,
  estimate: estimateSays,
  credit_note: creditNoteSays,
} as const satisfies Record<Kind, (facts: Facts, standing: Standing) => Saying>

/**
 * The summary of a document in its shown state.
 * @param failed a bank payment that did not go through, which is said as long as money is asked for
 */
export function summaryView(
  facts: Facts,
  standing: Standing,
  failed?: PageInput['failed_payment'],
): SummaryView {
  const { document, labels } = facts
  const said = withFailure(facts, sayings[document.kind](facts, standing), failed)
  const lead = said.state === null ? labels.names[document.kind](document.number) : ''
  return { title: labels.parts.summary, lead, is_long: isLong(said.amount), ...said }
}

function withFailure(
  { labels, balance, money, join }: Facts,
  said: Saying,
  failed: PageInput['failed_payment'],
): Saying {
  if (!failed || balance.amount_due_now_minor === 0) return said
  const sentence = labels.states.bankFailed(money(failed.amount_minor))
  return say('info', join(sentence, said.state?.text ?? ''), said)
}
