/**
 * All rows of the workspace, table by table, whatever the tables are: what a later migration adds is exported
 * and imported without a word here, unless it is left out below.
 */
import { sql } from 'kysely'
import type { Reader, Trx } from './db.ts'
import { type Fragment, fragment, joinFragments, select } from './fragment.ts'
import { fromJson } from './json.ts'

/** A value of a row: JSON columns are read, pictures are base64. */
export type WholeRow = Record<string, unknown>

export type WholeTable = { name: string; columns: WholeColumn[] }
export type WholeColumn = { name: string; holds: 'plain' | 'json' | 'bytes' }

/**
 * What belongs to this copy of the workspace alone: files that are made anew, runs of jobs, and the hashes of
 * links, which are of another key elsewhere.
 */
export const leftOutTables = ['tokens', 'pages', 'site', 'pdfs', 'jobs']
/** The order in a table is that of its rows; leases are of processes; a mark says where a row was imported. */
const leftOutColumns = ['seq', 'leased_until', 'imported_at']

/** So that a table comes after those that its triggers look at. */
const firstTables = ['customers', 'numbers', 'counters', 'documents', 'versions', 'shares']

/** Rows read or written by one statement: much fewer are slow, many more fill the memory. Scans have megabytes. */
const rowsAtOnce = { plain: 2000, bytes: 4 }

/** The tables that hold the workspace, as this schema has them. */
export async function listWholeTables(r: Reader): Promise<WholeTable[]> {
  const found = await select<{ name: string; sql: string }>(
    r,
    fragment`SELECT name, sql FROM sqlite_master
      WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid`,
  )
  const kept = found.filter(({ name }) => !leftOutTables.includes(name))
  const rank = (name: string) => (firstTables.indexOf(name) + 1 || firstTables.length + 1) - 1
  kept.sort((a, b) => rank(a.name) - rank(b.name))
  const tables: WholeTable[] = []
  for (const { name, sql: text } of kept)
    tables.push({ name, columns: await columnsOf(r, name, text) })
  return tables
}

/** How many rows a table has. */
export async function countRows(r: Reader, { name }: Pick<WholeTable, 'name'>): Promise<number> {
  const rows = await select<{ count: number }>(
    r,
    fragment`SELECT count(*) AS count FROM ${identifier(name)}`,
  )
  return rows[0]?.count ?? 0
}

/** The rows of a table in the order in which they were written, some at a time. */
export async function* readRows(r: Reader, table: WholeTable): AsyncGenerator<WholeRow[]> {
  const columns = joinFragments(table.columns.map(readColumn), ', ')
  const limit = atOnce(table)
  let after = -1
  for (;;) {
    const [chunk] = await select<{ rows: string; last: number | null }>(
      r,
      fragment`SELECT json_group_array(json(row)) AS rows, max(id) AS last FROM (
        SELECT rowid AS id, json_array(${columns}) AS row FROM ${identifier(table.name)}
        WHERE rowid > ${after} ORDER BY rowid LIMIT ${limit})`,
    )
    if (!chunk || chunk.last === null) return
    yield fromJson<unknown[][]>(chunk.rows).map((values) => rowOf(table, values))
    after = chunk.last
  }
}

/**
 * Writes rows as they are. A column that a row does not have gets its default, so that an export of an earlier
 * schema still fits. References are looked at when the transaction ends, or by `listBrokenReferences`.
 */
export async function writeRows(
  trx: Trx,
  table: WholeTable,
  rows: readonly WholeRow[],
  extra: { column: string; value: string } | undefined,
): Promise<void> {
  const [sample] = rows
  if (!sample) return
  const columns = table.columns.filter(({ name }) => Object.hasOwn(sample, name))
  const names = joinFragments(
    [...columns.map(({ name }) => name), ...(extra ? [extra.column] : [])].map(identifier),
    ', ',
  )
  const values = joinFragments(
    [...columns.map(writeColumn), ...(extra ? [fragment`${extra.value}`] : [])],
    ', ',
  )
  await sql`PRAGMA defer_foreign_keys = ON`.execute(trx)
  const step = atOnce(table)
  for (let start = 0; start < rows.length; start += step) {
    const chunk = rows
      .slice(start, start + step)
      .map((row) => columns.map((one) => storable(one, row)))
    await select(
      trx,
      fragment`INSERT INTO ${identifier(table.name)} (${names})
        SELECT ${values} FROM json_each(${JSON.stringify(chunk)}) AS e`,
    )
  }
}

/** Rows that refer to something that is not there, as "table → table". */
export async function listBrokenReferences(r: Reader): Promise<string[]> {
  const { rows } = await sql<{ table: string; parent: string }>`PRAGMA foreign_key_check`.execute(r)
  return [...new Set(rows.map(({ table, parent }) => `${table} → ${parent}`))]
}

/** The version of the schema, to tell an export of a later one. */
export async function schemaVersion(r: Reader): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(r)
  return rows[0]?.user_version ?? 0
}

async function columnsOf(r: Reader, table: string, text: string): Promise<WholeColumn[]> {
  const rows = await select<{ name: string; type: string }>(
    r,
    fragment`SELECT name, type FROM pragma_table_info(${table}) ORDER BY cid`,
  )
  return rows
    .filter(({ name }) => !leftOutColumns.includes(name))
    .map(({ name, type }) => ({ name, holds: holds(name, type, text) }))
}

/** Columns of JSON are those that the schema checks for it. */
function holds(name: string, type: string, text: string): WholeColumn['holds'] {
  if (type === 'BLOB') return 'bytes'
  return new RegExp(`json_valid\\("?${name}"?\\)`).test(text) ? 'json' : 'plain'
}

function readColumn({ name, holds }: WholeColumn): Fragment {
  const column = identifier(name)
  if (holds === 'json') return fragment`json(${column})`
  if (holds === 'bytes') return fragment`iif(${column} IS NULL, NULL, hex(${column}))`
  return column
}

function writeColumn({ holds }: WholeColumn, i: number): Fragment {
  const value: Fragment = { text: `e.value ->> ${i}`, values: [] }
  return holds === 'bytes' ? fragment`unhex(${value})` : value
}

function rowOf({ columns }: WholeTable, values: unknown[]): WholeRow {
  return Object.fromEntries(
    columns.map(({ name, holds }, i) => [
      name,
      holds === 'bytes' && typeof values[i] === 'string'
        ? Buffer.from(values[i], 'hex').toString('base64')
        : values[i],
    ]),
  )
}

/** JSON is kept as text, so that it is not taken apart on its way. */
function storable({ name, holds }: WholeColumn, row: WholeRow): unknown {
  const value = row[name] ?? null
  if (value === null || holds === 'plain') return value
  if (holds === 'json') return JSON.stringify(value)
  return Buffer.from(String(value), 'base64').toString('hex')
}

function atOnce({ columns }: WholeTable): number {
  return columns.some(({ holds }) => holds === 'bytes') ? rowsAtOnce.bytes : rowsAtOnce.plain
}

/** Names come from the schema itself. */
function identifier(name: string): Fragment {
  return { text: `"${name.replaceAll('"', '""')}"`, values: [] }
}
