import { balance } from '../domain/balance.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { Document } from '../domain/document.ts'
import { fileName } from '../domain/file-name.ts'
import { isolate } from './direction.ts'
import { labelsFor } from './labels.ts'
import { dateOf, depositOf, documentOf, factsOf, money } from './mail-document.ts'
import type { Letter, LetterInput, Section } from './mail-letter.ts'
import { canPayOnline } from './paying.ts'

/** To the customer who approved: what, when, the deposit, and how to check the signed copy that comes along. */
export function approvedConfirmation(input: LetterInput): Letter {
  const { labels, locale, config, url } = input
  const { approved, facts, summaries } = labels.approval
  const document = documentOf(input)
  const business = isolate(config.business.name)
  const name = labelsFor(locale).names[document.kind](document.number)
  const total = money(document, document.totals.total_minor)
  const on = dayOfApproval(input, document)
  const summary = summaries.approved(total, on)
  const due = balance(document).amount_due_now_minor > 0
  return {
    subject: labels.subject(name, business, summary),
    preheader: summary,
    title: name,
    amount: { label: labels.facts.total, value: total },
    facts: factsOf(
      [facts.approvedBy, isolate(document.approval?.signer_name ?? '')],
      [facts.approvedOn, on],
      [due ? facts.depositDue : labels.facts.deposit, depositOf(input, document)],
    ),
    sentences: [approved.thanks, nextOf(input, document)],
    button: url
      ? {
          label: due && canPayOnline(config, document) ? approved.button : labels.buttons.estimate,
          url,
        }
      : null,
    sections: [
      { heading: labels.texts.howToPay, text: due ? config.payments.instructions.trim() : '' },
      checkSection(input, document),
    ].filter(({ text }) => text !== ''),
    signed: true,
  }
}

function dayOfApproval({ config }: LetterInput, document: Document): string {
  const at = document.approved_at ?? document.updated_at
  return dateOf(document, civilDateIn(config.business.time_zone, new Date(at)))
}

function nextOf({ labels, config, url }: LetterInput, document: Document): string {
  const { approved } = labels.approval
  const { amount_due_now_minor, deposit_paid_minor } = balance(document)
  const due = money(document, amount_due_now_minor)
  if (amount_due_now_minor > 0) {
    const isOnline = url !== null && canPayOnline(config, document)
    return isOnline ? approved.depositOnline(due) : approved.depositDue(due)
  }
  if (deposit_paid_minor > 0) return approved.depositPaid(money(document, deposit_paid_minor))
  return approved.next(isolate(config.business.name))
}

/** The hashes that no one can change afterwards, since they are in the customer's mailbox. */
function checkSection({ labels }: LetterInput, { approval, number }: Document): Section {
  const { check, lines } = labels.approval.approved
  const file = fileName(number)
  const text = approval
    ? [
        approval.seal_fingerprint ? lines.how(file) : lines.plain(file),
        approval.sealed_hash ? lines.hash(file, approval.sealed_hash) : '',
        lines.chain(approval.chain_head),
        approval.seal_fingerprint ? lines.seal(approval.seal_fingerprint) : '',
      ]
    : []
  return { heading: check, text: text.filter((line) => line !== '').join('\n') }
}
