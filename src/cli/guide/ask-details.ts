import type { App } from '../../app.ts'
import type { Content } from '../../domain/document.ts'
import { PortalError } from '../../domain/errors.ts'
import { previewDocument } from '../../usecases/preview-document.ts'
import { askLine, askYesNo } from '../ask.ts'
import type { Context } from '../context.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { dateComplaint, listOf, portionComplaint, taxesComplaint } from './check-answer.ts'
import { type CreateOptions, draftOfAnswers } from './draft-of-answers.ts'

/** What has a default, and what most documents do without. A dash takes away. */
export async function askDetails(
  context: Context,
  app: App,
  command: DocumentCommand,
  before: CreateOptions,
): Promise<CreateOptions> {
  const { draft } = await draftOfAnswers(context, command, before)
  const { content } = (await previewDocument(app, draft)).document
  const date = { check: dateComplaint }
  const issued = await askLine('Date', { ...date, preset: content.issued_on })
  const ends =
    command === 'invoice'
      ? { 'due-on': await askLine('Due on', { ...date, preset: content.due_on ?? '' }) }
      : await askOffer(content)
  const taxes = content.taxes.map(({ name, rate }) => `${name}:${rate}`).join(', ')
  const tax = await askLine('Taxes, as in Tax:8, or none', {
    preset: taxes || 'none',
    check: taxesComplaint,
  })
  const discount = await askLine('Discount: 10%, 25.00 or none', {
    preset: portionText(content.discount),
    check: portionComplaint,
  })
  const terms = await askLine('Terms', { preset: content.terms })
  const notes = await askLine('Note to the customer', { preset: content.notes })
  const entered = {
    ...before,
    'issued-on': issued,
    ...ends,
    tax: listOf(tax),
    discount,
    terms,
    notes,
  }
  return settle(context, app, command, before, entered)
}

async function askOffer({ valid_until_on, deposit }: Content) {
  return {
    'valid-until': await askLine('Valid until', {
      check: dateComplaint,
      preset: valid_until_on ?? '',
    }),
    deposit: await askLine('Deposit: 50%, 500.00 or none', {
      preset: portionText(deposit),
      check: portionComplaint,
    }),
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
    const { draft, problems } = await draftOfAnswers(context, command, options)
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
