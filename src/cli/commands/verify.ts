import { PortalError } from '../../domain/errors.ts'
import { verifyWorkspace } from '../../usecases/verify-workspace.ts'
import { defineCommand } from '../command.ts'
import { table } from '../output/table.ts'

export const verify = defineCommand({
  arguments: { number: { optional: true, says: 'one document; everything without it' } },
  options: { all: { says: 'everything (as without a number)' } },
  examples: ['portal verify --all', 'portal verify INV-001'],
  notes: 'Checks totals, payments, timelines, PDFs, pages and the database against each other.',
  async run(context, { number }, { all = false }) {
    if (all && number !== undefined) {
      throw new PortalError('usage', 'Name a document or use --all, not both.')
    }
    const app = await context.app()
    const { ok, problems, checked } = await verifyWorkspace(app, number ? { number } : {})
    return {
      json: { ok, problems, checked },
      exit_code: ok ? 0 : 1,
      text: (paper) =>
        ok
          ? `${paper.paint.good('All is well:')} ${checked} ${checked === 1 ? 'document' : 'documents'} checked.`
          : table(
              [
                { title: 'Check', value: ({ check }) => check, paint: paper.paint.bad },
                { title: 'Number', value: ({ number }) => number ?? '' },
                { title: 'Finding', value: ({ message }) => message, least: 20, wraps: true },
              ],
              problems,
              paper,
            ),
      next: ok ? 'portal backup <file>' : 'portal backup <file> first, then look at each finding',
    }
  },
})
