import type { Selectable } from 'kysely'
import type { CatalogueItem } from '../domain/catalogue.ts'
import { PortalError } from '../domain/errors.ts'
import { nearest } from '../domain/text.ts'
import type { Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { fragment, type Source, select } from './fragment.ts'
import { toBit } from './json.ts'
import { searchPattern } from './search-pattern.ts'
import type { ItemsTable } from './tables.ts'

type Row = Selectable<ItemsTable>

/** Adds an item. */
export async function insertItem(trx: Trx, item: CatalogueItem): Promise<void> {
  await trx.insertInto('items').values(toRow(item)).execute()
}

/** Writes all of an item's fields. */
export async function updateItem(trx: Trx, item: CatalogueItem): Promise<void> {
  const { id, ...row } = toRow(item)
  const result = await trx
    .updateTable('items')
    .set(row)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The item ${id}`)
}

/** The item with this code, in any case, or id; archived ones too. */
export async function findItem(r: Source, ref: string): Promise<CatalogueItem | undefined> {
  const code = ref.replace(/^@/, '')
  const [row] = await select<Row>(
    r,
    fragment`SELECT * FROM items WHERE code = ${code} OR id = ${ref} ORDER BY code = ${code} DESC`,
  )
  return row && fromRow(row)
}

/** Like `findItem`; throws not_found with the nearest code. */
export async function getItem(r: Source, ref: string): Promise<CatalogueItem> {
  const found = await findItem(r, ref)
  if (found) return found
  const codes = (await listItems(r)).map(({ code }) => code)
  const near = nearest(ref.replace(/^@/, ''), codes)
  throw new PortalError(
    'not_found',
    `There is no item "${ref}".`,
    near === undefined
      ? '`portal item list` shows all; `portal item create` adds one.'
      : `Did you mean ${near}? \`portal item list\` shows all.`,
  )
}

export type ItemFilter = { search?: string; archived?: boolean }

/** The catalogue by code. */
export async function listItems(
  r: Source,
  { search = '', archived = false }: ItemFilter = {},
): Promise<CatalogueItem[]> {
  const pattern = searchPattern(search)
  const rows = await select<Row>(
    r,
    fragment`SELECT * FROM items WHERE (archived_at IS NOT NULL) = ${toBit(archived)}
      AND (code LIKE ${pattern} ESCAPE '\\' OR description LIKE ${pattern} ESCAPE '\\')
      ORDER BY code`,
  )
  return rows.map(fromRow)
}

function fromRow(row: Row): CatalogueItem {
  return { ...row, taxed: row.taxed === 1 }
}

function toRow(item: CatalogueItem): Row {
  return { ...item, taxed: toBit(item.taxed) }
}
