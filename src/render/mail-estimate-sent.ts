import { dateOf, depositOf, documentLetter, documentOf, factsOf, money } from './mail-document.ts'
import type { Letter, LetterInput } from './mail-letter.ts'

/** An estimate for the customer, with what is asked for on approval. */
export function estimateSent(input: LetterInput): Letter {
  const { labels } = input
  const document = documentOf(input)
  const total = money(document, document.totals.total_minor)
  const validUntil = dateOf(document, document.content.valid_until_on)
  const isApproved = document.state === 'approved' || document.state === 'invoiced'
  return documentLetter(input, {
    summary: isApproved
      ? labels.summaries.approved(total)
      : labels.summaries.valid(total, validUntil),
    amount: { label: labels.facts.total, value: total },
    facts: factsOf(
      [labels.facts.validUntil, isApproved ? '' : validUntil],
      [labels.facts.deposit, depositOf(input, document)],
    ),
    sentences: [isApproved ? labels.texts.approved : labels.texts.estimate],
    howToPay: '',
  })
}
