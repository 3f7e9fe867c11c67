import type { App } from '../../app.ts'
import type { ContentDraft } from '../../domain/draft.ts'
import { invalidInput, type Problem } from '../../domain/errors.ts'
import { type Recurring, rhythmWords } from '../../domain/recurring.ts'
import { editRecurring, type RecurringChanges } from '../../usecases/edit-recurring.ts'
import { showRecurring } from '../../usecases/list-recurring.ts'
import type { Context } from '../context.ts'
import { fillDrafts } from '../input/chosen-input.ts'
import { readDocuments } from '../input/document-file.ts'
import { flag, mapping, nullable, text, wholeNumber } from '../input/fields.ts'
import { parseText } from '../input/parse-text.ts'
import { readRhythm } from '../input/recurring-options.ts'
import { editText } from './edit-text.ts'
import { type YamlField, yamlLines } from './yaml-lines.ts'

/**
 * Opens a series in the owner's editor and writes what was changed.
 * @returns false when nothing was changed
 */
export async function editRecurringText(context: Context, app: App, id: string): Promise<boolean> {
  const { recurring, forecast } = await showRecurring(app, id)
  const head = [
    `${id} for ${recurring.customer_name}: change what you like, save, and leave the editor.`,
    'Leave it as it is, or empty, to change nothing.',
    'A field that you take out stays as it was.',
    'What you change is for invoices that come; those that were made stay as they are.',
  ].join('\n')
  const before = await yamlLines(head, fields(recurring))
  const known = await read(context, before, forecast.currency)
  const done = await editText(context, { name: `${id}.yml`, text: before }, async (written) => {
    const { changes, problems } = await read(context, written, forecast.currency)
    await editRecurring(app, { id, changes: different(known.changes, changes), problems })
    return true
  })
  return done === true
}

const ownFields = mapping<{
  every?: string
  next?: string
  day?: number
  until?: string | null
  count?: number | null
  send?: boolean
}>({
  every: text(),
  next: text(),
  day: wholeNumber(),
  until: nullable(text()),
  count: nullable(wholeNumber()),
  send: flag(),
})

const ownNames = ['every', 'next', 'day', 'until', 'count', 'send']

async function read(
  context: Context,
  written: string,
  currency: string,
): Promise<{ changes: RecurringChanges; problems: Problem[] }> {
  const parsed = await parseText(written, '')
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw invalidInput([{ field: 'from', message: 'must be a mapping of names to values' }])
  }
  const entries = Object.entries(parsed)
  const isOwn = ([name]: [string, unknown]) => ownNames.includes(name)
  const content = readDocuments(Object.fromEntries(entries.filter((one) => !isOwn(one))), 'invoice')
  const { drafts, problems } = await fillDrafts(context, content, currency)
  const own = ownFields(Object.fromEntries(entries.filter(isOwn)), '', (field, message) =>
    problems.push({ field, message }),
  )
  const { every, next, until, count, day, send } = own ?? {}
  const rhythm = every === undefined ? undefined : readRhythm(every, problems)
  const changes = {
    draft: drafts[0] as Partial<ContentDraft>,
    rhythm,
    next_on: next,
    day,
    ends_on: until,
    times: count,
    send,
  }
  const given = Object.entries(changes).filter(([, value]) => value !== undefined)
  return { changes: Object.fromEntries(given), problems }
}

/** Only the fields that differ: what is not touched is not decided anew. */
function different(before: RecurringChanges, after: RecurringChanges): RecurringChanges {
  const { draft: was = {}, ...own } = before
  const { draft = {}, ...changed } = after
  return { ...unlike(own, changed), draft: unlike(was, draft) }
}

function unlike<T extends object>(before: T, after: T): Partial<T> {
  const known = before as Record<string, unknown>
  const entries = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name]),
  )
  return Object.fromEntries(entries) as Partial<T>
}

function fields(recurring: Recurring): YamlField[] {
  const { draft, next_on, unit, day, ends_on, times, send } = recurring
  const isWeekly = unit === 'week'
  const all: YamlField[] = [
    ['every', 'week, month, year, quarter, or as in 2 weeks', rhythmWords(recurring).slice(6)],
    ['next', 'the date of the next one; the others are counted from it', next_on],
    ...(isWeekly ? [] : [['day', 'of the month; 31 is always the last', day] as const]),
    ['until', 'none after this date; null for no such end', ends_on],
    ['count', 'so many in all, those made included; null for no such end', times],
    ['send', 'true: mailed when it is made; false: a draft', send],
    ['items', 'description, quantity, unit, unit_price, discount', draft.items],
    ['due_in_days', 'each is due so many days after its date', draft.due_in_days],
    ['taxes', 'id, name, and rate in percent; [] for none', draft.taxes],
    ['discount', 'off the subtotal: { percent: 10 } or { fixed: 25.00 }', draft.discount],
    ['terms', 'printed at the end', draft.terms],
    ['notes', 'a note to the customer', draft.notes],
  ]
  return all.filter(([, , value]) => value !== undefined)
}
