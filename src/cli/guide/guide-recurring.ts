import { type App, today } from '../../app.ts'
import { isCivilDate } from '../../domain/dates.ts'
import { PortalError } from '../../domain/errors.ts'
import { parseRhythm, rhythmWords, upcomingDates } from '../../domain/recurring.ts'
import {
  type NewRecurring,
  previewRecurring,
  type RecurringInput,
} from '../../usecases/create-recurring.ts'
import { askChoice, askLine, askYesNo } from '../ask.ts'
import type { RecurringOptions } from '../commands/recurring-create.ts'
import type { Context } from '../context.ts'
import { rhythmForms } from '../input/recurring-options.ts'
import { moneyWriter } from '../output/money.ts'
import { upcomingWords } from '../output/recurring-view.ts'
import { askCustomer } from './ask-customer.ts'
import { askItems } from './ask-items.ts'
import { askLike } from './ask-like.ts'
import { dateComplaint } from './check-answer.ts'
import { commandLine } from './command-line.ts'
import { runningTotal } from './running-total.ts'

type Read = (context: Context, options: RecurringOptions) => Promise<RecurringInput>

/**
 * Asks step by step for invoices that come again: what each is like, how often, from when, until when, and whether
 * it is mailed. Nothing is written here.
 * @param read what options mean
 * @returns the options, and the command line that says the same
 * @throws PortalError needs_confirmation when it is not wanted after all
 */
export async function guideRecurring(
  context: Context,
  app: App,
  given: RecurringOptions,
  read: Read,
): Promise<{ options: RecurringOptions; line: string }> {
  const what = await askWhat(context, app, given)
  const every = given.every ?? (await askRhythm())
  const begins = await previewRecurring(app, await read(context, { ...what, every }))
  const start = what.start ?? (await askStart(begins, today(app)))
  const options = await askRest({ ...what, every, ...(start === undefined ? {} : { start }) })
  const shown = await previewRecurring(app, await read(context, options))
  context.around.stdout.write(`\n${previewText(app, shown)}\n\n`)
  if (!(await askYesNo('Begin this?'))) {
    throw new PortalError('needs_confirmation', 'Nothing was written.')
  }
  return { options, line: commandLine(['recurring', 'create'], options) }
}

/** Like a document that is there, or said anew. */
async function askWhat(
  context: Context,
  app: App,
  given: RecurringOptions,
): Promise<RecurringOptions> {
  const isSaid = given.like !== undefined || given.item !== undefined
  const like = isSaid ? given.like : await askLike(app, given.customer)
  if (like !== undefined) return { ...given, like }
  const customer = given.customer ?? (await askCustomer(app))
  const write = (line: string) => context.around.stdout.write(`${line}\n`)
  const { every: _, like: __, start: ___, day: ____, until: _____, count: ______, ...rest } = given
  const { 'catch-up': _______, 'due-in-days': ________, ...content } = rest
  const total = (item: readonly string[]) =>
    runningTotal(context, app, 'invoice', { ...content, customer, item: [...item] })
  return { ...given, customer, item: given.item ?? (await askItems(app, total, write)) }
}

async function askRhythm(): Promise<string> {
  const usual = ['month', 'quarter', 'year', 'week'].map((value) => ({
    name: `every ${value}`,
    value,
  }))
  const chosen = await askChoice('How often', [...usual, { name: 'another rhythm', value: '' }])
  if (chosen !== '') return chosen
  const check = (text: string) => (parseRhythm(text) ? undefined : `As in ${rhythmForms}.`)
  return askLine('Every', { preset: '2 weeks', check })
}

/** Undefined for the date that it has by itself. */
async function askStart({ recurring }: NewRecurring, today: string): Promise<string | undefined> {
  const check = (text: string) => {
    const passed = text < today ? `That has passed; today is ${today}.` : undefined
    return dateComplaint(text) ?? passed
  }
  const start = await askLine('Date of the first', { preset: recurring.starts_on, check })
  return start === recurring.starts_on ? undefined : start
}

async function askRest(options: RecurringOptions): Promise<RecurringOptions> {
  const isEnded = options.until !== undefined || options.count !== undefined
  const end = isEnded
    ? ''
    : await askLine('Until when: a date, how many in all, or empty for no end', {
        check: (text) =>
          text === '' || isCivilDate(text) || /^[1-9]\d{0,3}$/.test(text)
            ? undefined
            : 'A date such as 2025-12-31, or a number such as 12.',
      })
  const send =
    options.send ||
    (await askYesNo('Mail each when it is made (else each is a draft until you send it)?'))
  return {
    ...options,
    ...(end === '' ? {} : isCivilDate(end) ? { until: end } : { count: end }),
    ...(send ? { send } : {}),
  }
}

/** More do not help to see the rhythm. */
const shownDates = 4

function previewText(app: App, { recurring, customer, totals, currency }: NewRecurring): string {
  const total = moneyWriter(app)(totals.total_minor, currency)
  const to = customer.email ? ` to ${customer.email}` : ''
  const each = recurring.send ? `Each is mailed${to}.` : 'Each is a draft until you send it.'
  const upcoming = upcomingDates(recurring, shownDates)
  return [
    `${total} for ${customer.name} ${rhythmWords(recurring)}. ${each}`,
    `On ${upcomingWords(app, { upcoming })}.`,
  ].join('\n')
}
