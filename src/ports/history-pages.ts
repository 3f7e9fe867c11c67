/** The pages of a customer's history, as the renderer gets them. */
import type { CivilDate, Customer, Instant } from '../domain/document.ts'
import type { History } from '../domain/history.ts'
import type { Language } from '../domain/language.ts'
import type { Statement, StatementRange } from '../domain/statement.ts'
import type { StatementForm, StatementProblem } from '../domain/statement-form.ts'

/** The lists of a history, each of which has pages of its own. */
export const historyLists = ['outstanding', 'estimates', 'settled', 'payments'] as const
export type HistoryList = (typeof historyLists)[number]

/** `GET /h/:token`, and what refused forms show again. */
export type HistoryInput = {
  customer: Customer
  history: History
  /** Ids of the documents of which a link can be mailed to the address on file. */
  openable: ReadonlySet<string>
  /** `/h/<token>`. */
  path: string
  ends_at: Instant | null
  /** The first page of a list is 1; a page that is not there shows the nearest. */
  pages: Record<HistoryList, number>
  /** What stands in the form for a statement, and what is wrong with it. */
  form: StatementForm
  problems: StatementProblem[]
  today: CivilDate
  /** Number of the document of which a link was asked for just now, and whether one is on its way. */
  asked: { number: string; is_open: boolean } | null
  /** What the visitor chose instead of the customer's own language. */
  lang?: Language | undefined
}

export type StatementInput = {
  customer: Customer
  range: StatementRange
  /** One a currency; none where nothing happened. */
  statements: Statement[]
  lang?: Language | undefined
}

export type HistoryPages = {
  page(input: HistoryInput): string
  /** The sheet to print, with everything inlined. */
  statement(input: StatementInput): string
}
