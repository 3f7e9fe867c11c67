import { invalidInput, type Problem } from '../../domain/errors.ts'
import { formatDate } from '../../domain/format.ts'
import { parseRhythm, type Rhythm, rhythmWords } from '../../domain/recurring.ts'
import { createRecurring } from '../../usecases/create-recurring.ts'
import { showRecurring } from '../../usecases/list-recurring.ts'
import { defineCommand } from '../command.ts'
import { chosenInput } from '../input/chosen-input.ts'
import { documentOptions } from '../input/document-options.ts'
import { wholeNumberOption } from '../input/whole-number-option.ts'
import { moneyWriter } from '../output/money.ts'
import { recurringJson } from '../output/recurring-view.ts'

const {
  'issued-on': _,
  'due-on': __,
  'valid-until': ___,
  deposit: ____,
  ...contentOptions
} = documentOptions

export const recurringCreate = defineCommand({
  arguments: {},
  options: {
    every: { value: 'rhythm', says: 'week, month, year, quarter, or as in "2 weeks"' },
    like: { value: 'number', says: 'an invoice or estimate that each is like' },
    start: { value: 'date', says: 'date of the first (today; with --like the next after it)' },
    day: { value: 'n', says: 'of the month; 31 is always the last (that of the start)' },
    until: { value: 'date', says: 'none after this date' },
    count: { value: 'n', says: 'so many in all' },
    send: { says: 'mail each when it is made; else each is a draft' },
    'catch-up': { says: 'a start in the past: make the invoices since then too' },
    'due-in-days': { value: 'n', says: 'each is due so many days after its date' },
    ...contentOptions,
  },
  examples: [
    'portal recurring create --like INV-001 --every month --send',
    'portal recurring create --customer "John Smith" --item "Hosting|1|40" --every month --start 2030-01-31',
  ],
  notes:
    'The clock makes them (portal serve, or portal cron). In a month without that day, its last day counts.',
  async run(context, _args, options) {
    const { every, like, start, until, count, send, day, 'due-in-days': due, ...content } = options
    const { 'catch-up': catch_up = false, ...given } = content
    const app = await context.app()
    const input = await chosenInput(context, 'invoice', given)
    const [{ kind: _kind, number: _number, relates_to: _relates, customer, ...draft } = {}] =
      input.drafts as Partial<(typeof input.drafts)[number]>[]
    const problems: Problem[] = [...input.problems]
    if (input.list) problems.push({ field: 'from', message: 'must hold one document, not a list' })
    if (typeof customer === 'object') {
      problems.push({ field: 'customer', message: 'must be an id, e-mail or exact name' })
    }
    const rhythm = rhythmOf(every, problems)
    const { recurring, totals, currency } = await createRecurring(app, {
      ...(like === undefined ? {} : { like }),
      changes: {
        ...draft,
        ...(typeof customer === 'string' ? { customer } : {}),
        ...(due === undefined ? {} : { due_in_days: wholeNumberOption('due_in_days', due) }),
      },
      rhythm,
      ...(start === undefined ? {} : { starts_on: start }),
      ...(until === undefined ? {} : { ends_on: until }),
      ...(day === undefined ? {} : { day: wholeNumberOption('day', day, { least: 1, most: 31 }) }),
      ...(count === undefined ? {} : { times: wholeNumberOption('count', count, { least: 1 }) }),
      send: send ?? false,
      catch_up,
      problems,
    })
    const shown = await showRecurring(app, recurring.id)
    const total = moneyWriter(app)(totals.total_minor, currency)
    const first = formatDate(recurring.starts_on, app.config.business.locale)
    return {
      json: { ...recurringJson(shown.recurring), total_minor: totals.total_minor, currency },
      text: () =>
        `${recurring.id}: ${total} for ${shown.recurring.customer_name} ${rhythmWords(rhythm)}, from ${first}. ${
          recurring.send ? 'Each is mailed when it is made.' : 'Each is a draft until you send it.'
        }`,
      next: `portal recurring show ${recurring.id}`,
    }
  },
})

function rhythmOf(text: string | undefined, problems: Problem[]): Rhythm {
  const rhythm = text === undefined ? undefined : parseRhythm(text)
  if (rhythm) return rhythm
  const form = 'week, month, year, quarter, or a number of them such as "2 weeks"'
  problems.push({
    field: 'every',
    message: text === undefined ? `is missing: ${form}` : `"${text}" is no rhythm: ${form}`,
  })
  if (text === undefined && problems.length === 1) {
    throw invalidInput(problems, 'As in: portal recurring create --like INV-001 --every month')
  }
  return { unit: 'month', every: 1 }
}
