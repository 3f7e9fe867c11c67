import type { NoticeType } from '../domain/notice-types.ts'
import { addressIn } from '../domain/reader.ts'
import { isolate } from './direction.ts'
import { decisionNotices } from './mail-decision-notices.ts'
import { factsOf } from './mail-document.ts'
import { type LetterInput, textOf } from './mail-letter.ts'
import { moneyNotices } from './mail-money-notices.ts'
import type { About, Notice } from './mail-owner-notice.ts'

/** One line an event; `next` is the command that helps. */
const notices = {
  viewed: ({ labels, who, what, number, data }: About): Notice => ({
    headline: labels.notices.viewed(who, what),
    facts: factsOf(linkFact(labels, textOf(data, 'label'))),
    next: `portal timeline ${number}`,
  }),
  mail_failed: ({ labels, what, number, data }: About): Notice => ({
    headline: labels.notices.mailFailed(what),
    facts: factsOf(
      [labels.facts.recipient, textOf(data, 'to')],
      [labels.facts.reason, textOf(data, 'error')],
    ),
    next: nextOfFailed(textOf(data, 'mail'), number),
  }),
  ...moneyNotices,
  ...decisionNotices,
} satisfies Record<NoticeType, (about: About) => Notice>

/** The mail itself says what helps; of a refused copy the document tells. */
function nextOfFailed(mail: string, number: string): string {
  if (mail !== '') return `portal outbox show ${mail}`
  return number === '' ? 'portal outbox list --state failed' : `portal timeline ${number}`
}

/** Labels that mails made of links are English; whom the mail went to and which receipt it was is said anew. */
function linkFact({ facts }: About['labels'], label: string): [string, string] {
  const address = addressIn(label)
  if (address !== undefined) return [facts.recipient, address]
  const receipt = /^receipt (\S+)$/.exec(label)?.[1]
  return receipt === undefined ? [facts.link, label] : [facts.receipt, receipt]
}

/** What there is to say about an event. */
export function noticeOf({ data }: LetterInput): (about: About) => Notice {
  const event = textOf(data, 'event')
  if (Object.hasOwn(notices, event)) return notices[event as keyof typeof notices]
  throw new Error(`There is no notice for the event "${event}".`)
}

/** Who and what a notice speaks of. */
export function aboutOf(input: LetterInput): About {
  const { document, customer, labels } = input
  const name = document?.content.bill_to.name ?? customer?.name ?? ''
  return {
    ...input,
    who: name ? isolate(name) : labels.notices.aCustomer,
    what: document
      ? labels.notices.about[document.kind](document.number)
      : labels.notices.aDocument,
    number: document?.number ?? '',
  }
}
