import { type App, today } from '../app.ts'
import { composeContent, draftOf } from '../domain/compose.ts'
import { daysBetween, isCivilDate } from '../domain/dates.ts'
import type { CivilDate, Totals } from '../domain/document.ts'
import type { ContentDraft } from '../domain/draft.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { kindNoun } from '../domain/nouns.ts'
import {
  firstIndexFrom,
  periodOn,
  plannedOn,
  type Recurring,
  type RecurringDraft,
  type Rhythm,
} from '../domain/recurring.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { insertRecurring } from '../store/recurring.ts'
import { defaultsFor } from './create-documents.ts'

export type RecurringInput = {
  /** A document that the invoices are like; what `changes` say comes before. */
  like?: string
  changes: Partial<ContentDraft> & { customer?: string }
  rhythm: Rhythm
  /** The first invoice's date; without it today, or with `like` the next time after that document. */
  starts_on?: CivilDate
  /** Day of the month, 31 for always the last; that of the start when left out. */
  day?: number
  ends_on?: CivilDate
  times?: number
  send: boolean
  /** A start in the past means invoices for the time since then too. */
  catch_up: boolean
  /** What was wrong with the shape of the input, so that all of it is said together. */
  problems?: Problem[]
}

/**
 * Begins a series of invoices; the clock makes them (`make-recurring.ts`). The first one is composed as a
 * trial, so that what is wrong is said now.
 * @returns the series, and what each of its invoices comes to
 * @throws PortalError invalid_input with all problems
 */
export async function createRecurring(
  app: App,
  input: RecurringInput,
): Promise<{ recurring: Recurring; totals: Totals; currency: string }> {
  const problems: Problem[] = [...(input.problems ?? [])]
  return app.db.write(async (trx) => {
    const { customer: ref, from, draft } = await templateOf(trx, input)
    if (ref === undefined) {
      problems.push({ field: 'customer', message: 'Say who this is for: an id, e-mail or name.' })
    }
    const customer = ref === undefined ? undefined : await getCustomer(trx, ref)
    const series = seriesOf(app, input, from, problems)
    const trial = { ...draft, kind: 'invoice' as const, issued_on: series.starts_on }
    const composed = tryCompose(() => composeContent(trial, defaultsFor(app, customer)), problems)
    if (problems.length > 0 || !composed || !customer) {
      throw invalidInput(problems, 'Nothing was written.')
    }
    const now = app.clock.now().toISOString()
    const { send, times = null, ends_on = null } = input
    const recurring: Recurring = {
      id: app.ids.next('rec'),
      customer_id: customer.id,
      draft,
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
    await insertRecurring(trx, recurring)
    return { recurring, totals: composed.totals, currency: composed.content.currency }
  })
}

type Template = { customer: string | undefined; from: CivilDate | null; draft: RecurringDraft }

/** What every invoice says: the document it is like, and what was given beside it. */
async function templateOf(trx: Trx, { like, changes }: RecurringInput): Promise<Template> {
  const { customer, kind: _, issued_on, due_on, valid_until_on, deposit, ...given } = changes
  if (like === undefined) return { customer, from: null, draft: { items: [], ...given } }
  const document = await getDocument(trx, like)
  if (document.kind === 'credit_note') {
    const message = `${document.number} is a ${kindNoun(document.kind)}: nothing to invoice again.`
    throw new PortalError('wrong_state', message, 'Name an invoice or an estimate.')
  }
  const content = draftOf(document.content)
  const { kind, issued_on: from, due_on: due, valid_until_on: until, deposit: d, ...rest } = content
  const days = due && from ? { due_in_days: Math.max(0, daysBetween(from, due)) } : {}
  const terms = kind === 'estimate' ? {} : { terms: rest.terms ?? '' }
  const { terms: __, ...without } = rest
  const defined = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined))
  return {
    customer: customer ?? document.customer_id,
    from: from ?? null,
    draft: { ...without, ...terms, ...days, ...defined } as RecurringDraft,
  }
}

/** Where the series begins, in dates. */
function seriesOf(
  app: App,
  { rhythm, starts_on, day, ends_on, times, catch_up }: RecurringInput,
  from: CivilDate | null,
  problems: Problem[],
) {
  for (const [field, date] of Object.entries({ starts_on, ends_on })) {
    if (date !== undefined && !isCivilDate(date)) {
      problems.push({ field, message: `"${date}" is no date such as 2025-01-31` })
    }
  }
  const now = today(app)
  const start = starts_on !== undefined && isCivilDate(starts_on) ? starts_on : undefined
  const anchor_on = start ?? from ?? now
  const series = { ...rhythm, anchor_on, day: day ?? Number(anchor_on.slice(8)) }
  if (day !== undefined && rhythm.unit === 'week') {
    problems.push({ field: 'day', message: 'is for months and years' })
  }
  const next_index = start
    ? firstIndexFrom(series, start)
    : Math.max(from ? 1 : 0, firstIndexFrom(series, now))
  const first = periodOn(series, next_index)
  if (first < now && !catch_up) {
    const message = `${first} has passed; with --catch-up the invoices since then are made too`
    problems.push({ field: 'starts_on', message })
  }
  if (ends_on !== undefined && ends_on < first) {
    problems.push({ field: 'ends_on', message: `lies before the first invoice, ${first}` })
  }
  if (times !== undefined && times < 1)
    problems.push({ field: 'count', message: 'must be 1 or more' })
  return { ...series, starts_on: first, next_index }
}

function tryCompose<T>(compose: () => T, problems: Problem[]): T | undefined {
  try {
    return compose()
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
    problems.push(...error.details)
    return undefined
  }
}
