import type { App } from '../../app.ts'
import { PortalError } from '../../domain/errors.ts'
import { previewDocument } from '../../usecases/preview-document.ts'
import type { Context } from '../context.ts'
import type { DocumentCommand } from '../document-outcome.ts'
import { moneyWriter } from '../output/money.ts'
import { type CreateOptions, draftOfAnswers } from './draft-of-answers.ts'

/** What it all comes to so far, or what is wrong with the last item. */
export async function runningTotal(
  context: Context,
  app: App,
  command: DocumentCommand,
  options: CreateOptions,
): Promise<{ says: string; ok: boolean }> {
  try {
    const { draft, problems } = await draftOfAnswers(context, command, options)
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
