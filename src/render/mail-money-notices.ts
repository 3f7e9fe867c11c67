/** What the owner is told about money: one entry an event; `next` is the command that helps. */
import { lastDayToAnswer } from '../domain/dispute.ts'
import { codeWords, disputeReasonIn } from '../domain/dispute-reason.ts'
import type { Kind } from '../domain/document.ts'
import { formatDate } from '../domain/format.ts'
import { kindCommand } from '../domain/nouns.ts'
import { amountIn } from './amount.ts'
import { labelsFor } from './labels.ts'
import { factsOf } from './mail-document.ts'
import { numberOf, textOf } from './mail-letter.ts'
import type { About, Notice } from './mail-owner-notice.ts'
import { methodName } from './method-name.ts'

export const moneyNotices = {
  paid: (about: About): Notice => ({
    headline: about.labels.notices.paid(about.who, amountOf(about), about.what),
    facts: factsOf(
      [about.labels.facts.method, methodOf(about)],
      [about.labels.facts.receipt, textOf(about.data, 'receipt')],
      [about.labels.facts.left, amountOf(about, 'balance_minor')],
    ),
    next: show(about),
  }),
  payment_failed: (about: About): Notice => ({
    headline: about.labels.notices.paymentFailed(amountOf(about), about.what),
    facts: factsOf([about.labels.facts.method, methodOf(about)], reasonOf(about)),
    next: timeline(about),
  }),
  refunded: (about: About): Notice => ({
    headline: about.labels.notices.refunded(amountOf(about), about.what),
    facts: factsOf([about.labels.facts.method, methodOf(about)], reasonOf(about)),
    next: about.document?.rested_at
      ? about.labels.notices.askAgain(`portal ${command(about)} reopen ${about.number}`)
      : show(about),
  }),
  disputed: (about: About): Notice => ({
    headline: disputeOf(about)(amountOf(about), about.what),
    facts: factsOf(disputeReasonOf(about), [about.labels.facts.answerBy, deadlineOf(about)]),
    next: isOpen(about)
      ? about.labels.notices.answer(providerOf(about), 'portal reconcile')
      : show(about),
  }),
  needs_review: (about: About): Notice => ({
    headline: about.labels.notices.needsReview(about.what),
    facts: factsOf(reasonOf(about), [about.labels.facts.method, methodOf(about)]),
    next: timeline(about),
  }),
}

/** Empty when the event has no such amount. */
function amountOf({ data, document, config, locale }: About, name = 'amount_minor'): string {
  const minor = numberOf(data, name)
  if (minor === undefined) return ''
  const currency =
    textOf(data, 'currency') || document?.content.currency || config.business.currency
  return amountIn(locale, minor, currency)
}

function methodOf({ data, locale }: About): string {
  const method = textOf(data, 'method')
  return method === '' ? '' : methodName(labelsFor(locale), method)
}

/** A code of the provider's is spelled out. */
function reasonOf({ labels, data }: About): [string, string] {
  const reason = textOf(data, 'reason')
  const words = codeWords(reason)
  return [labels.facts.reason, words === reason ? reason : capitalized(labels, words)]
}

function disputeReasonOf({ labels, data }: About): [string, string] {
  const reason = disputeReasonIn(labels.notices.disputeReasons, textOf(data, 'reason'))
  return [labels.facts.reason, capitalized(labels, reason)]
}

function capitalized({ language }: About['labels'], text: string): string {
  return text.charAt(0).toLocaleUpperCase(language) + text.slice(1)
}

function disputeOf({ labels, data }: About): (amount: string, about: string) => string {
  const { disputed } = labels.notices
  const state = textOf(data, 'state')
  return state === 'won' || state === 'lost' ? disputed[state] : disputed.open
}

function isOpen({ data }: About): boolean {
  return !['won', 'lost'].includes(textOf(data, 'state'))
}

function deadlineOf({ data, locale, config }: About): string {
  const due_at = textOf(data, 'due_at')
  if (due_at === '') return ''
  return formatDate(lastDayToAnswer(due_at, config.business.time_zone), locale)
}

function providerOf({ labels, data, locale }: About): string {
  const names: Record<string, string> = labelsFor(locale).online.providers
  return names[textOf(data, 'provider')] ?? labels.notices.theProvider
}

function show(about: About): string {
  return `portal ${command(about)} show ${about.number}`
}

function timeline({ number }: About): string {
  return `portal timeline ${number}`
}

function command({ document }: About): string {
  return kindCommand(document?.kind ?? ('invoice' satisfies Kind))
}
