import { amountIn } from './amount.ts'
import { isolate } from './direction.ts'
import { labelsFor } from './labels.ts'
import { dateOf, documentOf, factsOf } from './mail-document.ts'
import type { Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'
import { methodName } from './method-name.ts'

/** What was given back to the customer; its link leads to the receipt of the payment, where it shows. */
export function refundMail(input: LetterInput): Letter {
  const { labels, locale, config, url, data } = input
  const document = documentOf(input)
  const entry = document.ledger.find(({ id }) => id === textOf(data, 'entry'))
  if (!entry) throw new Error('A mail of kind refund needs the entry of a refund.')
  const pages = labelsFor(locale)
  const about = pages.names[document.kind](document.number)
  const amount = amountIn(locale, Math.abs(entry.amount_minor), entry.currency)
  const summary = labels.summaries.for(amount, about)
  return {
    subject: labels.subject(labels.refund, isolate(config.business.name), summary),
    preheader: summary,
    title: labels.refund,
    amount: { label: labels.facts.refunded, value: amount },
    facts: factsOf(
      [labels.facts.refundedOn, dateOf(document, entry.on)],
      [labels.facts.for, about],
      [labels.facts.method, methodName(pages, entry.method)],
      [labels.facts.receipt, textOf(data, 'receipt')],
      [labels.facts.reason, readable(textOf(data, 'reason'))],
    ),
    sentences: [entry.provider === 'manual' ? labels.texts.givenBack : labels.texts.sentBack],
    button: url ? { label: labels.buttons.receipt, url } : null,
    sections: [],
    signed: true,
  }
}

/** Providers give reasons as codes such as `requested_by_customer`: nothing for a customer. */
function readable(reason: string): string {
  return /^[a-z]+(_[a-z]+)*$/.test(reason) ? '' : reason
}
