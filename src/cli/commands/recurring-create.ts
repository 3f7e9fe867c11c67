import type { App } from '../../app.ts'
import { invalidInput, type Problem } from '../../domain/errors.ts'
import { rhythmWords } from '../../domain/recurring.ts'
import { createRecurring, type RecurringInput } from '../../usecases/create-recurring.ts'
import { showRecurring } from '../../usecases/list-recurring.ts'
import { defineCommand, type Options, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { chosenInput } from '../input/chosen-input.ts'
import { contentOptions, readNumbers, readRhythm, rhythmForms } from '../input/recurring-options.ts'
import { moneyWriter } from '../output/money.ts'
import { recurringJson, upcomingWords } from '../output/recurring-view.ts'

const options = {
  every: { value: 'rhythm', says: 'week, month, year, quarter, or as in "2 weeks"' },
  like: { value: 'number', says: 'an invoice or estimate that each is like' },
  start: { value: 'date', says: 'date of the first (today; with --like the next after it)' },
  day: { value: 'n', says: 'of the month; 31 is always the last (that of the start)' },
  until: { value: 'date', says: 'none after this date' },
  count: { value: 'n', says: 'so many in all' },
  send: { says: 'mail each when it is made; else each is a draft' },
  'catch-up': { says: 'a start in the past: make the invoices since then too' },
  ...contentOptions,
} as const

export type RecurringOptions = Options<typeof options>

export const recurringCreate = defineCommand({
  arguments: {},
  options,
  examples: [
    'portal recurring create --like INV-001 --every month --send',
    'portal recurring create --customer "John Smith" --item "Hosting|1|40" --every month --start 2030-01-31',
  ],
  notes:
    'The clock makes them (portal serve, or portal cron). In a month without that day, its last day counts. On a terminal, what is missing is asked for, and nothing is written before you say yes.',
  async run(context, _, given) {
    const app = await context.app()
    const guided = await guide(context, app, given)
    const input = await recurringInput(context, guided?.options ?? given)
    const { recurring } = await createRecurring(app, input)
    return outcome(app, recurring.id, guided?.line)
  },
})

/** Asks where somebody sits at the terminal and has not said all that is needed. */
async function guide(context: Context, app: App, given: RecurringOptions) {
  const says = given.like !== undefined || given.item !== undefined || given.from !== undefined
  if ((says && given.every !== undefined) || given.from !== undefined || !context.canAsk()) {
    return undefined
  }
  const { guideRecurring } = await import('../guide/guide-recurring.ts')
  return guideRecurring(context, app, given, recurringInput)
}

/** What the options mean. @throws PortalError usage, invalid_input for what cannot be read */
async function recurringInput(context: Context, given: RecurringOptions): Promise<RecurringInput> {
  const { every, like, start, until, count, send, day, 'due-in-days': due, ...content } = given
  const { 'catch-up': catch_up = false, ...options } = content
  const input = await chosenInput(context, 'invoice', options)
  const [{ kind: _kind, number: _number, relates_to: _relates, customer, ...draft } = {}] =
    input.drafts as Partial<(typeof input.drafts)[number]>[]
  const problems: Problem[] = [...input.problems]
  if (input.list) problems.push({ field: 'from', message: 'must hold one document, not a list' })
  if (every === undefined) problems.push({ field: 'every', message: `is missing: ${rhythmForms}` })
  const rhythm = every === undefined ? undefined : readRhythm(every, problems)
  if (every === undefined && problems.length === 1) {
    throw invalidInput(problems, 'As in: portal recurring create --like INV-001 --every month')
  }
  const { due_in_days, ...numbers } = readNumbers(
    {
      ...(due === undefined ? {} : { 'due-in-days': due }),
      ...(day === undefined ? {} : { day }),
      ...(count === undefined ? {} : { count }),
    },
    problems,
  )
  return {
    ...(like === undefined ? {} : { like }),
    changes: {
      ...draft,
      ...(customer === undefined ? {} : { customer }),
      ...(due_in_days === undefined ? {} : { due_in_days }),
    },
    rhythm: rhythm ?? { unit: 'month', every: 1 },
    ...(start === undefined ? {} : { starts_on: start }),
    ...(until === undefined ? {} : { ends_on: until }),
    ...numbers,
    send: send ?? false,
    catch_up,
    problems,
  }
}

async function outcome(app: App, id: string, line: string | undefined): Promise<Outcome> {
  const shown = await showRecurring(app, id)
  const { recurring, forecast } = shown
  const { total_minor, currency } = forecast
  const total = moneyWriter(app)(total_minor, currency)
  const each = recurring.send
    ? 'Each is mailed when it is made.'
    : 'Each is a draft until you send it.'
  return {
    json: { ...recurringJson(recurring), total_minor, currency },
    text: ({ paint }) =>
      [
        `${id}: ${total} for ${recurring.customer_name} ${rhythmWords(recurring)}. ${each}`,
        `On ${upcomingWords(app, forecast)}.`,
        ...(line === undefined ? [] : [paint.dim(`The same in one line: ${line}`)]),
      ].join('\n'),
    next: `portal recurring show ${id}`,
  }
}
