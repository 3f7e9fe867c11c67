/** What the mails that carry a document have in common. */
import type { Document } from '../domain/document.ts'
import { formatDate, formatRate } from '../domain/format.ts'
import { amountIn } from './amount.ts'
import { isolate } from './direction.ts'
import { labelsFor } from './labels.ts'
import type { Fact, Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'
import { canPayOnline } from './paying.ts'

/** What one kind of document adds to its mail. */
export type DocumentStory = Pick<Letter, 'amount' | 'facts' | 'sentences'> & {
  /** The end of the subject: how much and when. */
  summary: string
  /** Empty when there is nothing to pay or to explain. */
  howToPay: string
}

/** The document of a mail that cannot be without one. */
export function documentOf({ document, kind }: LetterInput): Document {
  if (!document) throw new Error(`A mail of kind ${kind} needs a document.`)
  return document
}

/** An amount in the document's currency and locale. */
export function money(document: Document, minor: number): string {
  return amountIn(document.content.locale, minor, document.content.currency)
}

/** A date in the document's locale; empty for none. */
export function dateOf(document: Document, date: string | null): string {
  return date === null ? '' : formatDate(date, document.content.locale)
}

/** The deposit of an estimate, with its share of the total; empty when there is none. */
export function depositOf({ labels }: Pick<LetterInput, 'labels'>, document: Document): string {
  const { deposit_minor } = document.totals
  const rule = document.content.deposit
  if (!deposit_minor || !rule) return ''
  const amount = money(document, deposit_minor)
  if (!('percent' in rule)) return amount
  return labels.withPercent(amount, formatRate(rule.percent, document.content.locale))
}

/** The facts without those that say nothing. */
export function factsOf(...pairs: [label: string, value: string][]): Fact[] {
  return pairs.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))
}

/** The letter around a document: subject, link, the owner's message. */
export function documentLetter(input: LetterInput, story: DocumentStory): Letter {
  const { config, labels, url, data } = input
  const document = documentOf(input)
  const business = isolate(config.business.name)
  const name = labelsFor(input.locale).names[document.kind](document.number)
  const addressee = labels.facts.addressee[document.kind]
  return {
    subject: labels.subject(name, business, story.summary),
    preheader: story.summary,
    title: name,
    amount: story.amount,
    facts: [
      ...story.facts,
      ...factsOf(
        [addressee, isolate(document.content.bill_to.name)],
        [labels.facts.issued, dateOf(document, document.content.issued_on)],
      ),
    ],
    sentences: story.sentences,
    button: url ? { label: buttonLabel(input, document), url } : null,
    sections: [
      { heading: labels.texts.message(business), text: textOf(data, 'message') },
      { heading: labels.texts.howToPay, text: story.howToPay.trim() },
    ].filter(({ text }) => text !== ''),
    signed: true,
  }
}

/** Says that one can pay behind it: else a mail that tells of a bank transfer seems to know no other way. */
function buttonLabel({ labels, config }: LetterInput, document: Document): string {
  const { kind } = document
  if (!canPayOnline(config, document)) return labels.buttons[kind]
  return kind === 'invoice' ? labels.buttons.pay : labels.approval.approved.button
}
