import type { Movement, Statement } from '../domain/statement.ts'
import type { StatementInput } from '../ports/history-pages.ts'
import { businessView } from './business-view.ts'
import { besides } from './close-off.ts'
import type { RenderContext } from './context.ts'
import { type HistoryFacts, historyFacts } from './history-facts.ts'
import { type PdfFrame, pdfFrame } from './pdf-view.ts'
import { entryName, peopleOf, type SheetView } from './sheet-view.ts'
import type { TotalRow } from './totals-view.ts'

type AccountRow = { date: string; what: string; amount: string; balance: string }

/** One currency's account. */
type AccountView = {
  /** Named where there are several; else empty. */
  title: string
  opening: AccountRow
  rows: AccountRow[]
  totals: { title: string; rows: TotalRow[] }
}

export type StatementView = PdfFrame & {
  sheet: Pick<SheetView, 'heading' | 'facts' | 'from_title' | 'bill_to' | 'business'>
  columns: { date: string; what: string; amount: string; balance: string }
  accounts: AccountView[]
  /** Stands where there is no account; else empty. */
  nothing: string
  note: string
}

/** The sheet of a statement to print: each account from its opening to its closing balance. */
export function statementView(context: RenderContext, input: StatementInput): StatementView {
  const { customer, range, statements } = input
  const facts = historyFacts(context.config, customer, input.lang)
  const { labels, date } = facts
  const words = labels.history.statement
  const period = words.days(date(range.from), date(range.until))
  return {
    ...pdfFrame(context, facts, besides(labels.language, words.title, period)),
    sheet: {
      heading: words.heading,
      facts: [
        { label: words.begins, value: date(range.from) },
        { label: words.ends, value: date(range.until) },
      ],
      from_title: labels.parts.from,
      bill_to: peopleOf(facts, customer, words.for),
      business: businessView(context.config, labels),
    },
    columns: words.columns,
    accounts: statements.map((one) => accountView(facts, input, one)),
    nothing: statements.length === 0 ? words.nothing : '',
    note: words.note,
  }
}

function accountView(
  facts: HistoryFacts,
  { range, statements }: StatementInput,
  { currency, opening_minor, movements, closing_minor }: Statement,
): AccountView {
  const { labels, money, date } = facts
  const words = labels.history.statement
  const write = (minor: number) => money(minor, currency)
  const closing: TotalRow = { label: words.closing, value: write(closing_minor), tone: 'grand' }
  const inFavor: TotalRow = { label: words.inFavor, value: write(0 - closing_minor), tone: 'note' }
  return {
    title: statements.length > 1 ? `${words.currency} ${currency}` : '',
    opening: {
      date: date(range.from),
      what: words.opening,
      amount: '',
      balance: write(opening_minor),
    },
    rows: movements.map((movement) => ({
      date: date(movement.on),
      what: whatOf(facts, movement),
      amount: write(movement.amount_minor),
      balance: write(movement.balance_minor),
    })),
    totals: { title: words.closing, rows: closing_minor < 0 ? [closing, inFavor] : [closing] },
  }
}

/** "Payment by check, INV-001", with what the owner noted of it. */
function whatOf({ labels }: HistoryFacts, { kind, document, method, reference }: Movement): string {
  const { movements } = labels.history.statement
  const { number } = document
  switch (kind) {
    case 'invoice':
    case 'credit_note':
    case 'cancelled':
    case 'disputing':
      return movements[kind](number)
    case 'credit':
      return besides(labels.language, movements.credit(number), reference)
    case 'payment': {
      const what = movements.other(entryName(labels, { kind, method }), number)
      return besides(labels.language, what, reference)
    }
    default:
      return movements.other(entryName(labels, { kind, method }), number)
  }
}
