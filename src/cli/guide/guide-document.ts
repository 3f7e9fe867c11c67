import { type App, today } from '../../app.ts'
import { isCivilDate } from '../../domain/dates.ts'
import type { Content } from '../../domain/document.ts'
import { documentJson } from '../../domain/document-json.ts'
import { PortalError } from '../../domain/errors.ts'
import { previewDocument } from '../../usecases/preview-document.ts'
import { askChoice, askLine, askYesNo } from '../ask.ts'
import type { Context } from '../context.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { chosenInput } from '../input/chosen-input.ts'
import type { DocumentOptions } from '../input/document-options.ts'
import { documentView } from '../output/document-view.ts'
import { moneyWriter } from '../output/money.ts'
import { createPaper } from '../output/paper.ts'
import { askCustomer } from './ask-customer.ts'
import { askItems } from './ask-items.ts'
import { commandLine } from './command-line.ts'

export type CreateOptions = DocumentOptions & { number?: string; send?: boolean }

/**
 * Asks step by step for a document. Every answer becomes the option it could have been; nothing is written
 * here, so whoever leaves half-way leaves nothing behind.
 * @returns the options, and the command line that says the same
 * @throws PortalError needs_confirmation when it is not wanted after all
 */
export async function guideDocument(
  context: Context,
  app: App,
  command: DocumentCommand,
  given: CreateOptions,
): Promise<{ options: CreateOptions; line: string }> {
  const write = (line: string) => context.around.stdout.write(`${line}\n`)
  const customer = given.customer ?? (await askCustomer(app))
  const total = (item: readonly string[]) =>
    runningTotal(context, app, command, { ...given, customer, item: [...item] })
  const item = given.item ?? (await askItems(app, total, write))
  let options: CreateOptions = { ...given, customer, item }
  for (;;) {
    const shown = await preview(context, app, command, options)
    write(`\n${shown.text}\n`)
    const choice = await askChoice(`Create this ${command}?`, choices(shown.email, options.send))
    if (choice === 'cancel') throw new PortalError('needs_confirmation', 'Nothing was written.')
    if (choice === 'change') {
      options = await askDetails(context, app, command, options)
      continue
    }
    const chosen = choice === 'send' ? { ...options, send: true } : options
    return { options: chosen, line: commandLine([command, 'create'], chosen) }
  }
}

type Choice = 'send' | 'draft' | 'change' | 'cancel'

function choices(email: string, send = false): { name: string; value: Choice }[] {
  return [
    ...(email ? [{ name: `Yes, and send it to ${email} now`, value: 'send' as const }] : []),
    ...(send ? [] : [{ name: 'Yes, as a draft', value: 'draft' as const }]),
    { name: 'Change dates, tax, discount, terms or notes', value: 'change' },
    { name: 'No, write nothing', value: 'cancel' },
  ]
}

async function draftOf(
  context: Context,
  command: DocumentCommand,
  { send: _, ...options }: CreateOptions,
) {
  const { drafts, problems } = await chosenInput(context, command, options)
  return { draft: { items: [], kind: command, ...drafts[0] }, problems }
}

async function runningTotal(
  context: Context,
  app: App,
  command: DocumentCommand,
  options: CreateOptions,
): Promise<{ says: string; ok: boolean }> {
  try {
    const { draft, problems } = await draftOf(context, command, options)
    const [problem] = problems
    if (problem) return { says: problem.message, ok: false }
    const { totals, content } = (await previewDocument(app, draft)).document
    const money = (minor: number) => moneyWriter(app)(minor, content.currency)
    const tax = totals.tax_minor ? ` (tax ${money(totals.tax_minor)})` : ''
    return { says: `  So far: ${money(totals.total_minor)}${tax}`, ok: true }
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
    const mine = error.details.filter(({ field }) => field.startsWith('items'))
    const [problem] = mine
    if (!problem) return { says: '', ok: true }
    return { says: `  That will not do: ${problem.field} ${problem.message}.`, ok: false }
  }
}

async function preview(
  context: Context,
  app: App,
  command: DocumentCommand,
  options: CreateOptions,
): Promise<{ text: string; email: string }> {
  const { draft } = await draftOf(context, command, options)
  const { document, customer } = await previewDocument(app, draft)
  const { stdout, env } = context.around
  const paper = await createPaper(stdout, env, context.globals)
  const text = documentView(app, documentJson(document, customer, today(app)), paper)
  return { text, email: customer.email }
}

/** What has a default, and what most documents do without. A dash takes away. */
async function askDetails(
  context: Context,
  app: App,
  command: DocumentCommand,
  before: CreateOptions,
): Promise<CreateOptions> {
  const { draft } = await draftOf(context, command, before)
  const { content } = (await previewDocument(app, draft)).document
  const date = { check: checkDate }
  const issued = await askLine('Date', { ...date, preset: content.issued_on })
  const ends =
    command === 'invoice'
      ? { 'due-on': await askLine('Due on', { ...date, preset: content.due_on ?? '' }) }
      : await askOffer(content)
  const taxes = content.taxes.map(({ name, rate }) => `${name}:${rate}`).join(', ')
  const tax = await askLine('Taxes, as in Tax:8, or none', { preset: taxes || 'none' })
  const discount = await askLine('Discount: 10%, 25.00 or none', {
    preset: portionText(content.discount),
  })
  const terms = await askLine('Terms', { preset: content.terms })
  const notes = await askLine('Note to the customer', { preset: content.notes })
  const entered = {
    ...before,
    'issued-on': issued,
    ...ends,
    tax: tax.split(',').map((one) => one.trim()),
    discount,
    terms,
    notes,
  }
  return settle(context, app, command, before, entered)
}

async function askOffer({ valid_until_on, deposit }: Content) {
  return {
    'valid-until': await askLine('Valid until', { check: checkDate, preset: valid_until_on ?? '' }),
    deposit: await askLine('Deposit: 50%, 500.00 or none', { preset: portionText(deposit) }),
  }
}

/** What will not do is said, and asked again as it was. */
async function settle(
  context: Context,
  app: App,
  command: DocumentCommand,
  before: CreateOptions,
  options: CreateOptions,
): Promise<CreateOptions> {
  try {
    const { draft, problems } = await draftOf(context, command, options)
    const [problem] = problems
    if (!problem) await previewDocument(app, draft)
    if (!problem) return options
    context.around.stdout.write(`  That will not do: ${problem.message}.\n`)
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
    const lines = error.details.map(({ field, message }) => `  ${field} ${message}.`)
    context.around.stdout.write(`${lines.join('\n')}\n`)
  }
  return (await askYesNo('Enter them again?')) ? askDetails(context, app, command, before) : before
}

function portionText(portion: { percent: string } | { fixed: string } | null): string {
  if (portion === null) return 'none'
  return 'percent' in portion ? `${portion.percent}%` : portion.fixed
}

function checkDate(text: string): string | undefined {
  return isCivilDate(text) ? undefined : 'A date such as 2025-01-31.'
}
