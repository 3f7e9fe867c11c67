import { besides } from './close-off.ts'
import { digestLetter } from './mail-digest.ts'
import { factsOf, money } from './mail-document.ts'
import type { Fact, Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'
import { aboutOf, noticeOf } from './notice-of.ts'

/** What a notice can speak of. */
export type About = LetterInput & { who: string; what: string; number: string }

export type Notice = { headline: string; facts?: Fact[]; next: string }

/** Tells the owner what happened (`data.event`), to which document, and what to do next. */
export function ownerNotice(input: LetterInput): Letter {
  if (input.data.event === 'digest') return digestLetter(input)
  const { labels, document, now } = input
  const about = aboutOf(input)
  const { headline, facts = [], next } = noticeOf(input)(about)
  const total = document ? money(document, document.totals.total_minor) : ''
  return {
    subject: headline,
    preheader: besides(labels.language, about.number, total),
    title: headline,
    amount: null,
    facts: [
      ...facts,
      ...factsOf(
        [labels.facts.customer, about.who],
        [labels.facts.total, total],
        [labels.facts.when, timeOf(input, now)],
        [labels.facts.next, next],
      ),
    ],
    sentences: [],
    button: null,
    sections: [],
    signed: false,
  }
}

/** When it happened, in the owner's zone; a notice that was delayed does not say when it was delivered. */
function timeOf({ config, data, document, locale }: LetterInput, now: Date): string {
  const viewed = data.event === 'viewed' ? document?.viewed_at : null
  const instant = new Date(textOf(data, 'at') || viewed || now)
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: config.business.time_zone,
  }).format(instant)
}
