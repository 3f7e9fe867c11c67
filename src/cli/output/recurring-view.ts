import type { Books } from '../../app.ts'
import { formatDate } from '../../domain/format.ts'
import { type Recurring, rhythmWords } from '../../domain/recurring.ts'
import type { PeriodLine, RecurringLine } from '../../store/recurring.ts'
import type { Forecast } from '../../usecases/forecast-recurring.ts'
import { facts } from './facts.ts'
import { moneyWriter } from './money.ts'
import type { Paper } from './paper.ts'
import { table } from './table.ts'

/** A series as machines read it. */
export function recurringJson(line: RecurringLine) {
  const { customer_id, customer_name, customer_email, anchor_on, next_index, ...rest } = line
  const { id, draft, unit, every, day, ...dates } = rest
  const customer = { id: customer_id, name: customer_name, email: customer_email }
  return { id, customer, every: { unit, count: every }, day, ...dates, draft }
}

export function recurringList(lines: RecurringLine[], paper: Paper): string {
  if (lines.length === 0) return paper.paint.dim('No recurring invoices.')
  return table<RecurringLine>(
    [
      { title: 'Id', value: ({ id }) => id },
      { title: 'Customer', value: ({ customer_name }) => customer_name, least: 8 },
      { title: 'Rhythm', value: rhythmWords, least: 6, wraps: true, spare: 1 },
      { title: 'Next', value: ({ state, next_on }) => (state === 'active' ? (next_on ?? '') : '') },
      { title: 'Made', align: 'right', value: ({ made }) => String(made), spare: 4 },
      { title: 'Mailed', value: ({ send }) => (send ? 'yes' : 'no, drafts'), spare: 3 },
      { title: 'State', value: ({ state }) => state, spare: 2 },
    ],
    lines,
    paper,
  )
}

export function recurringView(
  books: Books,
  {
    recurring,
    periods,
    forecast,
  }: { recurring: RecurringLine; periods: PeriodLine[]; forecast: Forecast },
  paper: Paper,
): string {
  const { id, customer_name, state, paused_on, draft, made } = recurring
  const date = (day: string | null) =>
    day === null ? '' : formatDate(day, books.config.business.locale)
  const head = facts(
    [
      ['Recurring', id],
      ['Customer', customer_name],
      ['Rhythm', rhythmWords(recurring)],
      ['Each', moneyWriter(books)(forecast.total_minor, forecast.currency)],
      ['First', date(recurring.starts_on)],
      ['End', endWords(recurring, date)],
      ['Next', upcomingWords(books, forecast)],
      ['State', state === 'paused' ? `paused since ${date(paused_on)}` : state],
      ['Made', String(made)],
      ['Mailed', recurring.send ? 'when made' : 'no: each is a draft'],
      ['Items', draft.items.map(({ description }) => description).join('; ')],
    ],
    paper,
  )
  return periods.length === 0 ? head : `${head}\n\n${periodTable(periods, paper)}`
}

/** The next dates in words, and that there are more. */
export function upcomingWords(books: Books, { upcoming }: Pick<Forecast, 'upcoming'>): string {
  const dates = upcoming.map((day) => formatDate(day, books.config.business.locale))
  const shown = dates.slice(0, namedDates)
  return `${shown.join('; ')}${dates.length > shown.length ? ' and so on' : ''}`
}

/** More do not fit beside each other. */
const namedDates = 3

/** Who looks sees what came of the latest ones. */
const mostPeriods = 24

function periodTable(periods: PeriodLine[], paper: Paper): string {
  const rows = table(
    [
      { title: 'Date', value: ({ period }) => period },
      { title: 'Invoice', value: ({ number, outcome }) => number ?? absent(outcome) },
      {
        title: 'Mail',
        value: ({ mail, error }) => error || mailWords[mail],
        least: 10,
        wraps: true,
      },
    ],
    periods.slice(0, mostPeriods),
    paper,
  )
  const more = periods.length - mostPeriods
  return more > 0 ? `${rows}\n${paper.paint.dim(`and ${more} before: --json has all`)}` : rows
}

const mailWords = { none: '', waiting: 'waiting', queued: 'handed on' } as const

function absent(outcome: PeriodLine['outcome']): string {
  return outcome === 'skipped' ? 'none: it was paused' : 'deleted'
}

function endWords({ ends_on, times }: Recurring, date: (day: string | null) => string): string {
  const parts = [...(ends_on ? [date(ends_on)] : []), ...(times ? [`after ${times} invoices`] : [])]
  return parts.join(', or ') || 'none'
}
