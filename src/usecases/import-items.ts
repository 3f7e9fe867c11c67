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

/** An item of a list, with the place that problems are told by. */
export type ListedItem = { place: string; draft: CatalogueDraft }

/**
 * Puts many items into the catalogue, all or none; one whose code is there already is left as it is.
 * @throws PortalError invalid_input with the problems of all of them
 */
export async function importItems(
  app: App,
  input: {
    items: readonly ListedItem[]
    problems?: readonly Problem[]
    dry_run?: boolean
    on_progress?: Progress
  },
): Promise<ImportedList> {
  const { items, dry_run = false, on_progress = () => {} } = input
  const problems = [...(input.problems ?? [])]
  const now = app.clock.now().toISOString()
  return app.db.write(async (trx) => {
    const before = [...(await listItems(trx)), ...(await listItems(trx, { archived: true }))]
    const codes = new Set(before.map(({ code }) => code.toLowerCase()))
    const entered = new Set<string>()
    const repeated: string[] = []
    let known = 0
    const rows: WholeRow[] = []
    for (const [i, { place, draft }] of items.entries()) {
      on_progress(i, items.length)
      try {
        const item = composeCatalogueItem(draft, app.config.business)
        const code = item.code.toLowerCase()
        if (codes.has(code)) {
          if (entered.has(code)) repeated.push(place)
          else known += 1
          continue
        }
        codes.add(code)
        entered.add(code)
        const times = { archived_at: null, created_at: now, updated_at: now }
        rows.push({ id: app.ids.next('itm'), ...item, taxed: toBit(item.taxed), ...times })
      } catch (error) {
        noteProblems(problems, error, (field) => `${place}, ${field}`)
      }
    }
    if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
    if (!dry_run) await insertRows(trx, { items: rows })
    return { imported: rows.length, known, repeated, dry_run }
  })
}
