import type { App } from '../app.ts'
import { type CatalogueDraft, composeCatalogueItem } from '../domain/catalogue.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import { insertRows } from '../store/imports.ts'
import { listItems } from '../store/items.ts'
import { toBit } from '../store/json.ts'
import type { WholeRow } from '../store/whole-tables.ts'
import { noteProblems } from './collect-problems.ts'
import type { Progress } from './export-workspace.ts'
import type { ImportedList } from './import-customers.ts'

/**
 * Puts many items into the catalogue, all or none; one whose code is there already is left as it is.
 * @throws PortalError invalid_input with the problems of all of them
 */
export async function importItems(
  app: App,
  input: {
    items: readonly { place: string; draft: CatalogueDraft }[]
    problems?: readonly Problem[]
    dry_run?: boolean
    on_progress?: Progress
  },
): Promise<ImportedList> {
  const { items, dry_run = false, on_progress = () => {} } = input
  const problems = [...(input.problems ?? [])]
  const now = app.clock.now().toISOString()
  return app.db.write(async (trx) => {
    const known = [...(await listItems(trx)), ...(await listItems(trx, { archived: true }))]
    const codes = new Set(known.map(({ code }) => code.toLowerCase()))
    const rows: WholeRow[] = []
    for (const [i, { place, draft }] of items.entries()) {
      on_progress(i, items.length)
      try {
        const item = composeCatalogueItem(draft, app.config.business)
        if (codes.has(item.code.toLowerCase())) continue
        codes.add(item.code.toLowerCase())
        const times = { archived_at: null, created_at: now, updated_at: now }
        rows.push({ id: app.ids.next('itm'), ...item, taxed: toBit(item.taxed), ...times })
      } catch (error) {
        noteProblems(problems, error, (field) => `${place}, ${field}`)
      }
    }
    if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
    if (!dry_run) await insertRows(trx, { items: rows })
    return { imported: rows.length, known: items.length - rows.length, dry_run }
  })
}
