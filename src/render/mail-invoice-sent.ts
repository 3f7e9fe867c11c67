import { type Balance, balance } from '../domain/balance.ts'
import type { Document } from '../domain/document.ts'
import {
  type DocumentStory,
  dateOf,
  documentLetter,
  documentOf,
  factsOf,
  money,
} from './mail-document.ts'
import type { Letter, LetterInput } from './mail-letter.ts'

/** An invoice or a credit note for the customer, as it stands when the mail leaves. */
export function invoiceSent(input: LetterInput): Letter {
  const document = documentOf(input)
  const sums = balance(document)
  if (document.kind === 'credit_note') return documentLetter(input, creditNote(input, document))
  if (document.totals.total_minor < 0) return documentLetter(input, credit(input, document))
  const isOpen = sums.balance_due_minor > 0
  const story = isOpen ? open(input, document, sums) : settled(input, document, sums)
  return documentLetter(input, story)
}

function open({ labels, config }: LetterInput, document: Document, sums: Balance): DocumentStory {
  const { total_minor } = document.totals
  const due = money(document, sums.balance_due_minor)
  const dueOn = dateOf(document, document.content.due_on)
  const isPartlyPaid = sums.balance_due_minor !== total_minor
  const { credited_minor } = sums
  const paid_minor = total_minor - credited_minor - sums.balance_due_minor
  return {
    summary: labels.summaries.due(due, dueOn),
    amount: { label: isPartlyPaid ? labels.facts.balanceDue : labels.facts.amountDue, value: due },
    facts: factsOf(
      [labels.facts.due, dueOn],
      [labels.facts.total, isPartlyPaid ? money(document, total_minor) : ''],
      [labels.facts.credit, credited_minor ? money(document, credited_minor) : ''],
      [labels.facts.paidSoFar, paid_minor ? money(document, paid_minor) : ''],
      [
        labels.facts.onItsWay,
        document.pending_minor ? money(document, document.pending_minor) : '',
      ],
    ),
    sentences: [],
    howToPay: config.payments.instructions,
  }
}

function settled({ labels }: LetterInput, document: Document, sums: Balance): DocumentStory {
  const total = money(document, document.totals.total_minor)
  const isUnpaid = sums.paid_minor <= sums.credited_minor
  return {
    summary: isUnpaid ? labels.summaries.nothing : labels.summaries.paid(total),
    amount: { label: labels.facts.total, value: total },
    facts: factsOf([
      labels.facts.credit,
      sums.credited_minor ? money(document, sums.credited_minor) : '',
    ]),
    sentences: [isUnpaid ? labels.texts.nothingToPay : labels.texts.paidInFull],
    howToPay: '',
  }
}

function credit({ labels }: LetterInput, document: Document): DocumentStory {
  const amount = money(document, Math.abs(document.totals.total_minor))
  return {
    summary: labels.summaries.credit(amount),
    amount: { label: labels.facts.credit, value: amount },
    facts: [],
    sentences: [labels.texts.creditNote],
    howToPay: '',
  }
}

function creditNote(input: LetterInput, document: Document): DocumentStory {
  const { invoice_number } = document
  return {
    ...credit(input, document),
    facts: factsOf([input.labels.facts.forInvoice, invoice_number ?? '']),
  }
}
