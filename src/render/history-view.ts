import type { PastDocument, PastPayment } from '../domain/history.ts'
import { sumMinor } from '../domain/sum-minor.ts'
import { type HistoryInput, type HistoryList, historyLists } from '../ports/history-pages.ts'
import { isLong } from './amount.ts'
import { type BrandView, brandView } from './brand-view.ts'
import { type BusinessView, businessView } from './business-view.ts'
import type { RenderContext } from './context.ts'
import { type HistoryFacts, historyFacts } from './history-facts.ts'
import {
  estimateRow,
  type HistoryRow,
  outstandingRow,
  paymentRow,
  settledRow,
} from './history-rows.ts'
import { languagesNav } from './languages-view.ts'
import { mailLink } from './links.ts'
import type { Mark } from './saying.ts'
import { type ShellView, shellView } from './shell-view.ts'
import { type StatementFormView, statementFormView } from './statement-form-view.ts'

type ListView = {
  id: HistoryList
  title: string
  rows: HistoryRow[]
  /** To the rows before and after; `href` is empty where there are none. */
  before: { label: string; href: string }
  after: { label: string; href: string }
}

export type HistoryView = ShellView &
  BrandView & {
    data: { balance_due_minor: number; amount_due_now_minor: number }
    heading: string
    customer: string
    says: {
      mark: Mark
      state: string
      /** Empty where nothing is outstanding. */
      amount: string
      is_long: boolean
      note: string
      extras: string[]
    }
    /** What became of a form; empty on a first visit. */
    done: string
    refused: string
    columns: { document: string; date: string; state: string; amount: string }
    lists: ListView[]
    statement: StatementFormView
    quiet: { label: string; href: string }[]
    business: BusinessView
  }

/** Rows of a list at a time; all four lists with that many fit the weight of a page. */
const pageRows = 25
/** The page of all that a customer had from the business. */
export function historyView(context: RenderContext, input: HistoryInput): HistoryView {
  const { config, assets } = context
  const facts = historyFacts(config, input.customer, input.lang)
  const { labels, dir } = facts
  const { history } = labels
  const title = history.titleFrom(config.business.name)
  return {
    ...shellView(context, { labels, dir, title, languages: languagesNav(context, facts) }),
    ...brandView(context, assets['logo.png'] ?? ''),
    data: hooksOf(input),
    heading: history.title,
    customer: history.forCustomer(facts.customer.name),
    says: saysOf(facts, input),
    ...outcomeOf(facts, input),
    columns: history.columns,
    lists: historyLists.flatMap((id) => listView(facts, input, id)),
    statement: statementFormView(facts, input),
    quiet: [contact(facts)],
    business: businessView(config, labels),
  }
}

/** The sums in the currency that comes first. */
function hooksOf({ history: { owed, outstanding } }: HistoryInput): HistoryView['data'] {
  const [first] = owed
  const now = outstanding.filter(({ document }) => document.content.currency === first?.currency)
  const amount_due_now_minor = sumMinor(now.map((one) => one.amount_due_now_minor))
  return { balance_due_minor: first?.amount_minor ?? 0, amount_due_now_minor }
}

function saysOf({ labels, money, moment }: HistoryFacts, input: HistoryInput): HistoryView['says'] {
  const words = labels.history
  const { history, openable, ends_at, customer, asked } = input
  const [first, ...others] = history.owed
  const amount = first ? money(first.amount_minor, first.currency) : ''
  const isEmpty = historyLists.every((list) => history[list].length === 0)
  return {
    mark: first ? 'info' : 'done',
    state: first ? '' : isEmpty ? words.nothing : words.nothingOutstanding,
    amount,
    is_long: isLong(amount),
    note: first ? words.outstanding(history.outstanding.length) : '',
    extras: [
      ...others.map((one) => words.alsoOutstanding(money(one.amount_minor, one.currency))),
      openable.size > 0 && asked === null ? words.howToOpen : '',
      customer.email === '' && !isEmpty ? words.askUs : '',
      ends_at === null ? '' : words.until(moment(ends_at)),
    ].filter((text) => text !== ''),
  }
}

function outcomeOf(
  { labels }: HistoryFacts,
  { asked, history }: HistoryInput,
): Pick<HistoryView, 'done' | 'refused'> {
  const documents = [...history.outstanding, ...history.estimates, ...history.settled]
  const past = documents.find(({ document }) => document.number === asked?.number)
  if (!asked || !past) return { done: '', refused: '' }
  const about = labels.names[past.document.kind](asked.number)
  return asked.is_open
    ? { done: labels.history.asked(about), refused: '' }
    : { done: '', refused: labels.history.closed(about) }
}

/** None where there is nothing in it. What is due first is in front; all else begins with the latest. */
function listView(facts: HistoryFacts, input: HistoryInput, id: HistoryList): ListView[] {
  const { lists, earlier, later } = facts.labels.history
  const all: readonly (PastDocument | PastPayment)[] = input.history[id]
  if (all.length === 0) return []
  const last = Math.ceil(all.length / pageRows)
  const page = Math.min(Math.max(1, input.pages[id]), last)
  const shown = all.slice((page - 1) * pageRows, page * pageRows)
  const href = (to: number) =>
    to < 1 || to > last ? '' : facts.href(`${input.path}?${id}=${to}#${id}`)
  const [before, after] = id === 'outstanding' ? [earlier, later] : [later, earlier]
  return [
    {
      id,
      title: lists[id],
      rows: shown.map((one) => rowOf(facts, input, id, one)),
      before: { label: before, href: href(page - 1) },
      after: { label: after, href: href(page + 1) },
    },
  ]
}

function rowOf(
  facts: HistoryFacts,
  input: HistoryInput,
  id: HistoryList,
  one: PastDocument | PastPayment,
): HistoryRow {
  if ('entry' in one) return paymentRow(facts, input, one)
  if (id === 'outstanding') return outstandingRow(facts, input, one)
  return id === 'estimates' ? estimateRow(facts, input, one) : settledRow(facts, input, one)
}

/** A mail to the business; else to where its address stands. */
function contact({ labels, config }: HistoryFacts): { label: string; href: string } {
  const href = mailLink(config.business.email, labels.history.title) ?? '#business'
  return { label: labels.actions.contact, href }
}
