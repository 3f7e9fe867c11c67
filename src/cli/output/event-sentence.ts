import type { Event, EventData, EventType } from '../../domain/event.ts'
import { formatMoney } from '../../domain/money.ts'
import { oneLine } from './table.ts'

type Facts = {
  /** A fact as text; empty when it is not there. */
  text(name: string): string
  /** The same behind a word; empty when it is not there. */
  after(word: string, name: string): string
  money(name: string): string
}

const sentences = {
  created: ({ money }) => `created, ${money('total_minor')}`,
  edited: ({ text, money }) => `edited (version ${text('version')}), ${money('total_minor')}`,
  revised: ({ text }) => `began version ${text('version')}`,
  sent: ({ text }) => `sent (version ${text('version')})`,
  shared: ({ after }) => `made a link${after(' ', 'label')}`,
  mail_queued: ({ text }) => `mail to ${text('to')} queued`,
  mail_sent: ({ text }) => `mail to ${text('to')} handed over`,
  mail_failed: ({ text, after }) => `mail to ${text('to')} failed${after(': ', 'error')}`,
  mail_canceled: ({ text, after }) => `mail to ${text('to')} cancelled${after(': ', 'error')}`,
  opened: () => 'page opened (perhaps by a scanner)',
  viewed: ({ after }) => `viewed${after(' on a ', 'device')}${after(', link: ', 'label')}`,
  downloaded: () => 'PDF downloaded',
  share_revoked: () => 'revoked a link',
  share_rotated: () => 'gave a link a new address',
  voided: () => 'cancelled the document',
  uncollectible: () => 'gave it up as uncollectible',
  reopened: () => 'reopened',
  credited: ({ text, money }) => `credited ${money('amount_minor')} by ${text('credit_note')}`,
  credit_withdrawn: ({ text, money }) =>
    `took back the credit of ${money('amount_minor')} by ${text('credit_note')}`,
  payment_recorded: ({ text, money, after }) =>
    `payment of ${money('amount_minor')} by ${text('method')}${after(' ', 'reference')}, ${money('balance_minor')} left`,
  imported: () => 'imported',
  restored: () => 'restored from a backup',
} as const satisfies Record<EventType, (facts: Facts) => string>

/** One line of a document's story, as a person tells it. */
export function eventSentence(
  { type, data }: Pick<Event, 'type' | 'data'>,
  { currency, locale }: { currency: string; locale: string },
): string {
  return oneLine(sentences[type](factsOf(data, currency, locale)))
}

function factsOf(data: EventData, currency: string, locale: string): Facts {
  const text = (name: string) => String(data[name] ?? '')
  return {
    text,
    after: (word, name) => (text(name) === '' ? '' : word + text(name)),
    money: (name) => {
      const minor = data[name]
      return typeof minor === 'number' ? formatMoney(minor, currency, locale) : ''
    },
  }
}
