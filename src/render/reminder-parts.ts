/** What reminders and nudges have in common. */
import { isolate } from './direction.ts'
import { labelsFor } from './labels.ts'
import { documentOf } from './mail-document.ts'
import type { Letter, LetterInput } from './mail-letter.ts'

/** The letter with a subject that says what it is, and the summary that goes with it. */
export function withSubject(input: LetterInput, letter: Letter, summary: string): Letter {
  const { labels, locale, config } = input
  const { kind, number } = documentOf(input)
  const name = labelsFor(locale).names[kind](number)
  const subject = labels.subject(name, isolate(config.business.name), summary)
  return { ...letter, subject: labels.reminders.subject(subject), preheader: summary }
}

/** How the customer stops such mails; null in a preview without a link. */
export function stopOf({ labels, stop_url }: LetterInput): Letter['stop'] {
  return stop_url ? { ...labels.reminders.stop, url: stop_url } : null
}
