import { civilDateIn } from '../domain/dates.ts'
import { isolate, withoutMarks } from './direction.ts'
import { labelsFor } from './labels.ts'
import { dateOf, documentOf, factsOf, money } from './mail-document.ts'
import type { Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'

/** To the customer who declined: that it is noted, and that nothing is due. */
export function declinedConfirmation(input: LetterInput): Letter {
  const { labels, locale, config, url, data } = input
  const { declined, facts, summaries } = labels.approval
  const document = documentOf(input)
  const name = labelsFor(locale).names[document.kind](document.number)
  const total = money(document, document.totals.total_minor)
  const summary = summaries.declined(total)
  const at = new Date(document.declined_at ?? document.updated_at)
  const reason = withoutMarks(textOf(data, 'reason') || (document.decline_reason ?? ''))
  return {
    subject: labels.subject(name, isolate(config.business.name), summary),
    preheader: summary,
    title: name,
    amount: { label: labels.facts.total, value: total },
    facts: factsOf([
      facts.declinedOn,
      dateOf(document, civilDateIn(config.business.time_zone, at)),
    ]),
    sentences: [declined.done, declined.mind],
    button: url ? { label: labels.buttons.estimate, url } : null,
    sections: [{ heading: declined.reason, text: reason.trim() }].filter(({ text }) => text !== ''),
    signed: true,
  }
}
