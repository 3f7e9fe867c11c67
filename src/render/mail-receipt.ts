import { type ReceiptFacts, receiptFacts } from '../domain/receipt.ts'
import { amountIn } from './amount.ts'
import { isolate } from './direction.ts'
import { labelsFor } from './labels.ts'
import { dateOf, documentOf, factsOf } from './mail-document.ts'
import type { Letter, LetterInput } from './mail-letter.ts'
import { textOf } from './mail-letter.ts'
import { methodName } from './method-name.ts'

/** One payment for the customer: how much, how and when, and what it left to pay. */
export function receiptMail(input: LetterInput): Letter {
  const { labels, locale, config, url } = input
  const document = documentOf(input)
  const receipt = receiptOf(input)
  if (!receipt) throw new Error('A mail of kind receipt needs the receipt of a payment.')
  const pages = labelsFor(locale)
  const name = pages.online.receipt.name(receipt.number)
  const about = pages.names[document.kind](document.number)
  const money = (minor: number) => amountIn(locale, minor, receipt.currency)
  const summary = labels.summaries.for(money(receipt.amount_minor), about)
  const isPaid = document.kind === 'invoice' && receipt.balance_due_minor === 0
  const isDeposit = document.kind === 'estimate'
  return {
    subject: labels.subject(name, isolate(config.business.name), summary),
    preheader: summary,
    title: name,
    amount: { label: labels.facts.paid, value: money(receipt.amount_minor) },
    facts: factsOf(
      [labels.facts.paidOn, dateOf(document, receipt.on)],
      [labels.facts.for, about],
      [labels.facts.method, methodName(pages, receipt.method)],
      [labels.facts.reference, receipt.reference],
      [labels.facts.refunded, receipt.refunded_minor ? money(receipt.refunded_minor) : ''],
      [labels.facts.left, money(receipt.left_minor)],
    ),
    sentences: [
      isDeposit ? labels.texts.depositReceived : labels.texts.received,
      ...(isPaid ? [labels.texts.paidInFull] : []),
    ],
    button: url ? { label: labels.buttons.receipt, url } : null,
    sections: [],
    signed: true,
  }
}

/** The facts of the receipt that the mail names (`data.receipt`); undefined when there is none. */
export function receiptOf(input: LetterInput): ReceiptFacts | undefined {
  const document = documentOf(input)
  const number = textOf(input.data, 'receipt')
  const receipt = document.receipts.find((one) => one.number === number)
  return receipt && receiptFacts(document, receipt)
}
