import type { App } from '../../app.ts'
import { PortalError, type Problem } from '../../domain/errors.ts'
import { rhythmWords } from '../../domain/recurring.ts'
import { editRecurring, type RecurringChanges } from '../../usecases/edit-recurring.ts'
import { recurringId, showRecurring } from '../../usecases/list-recurring.ts'
import { defineCommand, type Options, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { globalOptions } from '../global-options.ts'
import { chosenInput } from '../input/chosen-input.ts'
import { contentOptions, readNumbers, readRhythm } from '../input/recurring-options.ts'
import { moneyWriter } from '../output/money.ts'
import { recurringJson, upcomingWords } from '../output/recurring-view.ts'

const { customer: _, ...contentChanges } = contentOptions

const options = {
  every: { value: 'rhythm', says: 'week, month, year, quarter, or as in "2 weeks"' },
  next: { value: 'date', says: 'date of the next one; the others are counted from it' },
  day: { value: 'n', says: 'of the month; 31 is always the last' },
  until: { value: 'date', says: 'none after this date; "none" for no such end' },
  count: { value: 'n', says: 'so many in all, those made included; "none" for no such end' },
  send: { says: 'mail each when it is made' },
  'no-send': { says: 'make drafts' },
  ...contentChanges,
} as const

type EditOptions = Options<typeof options>

export const recurringEdit = defineCommand({
  arguments: { recurring: { says: 'its id, or a customer who has only one' } },
  options,
  examples: [
    'portal recurring edit john@example.com --item "Hosting|1|45"',
    'portal recurring edit john@example.com --every quarter --next 2030-04-01',
  ],
  notes:
    'For invoices that come; those that were made stay as they are. Items replace all items there were. On a terminal, without options, it opens in your editor ($VISUAL, $EDITOR).',
  async run(context, { recurring: ref }, given) {
    const isBare = Object.keys(given).every((name) => name in globalOptions)
    if (isBare && !context.canAsk()) {
      throw new PortalError('usage', 'Say what to change.', 'See: portal recurring edit --help')
    }
    const app = await context.app()
    const id = await recurringId(app, ref)
    if (isBare) return editByHand(context, app, id)
    await editRecurring(app, { id, ...(await changesOf(context, app, id, given)) })
    return outcome(app, id, 'Changed')
  },
})

async function editByHand(context: Context, app: App, id: string): Promise<Outcome> {
  const { editRecurringText } = await import('../guide/edit-recurring.ts')
  const isChanged = await editRecurringText(context, app, id)
  return outcome(app, id, isChanged ? 'Changed' : 'Nothing was changed in')
}

async function changesOf(
  context: Context,
  app: App,
  id: string,
  given: EditOptions,
): Promise<{ changes: RecurringChanges; problems: Problem[] }> {
  const { every, next, day, until, count, send, 'no-send': drafts } = given
  const { 'due-in-days': due, ...content } = given
  if (send && drafts) {
    const hint = 'See: portal recurring edit --help'
    throw new PortalError('usage', '--send and --no-send contradict each other.', hint)
  }
  const { forecast } = await showRecurring(app, id)
  const input = await chosenInput(context, 'invoice', content, forecast.currency)
  const [{ kind: _kind, number, customer, relates_to: _relates, ...draft } = {}] =
    input.drafts as Partial<(typeof input.drafts)[number]>[]
  const problems = [...input.problems]
  if (input.list) problems.push({ field: 'from', message: 'must hold one document, not a list' })
  if (customer !== undefined) problems.push({ field: 'customer', message: otherCustomer })
  if (number !== undefined) problems.push({ field: 'number', message: 'is given by the clock' })
  const rhythm = every === undefined ? undefined : readRhythm(every, problems)
  const { due_in_days, ...numbers } = readNumbers(
    {
      ...(due === undefined ? {} : { 'due-in-days': due }),
      ...(day === undefined ? {} : { day }),
      ...(count === undefined || count === 'none' ? {} : { count }),
    },
    problems,
  )
  const changes: RecurringChanges = {
    draft: { ...draft, ...(due_in_days === undefined ? {} : { due_in_days }) },
    ...(rhythm ? { rhythm } : {}),
    ...(next === undefined ? {} : { next_on: next }),
    ...(until === undefined ? {} : { ends_on: until === 'none' ? null : until }),
    ...(count === 'none' ? { times: null } : {}),
    ...numbers,
    ...(send || drafts ? { send: send === true } : {}),
  }
  return { changes, problems }
}

const otherCustomer = 'cannot change; make another one for them'

async function outcome(app: App, id: string, verb: string): Promise<Outcome> {
  const { recurring, forecast } = await showRecurring(app, id)
  const { total_minor, currency } = forecast
  const total = moneyWriter(app)(total_minor, currency)
  const when =
    recurring.state === 'paused'
      ? 'It is paused: nothing is made until it is resumed.'
      : `Next on ${upcomingWords(app, forecast)}.`
  return {
    json: { ...recurringJson(recurring), total_minor, currency },
    text: () =>
      `${verb} ${id}: ${total} for ${recurring.customer_name} ${rhythmWords(recurring)}.\n${when}`,
    next: `portal recurring show ${id}`,
  }
}
