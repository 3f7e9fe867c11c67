/** What a page says first: one sentence of state, the amount, the date (look.md's table of states). */
import type { Kind } from '../domain/document.ts'
import type { Standing } from '../domain/standing.ts'
import { creditNoteSays } from './credit-note-says.ts'
import { estimateSays } from './estimate-says.ts'
import type { Facts } from './facts.ts'
import { invoiceSays } from './invoice-says.ts'
import type { Saying } from './saying.ts'

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

/** In characters: "$1,234,567.00" just fits 320 pixels in the largest type. */
const longAmount = 13

/** The summary of a document in its shown state. */
export function summaryView(facts: Facts, standing: Standing): SummaryView {
  const { document, labels } = facts
  const said = sayings[document.kind](facts, standing)
  const lead = said.state === null ? labels.names[document.kind](document.number) : ''
  const seen = said.amount.replace(/\p{Cf}/gu, '')
  return { title: labels.parts.summary, lead, is_long: seen.length > longAmount, ...said }
}
