import { lastDayToAnswer } from '../../domain/dispute.ts'
import { codeWords, disputeReasonIn, disputeWords } from '../../domain/dispute-reason.ts'
import type { Instant } from '../../domain/document.ts'
import type { Event, EventData, EventType } from '../../domain/event.ts'
import { methodWords } from '../../domain/method-words.ts'
import { formatMoney } from '../../domain/money.ts'
import { providerTitle } from '../../domain/provider-titles.ts'
import { dateOf } from './instant.ts'
import { leftWords } from './money.ts'
import { oneLine } from './table.ts'

type Facts = {
  /** A fact as text; empty when it is not there. */
  text(name: string): string
  /** The same behind a word; empty when it is not there. */
  after(word: string, name: string): string
  money(name: string): string
  /** What was left to pay then. */
  left: string
  /** How it was paid. */
  method: string
  /** What kind of mail it was, where that matters. */
  mail: string
  /** Where and until when a dispute is to be answered; empty when it is not there. */
  deadline: string
  /** The day of an instant; empty when it is not there. */
  day(word: string, name: string): string
}

const sentences = {
  created: ({ money }) => `created, ${money('total_minor')}`,
  edited: ({ text, money }) => `edited (version ${text('version')}), ${money('total_minor')}`,
  revised: ({ text }) => `began version ${text('version')}`,
  sent: ({ text }) => `sent (version ${text('version')})`,
  shared: ({ after }) => `made a link${after(' ', 'label')}`,
  mail_queued: ({ text, mail }) => `${mail} to ${text('to')} queued`,
  mail_sent: ({ text, mail }) => `${mail} to ${text('to')} handed over`,
  mail_failed: ({ text, after, mail }) => `${mail} to ${text('to')} failed${after(': ', 'error')}`,
  mail_canceled: ({ text, after, mail }) =>
    `${mail} to ${text('to')} cancelled${after(': ', 'error')}`,
  opened: ({ after }) => `page opened (perhaps by a scanner)${after(', link: ', 'label')}`,
  viewed: ({ after }) => `viewed${after(' on a ', 'device')}${after(', link: ', 'label')}`,
  downloaded: downloadedHow,
  share_revoked: ({ after }) => `revoked a link${after(': ', 'label')}`,
  share_rotated: ({ after }) => `gave a link a new address${after(': ', 'label')}`,
  voided: () => 'cancelled the document',
  uncollectible: () => 'gave it up as uncollectible',
  reopened: () => 'reopened',
  credited: ({ text, money }) => `credited ${money('amount_minor')} by ${text('credit_note')}`,
  credit_withdrawn: ({ text, money }) =>
    `took back the credit of ${money('amount_minor')} by ${text('credit_note')}`,
  payment_recorded: ({ method, money, after, left }) =>
    `payment of ${money('amount_minor')} by ${method}${after(' ', 'reference')}${after(', receipt ', 'receipt')}, ${left}`,
  checkout_opened: ({ method, money }) => `began to pay ${money('amount_minor')} by ${method}`,
  payment_processing: ({ method, money }) =>
    `payment of ${money('amount_minor')} by ${method} is on its way`,
  payment_received: ({ method, money, after, left }) =>
    `payment of ${money('amount_minor')} by ${method}${after(', receipt ', 'receipt')}, ${left}`,
  payment_failed: ({ method, money, after }) =>
    `payment of ${money('amount_minor')} by ${method} failed${after(': ', 'reason')}`,
  refund_requested: ({ money, after }) =>
    `asked to refund ${money('amount_minor')}${after(': ', 'reason')}`,
  refunded: ({ money, text }) =>
    `refunded ${money('amount_minor')}${because(codeWords(text('reason')))}`,
  refund_failed: refundFailed,
  dispute_opened: ({ money, text, deadline }) =>
    `payer disputes ${money('amount_minor')}${because(disputeReasonIn(disputeWords, text('reason')))}${deadline}`,
  dispute_won: ({ money }) => `dispute about ${money('amount_minor')} won`,
  dispute_lost: ({ money }) => `dispute about ${money('amount_minor')} lost`,
  needs_review: ({ text }) => `needs your attention: ${text('reason')}`,
  consented: ({ after }) => `agreed to sign electronically${after(' on a ', 'device')}`,
  approved: approvedHow,
  declined: ({ after }) => `declined${after(' on a ', 'device')}${after(': ', 'reason')}`,
  sealed: ({ text }) => `signed copy sealed, SHA-256 ${text('hash').slice(0, 16)}…`,
  update_asked: () => 'asked for an update of the expired estimate',
  link_renewed: ({ text }) => `asked for a fresh link, mailed to ${text('to')}`,
  history_asked: ({ text }) => `asked for their history, link mailed to ${text('to')}`,
  reminders_stopped: ({ text }) =>
    text('scope') === 'customer' ? 'wants no reminders about anything' : 'no reminders about this',
  reminders_resumed: () => 'reminders about this again',
  invoiced: ({ text }) => `became invoice ${text('invoice')}`,
  deposit_moved: ({ text, money }) =>
    `deposit of ${money('amount_minor')} moved ${text('direction')} ${text('number')}`,
  imported: () => 'imported',
  restored: () => 'restored from a backup',
} as const satisfies Record<EventType, (facts: Facts) => string>

function because(reason: string): string {
  return reason === '' ? '' : `: ${reason}`
}

/** By whom is known only where a person was seen on the link's page before. */
function downloadedHow({ text, after }: Facts): string {
  const what = text('seen') === 'false' ? 'PDF fetched (perhaps by a scanner)' : 'PDF downloaded'
  const device = text('seen') === 'false' ? '' : after(' on a ', 'device')
  return `${what}${device}${after(', link: ', 'label')}`
}

/** Who signed, how and on what; or what the owner noted, with its day. */
function approvedHow({ text, after, day }: Facts): string {
  const ways: Record<string, string> = {
    typed: 'signed by typing',
    drawn: 'signed by drawing',
    paper: 'signed on paper',
  }
  const way = ways[text('kind')]
  const how = way === undefined ? '' : `, ${way}${after(' on a ', 'device')}`
  return `approved${after(' by ', 'name')}${how}${day(' on ', 'on')}`
}

/** It never happened, or it seemed done and the money came back: only that was booked. */
function refundFailed({ text, money, after }: Facts): string {
  if (text('checkout') !== '') return text('reason')
  const what = text('balance_minor') === '' ? 'failed' : 'came back'
  return `refund of ${money('amount_minor')} ${what}${after(': ', 'reason')}`
}

/** One line of a document's story, as a person tells it. */
export function eventSentence(
  { type, data }: Pick<Event, 'type' | 'data'>,
  words: { currency: string; locale: string; time_zone: string },
): string {
  return oneLine(sentences[type](factsOf(data, words)))
}

function factsOf(
  data: EventData,
  { currency, locale, time_zone }: { currency: string; locale: string; time_zone: string },
): Facts {
  const text = (name: string) => String(data[name] ?? '')
  return {
    text,
    after: (word, name) => (text(name) === '' ? '' : word + text(name)),
    money: (name) => {
      const minor = data[name]
      return typeof minor === 'number' ? formatMoney(minor, currency, locale) : ''
    },
    left:
      typeof data.balance_minor === 'number'
        ? leftWords(data.balance_minor, (minor) => formatMoney(minor, currency, locale))
        : '',
    method: methodWords(text('method')),
    mail: mailWords(text('kind')),
    deadline:
      text('due_at') === ''
        ? ''
        : `, answer at ${providerTitle(text('provider'))} by ${lastDayToAnswer(text('due_at'), time_zone)}`,
    day: (word, name) => (text(name) === '' ? '' : word + dateOf(text(name) as Instant, time_zone)),
  }
}

/** Which mail it was, where the line before does not say it. */
function mailWords(kind: string): string {
  const words: Record<string, string> = {
    reminder: 'reminder',
    nudge: 'nudge',
    receipt: 'receipt',
    refund: 'word of the refund',
    approved_confirmation: 'confirmation',
    declined_confirmation: 'confirmation',
  }
  return words[kind] ?? 'mail'
}
