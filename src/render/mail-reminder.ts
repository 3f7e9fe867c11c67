import { balance } from '../domain/balance.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { Document } from '../domain/document.ts'
import { dateOf, documentOf, money } from './mail-document.ts'
import { invoiceSent } from './mail-invoice-sent.ts'
import type { Letter, LetterInput } from './mail-letter.ts'
import { stopOf, withSubject } from './reminder-parts.ts'
import { reminderTone } from './reminder-tone.ts'

/** An open invoice once more, with words that fit how long it is due and whether it was looked at. */
export function reminderMail(input: LetterInput): Letter {
  const { labels, data } = input
  const words = labels.reminders
  const document = documentOf(input)
  const due = money(document, balance(document).balance_due_minor)
  const dueOn = dateOf(document, document.content.due_on)
  const letter = invoiceSent({ ...input, data: { ...data, message: '' } })
  const isPast = isOverdue(input, document)
  const summary = isPast ? words.wasDue(due, dueOn) : letter.preheader
  return {
    ...withSubject(input, letter, summary),
    sentences: [
      isPast ? words.invoice[reminderTone(input, input.config)](dueOn) : words.invoice.ahead(dueOn),
      document.viewed_at === null ? words.invoice.unseen : words.invoice.seen,
      words.invoice.crossed,
    ],
    stop: stopOf(input),
  }
}

function isOverdue({ now, config }: LetterInput, { content }: Document): boolean {
  const today = civilDateIn(config.business.time_zone, now)
  return content.due_on !== null && content.due_on < today
}
