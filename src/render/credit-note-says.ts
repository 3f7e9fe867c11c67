import type { Standing } from '../domain/standing.ts'
import type { Facts } from './facts.ts'
import { type Saying, say } from './saying.ts'

/** Where a credit note stands, for its customer. */
export function creditNoteSays(facts: Facts, { state }: Standing): Saying {
  const { labels, document, money, business } = facts
  const { states } = labels
  const amount = money(document.totals.total_minor)
  const credit = { amount, note: labels.payments.kinds.credit, extra: '' }
  if (state === 'draft') return say('info', states.draft, credit)
  if (state === 'void')
    return say('closed', states.voidCreditNote(business), { ...credit, amount: money(0) })
  return say('done', states.creditNote(amount), credit)
}
