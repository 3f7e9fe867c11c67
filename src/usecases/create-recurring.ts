import { type App, today } from '../app.ts'
import { composeContent } from '../domain/compose.ts'
import type { Customer, Totals } from '../domain/document.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import { plannedOn, type Recurring, type Series } from '../domain/recurring.ts'
import { beginSeries, type SeriesStart } from '../domain/recurring-start.ts'
import type { Trx } from '../store/db.ts'
import { insertRecurring } from '../store/recurring.ts'
import { collectProblems } from './collect-problems.ts'
import { customerOf } from './customer-of.ts'
import { defaultsFor } from './defaults-for.ts'
import { type RecurringTemplateInput, recurringTemplate } from './recurring-template.ts'
import { tryOut } from './try-out.ts'

export type RecurringInput = Omit<SeriesStart, 'from' | 'today'> &
  RecurringTemplateInput & {
    send: boolean
    /** What was wrong with the shape of the input, so that all of it is said together. */
    problems?: Problem[]
  }

export type NewRecurring = {
  recurring: Recurring
  customer: Customer
  /** What each of its invoices comes to. */
  totals: Totals
  currency: string
}

/**
 * Begins a series of invoices; the clock makes them (`make-recurring.ts`). The first one is composed as a
 * trial, so that what is wrong is said now.
 * @throws PortalError invalid_input with all problems
 */
export async function createRecurring(app: App, input: RecurringInput): Promise<NewRecurring> {
  return app.db.write((trx) => createWithin(app, trx, input))
}

/** What `createRecurring` would make, without making it. */
export async function previewRecurring(app: App, input: RecurringInput): Promise<NewRecurring> {
  return tryOut(app, (trx) => createWithin(app, trx, input))
}

async function createWithin(app: App, trx: Trx, input: RecurringInput): Promise<NewRecurring> {
  const problems: Problem[] = [...(input.problems ?? [])]
  const { customer: who, from, draft } = await recurringTemplate(trx, input)
  const customer = await collectProblems(problems, () => customerOf(app, trx, who))
  const report = (field: string, message: string) => problems.push({ field, message })
  const series = beginSeries({ ...input, from, today: today(app) }, report)
  const trial = { ...draft, kind: 'invoice' as const, issued_on: series.starts_on }
  const composed = await collectProblems(problems, () =>
    composeContent(trial, defaultsFor(app, customer)),
  )
  if (problems.length > 0 || !composed || !customer) {
    throw invalidInput(problems, 'Nothing was written.')
  }
  const recurring = begun(app, input, { customer_id: customer.id, draft, ...series })
  await insertRecurring(trx, recurring)
  const { totals, content } = composed
  return { recurring, customer, totals, currency: content.currency }
}

type Begun = Pick<Recurring, 'customer_id' | 'draft' | 'starts_on' | 'next_index'> & Series

function begun(app: App, { send, ...ends }: RecurringInput, series: Begun): Recurring {
  const now = app.clock.now().toISOString()
  const { times = null, ends_on = null } = ends
  return {
    id: app.ids.next('rec'),
    ...series,
    ends_on,
    times,
    send,
    state: 'active',
    paused_on: null,
    next_on: plannedOn({ ...series, ends_on, times, made: 0 }, series.next_index),
    made: 0,
    created_at: now,
    updated_at: now,
  }
}
