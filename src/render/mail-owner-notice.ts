import type { noticeTypes } from '../config/schema.ts'
import { kindNoun } from '../domain/nouns.ts'
import { isolate } from './direction.ts'
import { decisionNotices } from './mail-decision-notices.ts'
import { factsOf, money } from './mail-document.ts'
import type { Fact, Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'
import { moneyNotices } from './mail-money-notices.ts'

type NoticeType = (typeof noticeTypes)[number]

/** What a notice can speak of. */
export type About = LetterInput & { who: string; what: string; number: string }

export type Notice = { headline: string; facts?: Fact[]; next: string }

/** One line an event; `next` is the command that helps. */
const notices = {
  viewed: ({ labels, who, what, number, data }: About): Notice => ({
    headline: labels.notices.viewed(who, what),
    facts: factsOf([labels.facts.link, textOf(data, 'label')]),
    next: `portal timeline ${number}`,
  }),
  mail_failed: ({ labels, what, data }: About): Notice => ({
    headline: labels.notices.mailFailed(what),
    facts: factsOf(
      [labels.facts.recipient, textOf(data, 'to')],
      [labels.facts.reason, textOf(data, 'error')],
    ),
    next: 'portal outbox list',
  }),
  ...moneyNotices,
  ...decisionNotices,
} satisfies Record<NoticeType, (about: About) => Notice>

/** Tells the owner what happened (`data.event`), to which document, and what to do next. */
export function ownerNotice(input: LetterInput): Letter {
  const { labels, document, now } = input
  const about = aboutOf(input)
  const { headline, facts = [], next } = noticeOf(input)(about)
  const total = document ? money(document, document.totals.total_minor) : ''
  return {
    subject: headline,
    preheader: [about.number, total].filter(Boolean).join(' · '),
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

function noticeOf({ data }: LetterInput): (about: About) => Notice {
  const event = textOf(data, 'event')
  if (Object.hasOwn(notices, event)) return notices[event as keyof typeof notices]
  throw new Error(`There is no notice for the event "${event}".`)
}

function aboutOf(input: LetterInput): About {
  const { document, customer, labels } = input
  const name = document?.content.bill_to.name ?? customer?.name ?? ''
  return {
    ...input,
    who: name ? isolate(name) : labels.notices.aCustomer,
    what: document ? `${kindNoun(document.kind)} ${document.number}` : labels.notices.aDocument,
    number: document?.number ?? '',
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
