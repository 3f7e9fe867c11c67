import { civilDateIn } from '../domain/dates.ts'
import { standing } from '../domain/standing.ts'
import { isolate } from './direction.ts'
import { labelsFor } from './labels.ts'
import { dateOf, documentOf } from './mail-document.ts'
import { estimateSent } from './mail-estimate-sent.ts'
import { invoiceSent } from './mail-invoice-sent.ts'
import type { Letter, LetterInput } from './mail-letter.ts'

/** A fresh link to a document for whoever asked for one, with the sums as they stand now. */
export function renewedLink(input: LetterInput): Letter {
  const { labels, locale, config, now } = input
  const { renewed } = labels.approval
  const document = documentOf(input)
  const letter = document.kind === 'estimate' ? estimateSent(input) : invoiceSent(input)
  const name = labelsFor(locale).names[document.kind](document.number)
  const today = civilDateIn(config.business.time_zone, now)
  const isExpired = standing(document, today).state === 'expired'
  const until = dateOf(document, document.content.valid_until_on)
  return {
    ...letter,
    subject: labels.subject(renewed.subject(name), isolate(config.business.name), letter.preheader),
    sentences: [renewed.asked, ...(isExpired ? [renewed.expired(until)] : letter.sentences)],
  }
}
