import { dateOf, documentOf } from './mail-document.ts'
import { estimateSent } from './mail-estimate-sent.ts'
import type { Letter, LetterInput } from './mail-letter.ts'
import { stopOf, withSubject } from './reminder-parts.ts'
import { reminderTone } from './reminder-tone.ts'

/** An estimate that waits for its answer, with words that fit how long and whether it was looked at. */
export function nudgeMail(input: LetterInput): Letter {
  const document = documentOf(input)
  const words = input.labels.reminders.estimate
  const letter = estimateSent({ ...input, data: { ...input.data, message: '' } })
  const until = dateOf(document, document.content.valid_until_on)
  return {
    ...withSubject(input, letter, letter.preheader),
    sentences: [
      words[reminderTone(input, input.config)],
      ...(until === '' ? [] : [words.until(until)]),
      document.viewed_at === null ? words.unseen : words.seen,
    ],
    stop: stopOf(input),
  }
}
