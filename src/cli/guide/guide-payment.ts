import { type App, today } from '../../app.ts'
import type { DocumentJson } from '../../domain/document-json.ts'
import { PortalError } from '../../domain/errors.ts'
import { formatDate } from '../../domain/format.ts'
import { amountComplaint, meantNumber } from '../../domain/meant-amount.ts'
import { fromMinor, toMinor } from '../../domain/money.ts'
import type { DocumentRow } from '../../store/list-documents.ts'
import { listDocuments } from '../../usecases/list-documents.ts'
import { type ManualMethod, manualMethods } from '../../usecases/record-payment.ts'
import { askChoice, askLine, askSearch, askYesNo } from '../ask.ts'
import { readDocument } from '../document-outcome.ts'
import { moneyWriter } from '../output/money.ts'
import { dateComplaint } from './check-answer.ts'
import { commandLine } from './command-line.ts'

export type PaymentAnswers = {
  amount?: string
  method?: string
  on?: string
  reference?: string
  'no-receipt'?: boolean
}

/** Invoices on which money may come in. */
const openStates = ['sent', 'viewed', 'overdue', 'partially_paid', 'uncollectible'] as const
const shownDocuments = 20

/**
 * Asks for a payment step by step, and last whether to book it.
 * @throws PortalError needs_confirmation when it is not wanted after all
 */
export async function guidePayment(
  app: App,
  given: PaymentAnswers,
): Promise<{ number: string; options: PaymentAnswers; line: string }> {
  if ((await payable(app, '')).length === 0) throw nothingOpen()
  const number = await askSearch('Which one was paid (type to search)', (term) =>
    payable(app, term),
  )
  const document = await readDocument(app, number)
  const { currency, customer } = document
  const options: PaymentAnswers = { ...given }
  options.amount ??= await askAmount(app, document)
  options.method ??= await askMethod()
  options.on ??= await askLine('Received on', { preset: today(app), check: dateComplaint })
  options.reference ??=
    (await askLine('Reference, such as the check’s number (may be empty)')) || undefined
  const amount = moneyWriter(app)(toMinor(options.amount, currency) ?? 0, currency)
  const day = formatDate(options.on, app.config.business.locale)
  const question = `Book ${amount} by ${options.method} on ${number} of ${customer.name}, ${day}?`
  if (!(await askYesNo(question))) {
    throw new PortalError('needs_confirmation', 'Nothing was booked.')
  }
  return { number, options, line: commandLine(['payment', 'record', number], options) }
}

/** What is due now is offered; "$1,000" is read as well. */
export async function askAmount(
  { config }: App,
  { kind, currency, amount_due_now_minor, balance_due_minor }: DocumentJson,
): Promise<string> {
  const { locale } = config.business
  const due = kind === 'estimate' ? amount_due_now_minor : balance_due_minor
  const read = (text: string) => meantNumber(text, currency, locale) ?? text
  const answer = await askLine('Amount received', {
    preset: due > 0 ? fromMinor(due, currency) : '',
    check: (text) =>
      (toMinor(read(text), currency) ?? 0) > 0
        ? undefined
        : `${amountComplaint(text, currency, locale)}.`,
  })
  return read(answer)
}

export function askMethod(): Promise<ManualMethod> {
  return askChoice(
    'How',
    manualMethods.map((value) => ({ name: value, value })),
  )
}

function nothingOpen(): PortalError {
  const hint = 'Send an invoice first: portal send <number>, or make one: portal invoice create'
  return new PortalError('nothing_due', 'No invoice waits for money.', hint)
}

async function payable(app: App, search: string) {
  const page = { search, limit: shownDocuments, offset: 0 }
  const invoices = await listDocuments(app, {
    ...page,
    kind: 'invoice',
    states: [...openStates],
    sort: 'ends_on',
  })
  const estimates = await listDocuments(app, { ...page, kind: 'estimate', states: ['approved'] })
  return [...invoices.items, ...estimates.items].map((row) => choice(app, row))
}

function choice(app: App, { number, customer_name, currency, ...row }: DocumentRow) {
  const left = moneyWriter(app)(row.balance_due_minor, currency)
  return { name: `${number}  ${customer_name}, ${left} left`, value: number }
}
