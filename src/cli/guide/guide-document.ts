import { type App, today } from '../../app.ts'
import { documentJson } from '../../domain/document-json.ts'
import { PortalError } from '../../domain/errors.ts'
import { previewDocument } from '../../usecases/preview-document.ts'
import { askChoice } from '../ask.ts'
import type { Context } from '../context.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { documentView } from '../output/document-view.ts'
import { createPaper } from '../output/paper.ts'
import { askCustomer } from './ask-customer.ts'
import { askDetails } from './ask-details.ts'
import { askItems } from './ask-items.ts'
import { commandLine } from './command-line.ts'
import { type CreateOptions, draftOfAnswers } from './draft-of-answers.ts'
import { runningTotal } from './running-total.ts'

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

async function preview(
  context: Context,
  app: App,
  command: DocumentCommand,
  options: CreateOptions,
): Promise<{ text: string; email: string }> {
  const { draft } = await draftOfAnswers(context, command, options)
  const { document, customer } = await previewDocument(app, draft)
  const { stdout, env } = context.around
  const paper = await createPaper(stdout, env, context.globals)
  const text = documentView(app, documentJson(document, customer, today(app)), paper)
  return { text, email: customer.email }
}
