import type { BillTo, LedgerEntry, LedgerKind } from '../domain/document.ts'
import type { ReceiptLink } from '../ports/payment-pages.ts'
import { type BusinessView, businessView } from './business-view.ts'
import { besides } from './close-off.ts'
import type { Facts } from './facts.ts'
import { type ItemsView, itemsView } from './items-view.ts'
import type { Labels } from './labels.ts'
import { type TotalRow, totalsView } from './totals-view.ts'

export type Fact = { label: string; value: string }
/** A titled text of the owner's, such as the terms; null when there is none. */
export type Passage = { title: string; text: string } | null

export type PaymentRow = {
  date: string
  what: string
  amount: string
  /** Empty without one; `href` is empty where no link leads to it. */
  receipt: { label: string; href: string }
}

/** The document as it stands on paper: the same on page, in print and in the PDF. Says nothing that a date changes. */
export type SheetView = {
  heading: string
  /** Set for a cancelled document; else empty. */
  cancelled: string
  facts: Fact[]
  from_title: string
  bill_to: { title: string; name: string; lines: string[] }
  items: ItemsView
  totals: { title: string; rows: TotalRow[] }
  payments: { title: string; rows: PaymentRow[] }
  how_to_pay: Passage
  notes: Passage
  terms: Passage
  business: BusinessView
  text_lang: string
}

/** Writes out the sheet of a document; on a screen its payments lead to their receipts. */
export function sheetView(facts: Facts, receipts: readonly ReceiptLink[] = []): SheetView {
  const { document, content, labels, day } = facts
  const { parts } = labels
  return {
    heading: labels.headings[document.kind](document.number),
    cancelled:
      document.state === 'void' && document.voided_at
        ? labels.states.cancelledOn(day(document.voided_at))
        : '',
    facts: factList(facts),
    from_title: parts.from,
    bill_to: peopleOf(facts, content.bill_to, labels.addressee[document.kind]),
    items: itemsView(facts),
    totals: { title: labels.totals.title, rows: totalsView(facts) },
    payments: {
      title: labels.payments.title,
      rows: document.ledger.map((entry) => payment(facts, entry, receipts)),
    },
    how_to_pay: passage(parts.howToPay, howToPay(facts)),
    notes: passage(parts.notes, content.notes),
    terms: passage(parts.terms, content.terms),
    business: businessView(facts.config, labels),
    text_lang: facts.textLang,
  }
}

/** The owner's instructions, wherever money is asked for. */
export function howToPay({ balance, config }: Facts): string {
  return balance.amount_due_now_minor > 0 ? config.payments.instructions : ''
}

function factList({ document, content, labels, date, day }: Facts): Fact[] {
  const { facts } = labels
  const isRevised = document.version > 1 && document.published_at
  const list: [string, string | null][] = [
    [facts.date, date(content.issued_on)],
    [facts.due, content.due_on && date(content.due_on)],
    [facts.validUntil, content.valid_until_on && date(content.valid_until_on)],
    [facts.updated, isRevised ? day(isRevised) : null],
    [facts.forInvoice, document.kind === 'credit_note' ? document.relates_to : null],
    [facts.forEstimate, document.estimate_number],
    [facts.invoice, document.invoice_number],
  ]
  return list.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/** A customer with the lines of their address, as printed on a version of a document. */
export function peopleOf(
  { labels, config }: Pick<Facts, 'labels' | 'config'>,
  { name, address, country, email, tax_id }: BillTo,
  title: string,
): SheetView['bill_to'] {
  const isAbroad = country !== '' && country !== config.business.country
  const lines = [
    ...address,
    isAbroad ? countryName(country, labels.language) : '',
    email,
    tax_id && labels.parts.taxId(tax_id),
  ]
  return { title, name, lines: lines.filter((line) => line !== '') }
}

function payment(
  { labels, money, date, document, href }: Facts,
  entry: LedgerEntry,
  receipts: readonly ReceiptLink[],
): PaymentRow {
  const named = entryName(labels, entry)
  // What gives money back names the payment's entry there: nothing for a customer.
  const isTheirs = entry.reference !== '' && !givesBack.has(entry.kind)
  const path = receipts.find(({ ledger_id }) => ledger_id === entry.id)?.path
  const number = document.receipts.find(({ ledger_id }) => ledger_id === entry.id)?.number
  return {
    date: date(entry.on),
    what: besides(labels.language, named, isTheirs ? entry.reference : ''),
    amount: money(entry.amount_minor),
    receipt: {
      label: number ? labels.states.receipt(number) : '',
      href: path ? href(path) : '',
    },
  }
}

/** What a movement of money is called: "Payment by card". */
export function entryName(
  { payments: { kinds, methods, with: by } }: Labels,
  entry: Pick<LedgerEntry, 'kind' | 'method'>,
): string {
  const method = methods[entry.method]
  return entry.kind === 'payment' && method ? by(kinds.payment, method) : kinds[entry.kind]
}

const givesBack = new Set<LedgerKind>(['refund', 'refund_failed', 'dispute', 'dispute_won'])

function passage(title: string, text: string): Passage {
  return text.trim() === '' ? null : { title, text: text.trim() }
}

const countryNames = new Map<string, Intl.DisplayNames>()

/** "Germany" for DE; a code that is none stays as it is. */
function countryName(code: string, language: string): string {
  const names = countryNames.get(language) ?? new Intl.DisplayNames(language, { type: 'region' })
  countryNames.set(language, names)
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code
}
