/** The journal for an accountant: each entry balances, debit to credit. */
import type { CivilDate, Kind, LedgerEntry, StoredState } from './document.ts'
import { methodWords } from './method-words.ts'
import {
  isWithin,
  netSales,
  type Period,
  type PostedDocument,
  type Posting,
  postingsOf,
} from './posting.ts'

export type JournalLine = {
  on: CivilDate
  /** Lines of one entry share it; its debits equal its credits. */
  entry: string
  number: string
  customer: string
  what: string
  account: string
  reference: string
  currency: string
  /** One of the two is 0; neither is negative. */
  debit_minor: number
  credit_minor: number
}

/** A movement of money with the document it belongs to. */
export type PostedEntry = LedgerEntry & {
  number: string
  document_kind: Kind
  document_state: StoredState
  customer_name: string
}

const receivable = 'Accounts receivable'
const deposits = 'Customer deposits'

/**
 * All entries of a period, by date. Sales are booked when an invoice is issued; money received for an estimate is
 * a deposit until it is on an invoice that was issued.
 */
export function journal(
  documents: readonly PostedDocument[],
  entries: readonly PostedEntry[],
  period: Period,
): JournalLine[] {
  const lines = [
    ...documents.flatMap(postingsOf).flatMap(saleLines),
    ...documents.flatMap(writeOffLines),
    ...entries.flatMap(moneyLines),
  ]
  const wanted = lines.filter(({ on }) => isWithin(on, period))
  return wanted.sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

type Amount = { account: string; amount_minor: number }
type Head = Omit<JournalLine, 'account' | 'debit_minor' | 'credit_minor'>

function saleLines({ document, on, sign, is_void }: Posting): JournalLine[] {
  const { totals, kind } = document
  const noun = kind === 'credit_note' ? 'credit note' : 'invoice'
  const what = is_void ? `${noun} voided` : noun
  const head = headOf(document, on, `${document.id}${is_void ? ':void' : ''}`, what)
  return write(head, [
    { account: receivable, amount_minor: sign * totals.total_minor },
    { account: 'Sales', amount_minor: -sign * netSales(totals) },
    ...totals.taxes.map(({ name, rate, amount_minor }) => ({
      account: `Tax payable: ${name} ${rate}%`,
      amount_minor: -sign * amount_minor,
    })),
  ])
}

function writeOffLines(document: PostedDocument): JournalLine[] {
  return document.write_offs.flatMap(({ on, amount_minor, what }, i) => {
    const head = headOf(document, on, `${document.id}:written-off${i === 0 ? '' : `:${i}`}`, what)
    return write(head, [
      { account: 'Bad debts', amount_minor },
      { account: receivable, amount_minor: -amount_minor },
    ])
  })
}

function headOf(
  { number, customer_name, currency }: PostedDocument,
  on: CivilDate,
  entry: string,
  what: string,
): Head {
  return { on, entry, number, customer: customer_name, what, reference: '', currency }
}

/** A credit is the other half of a credit note, which has been booked as such. */
function moneyLines(posted: PostedEntry): JournalLine[] {
  if (posted.kind === 'credit') return []
  const { on, number, customer_name, currency, amount_minor, fee_minor } = posted
  const isTransfer = posted.kind === 'transfer_in' || posted.kind === 'transfer_out'
  const head: Head = {
    ...{ on, number, currency, customer: customer_name, what: posted.kind.replaceAll('_', ' ') },
    entry: isTransfer ? posted.provider_payment_id : posted.id,
    reference:
      isTransfer || posted.provider !== 'manual' ? posted.provider_payment_id : posted.reference,
  }
  const isIssued = posted.document_kind !== 'estimate' && posted.document_state !== 'draft'
  const owed = isIssued ? receivable : deposits
  if (isTransfer) return write(head, [{ account: owed, amount_minor: -amount_minor }])
  const account = accountOf(posted)
  const fee = fee_minor ?? 0
  return write(head, [
    { account, amount_minor: amount_minor - fee },
    { account: 'Payment fees', amount_minor: fee },
    { account: owed, amount_minor: -amount_minor },
  ])
}

/** Where the money is: with a provider until it pays out, else by how it came. */
function accountOf({ provider, method }: PostedEntry): string {
  const words = provider === 'manual' ? methodWords(method) : provider
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}

/** Amounts above zero are debits. */
function write(head: Head, amounts: Amount[]): JournalLine[] {
  return amounts
    .filter(({ amount_minor }) => amount_minor !== 0)
    .map(({ account, amount_minor }) => ({
      ...head,
      account,
      debit_minor: Math.max(0, amount_minor),
      credit_minor: Math.max(0, -amount_minor),
    }))
}
