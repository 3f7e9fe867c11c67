/**
 * The file of `portal export`: every row of the workspace under the name of its table, then the signed copies,
 * then a hash of it all, so that a file that was cut or changed is never taken for whole.
 */
import { createHash } from 'node:crypto'
import { contentHash, sha256 } from './canonical.ts'
import type { Content } from './document.ts'
import type { Problem } from './errors.ts'
import type { Event } from './event.ts'
import { verifyChain } from './event-chain.ts'
import { totals } from './totals.ts'

export const exportFormat = 'portal-export'
export const exportVersion = 1

export type ExportRow = Record<string, unknown>

/** A signed PDF, base64; named by the SHA-256 of the file. */
export type SignedCopy = { sha256: string; pdf: string }

/** What stands in the file besides the tables. */
export type ExportHead = {
  format: typeof exportFormat
  version: typeof exportVersion
  /** Of the database; a later one holds what an earlier program does not know. */
  schema: number
  exported_at: string
}

/** A file as far as it was understood. */
export type WholeExport = {
  schema: number
  tables: Map<string, ExportRow[]>
  signed_copies: SignedCopy[]
}

/** Adds up what was written; the date of the export does not count. */
export function exportHash() {
  const hash = createHash('sha256')
  return {
    table: (name: string) => hash.update(`${name}\n`),
    row: (line: string) => hash.update(`${line}\n`),
    digest: () => hash.digest('hex'),
  }
}

/** @returns what the text says, or a sentence about why it is not a whole export */
export function readExport(text: string): WholeExport | string {
  const file = parse(text)
  if (typeof file === 'string') return file
  const { format, version, schema, exported_at, signed_copies, sha256: expected, ...rest } = file
  if (format !== exportFormat) return 'it is not a file of portal export'
  if (version !== exportVersion || typeof schema !== 'number') return 'another version wrote it'
  const tables = new Map<string, ExportRow[]>()
  for (const [name, rows] of Object.entries(rest)) {
    if (!isRows(rows)) return `"${name}" in it is not a list of records`
    tables.set(name, rows)
  }
  if (!isRows(signed_copies) || typeof exported_at !== 'string') return 'it is cut off'
  const copies = signed_copies as SignedCopy[]
  if (hashOf(tables, copies) !== expected) return 'it was changed or damaged since it was written'
  return { schema, tables, signed_copies: copies }
}

/**
 * Whether the books in it agree with themselves: versions with their hashes and totals, timelines with their
 * chains, signed copies with their names.
 */
export function checkExport({ tables, signed_copies }: WholeExport): Problem[] {
  return [
    ...(tables.get('versions') ?? []).flatMap(checkVersion),
    ...checkTimelines(tables),
    ...signed_copies.flatMap(({ sha256: name, pdf }, i) =>
      sha256(Buffer.from(pdf, 'base64')) === name
        ? []
        : [{ field: `signed_copies[${i}]`, message: 'was altered' }],
    ),
  ]
}

function parse(text: string): ExportRow | string {
  try {
    const value: unknown = JSON.parse(text)
    return isRow(value) ? value : 'it is not a file of portal export'
  } catch {
    return 'it is cut off, or no JSON'
  }
}

function isRows(value: unknown): value is ExportRow[] {
  return Array.isArray(value) && value.every(isRow)
}

function isRow(value: unknown): value is ExportRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function hashOf(tables: Map<string, ExportRow[]>, copies: SignedCopy[]): string {
  const hash = exportHash()
  for (const [name, rows] of [...tables, ['signed_copies', copies] as const]) {
    hash.table(name)
    for (const row of rows) hash.row(JSON.stringify(row))
  }
  return hash.digest()
}

function checkVersion(row: ExportRow, i: number): Problem[] {
  const field = `versions[${i}]`
  try {
    const content = row.content as Content
    if (contentHash(content) !== row.content_hash) return [{ field, message: 'was altered' }]
    const isRight = JSON.stringify(totals(content)) === JSON.stringify(row.totals)
    return isRight ? [] : [{ field, message: 'has totals that do not follow from its items' }]
  } catch {
    return [{ field, message: 'cannot be added up' }]
  }
}

function checkTimelines(tables: Map<string, ExportRow[]>): Problem[] {
  const timelines = new Map<unknown, Event[]>()
  for (const row of tables.get('events') ?? []) {
    const timeline = timelines.get(row.document_id)
    const event = row as unknown as Event
    if (timeline) timeline.push(event)
    else timelines.set(row.document_id, [event])
  }
  return (tables.get('documents') ?? []).flatMap(({ id, number, events_head, events_count }) =>
    verifyChain(timelines.get(id) ?? [], String(events_head), Number(events_count)).map(
      ({ message }) => ({ field: `events of ${String(number)}`, message }),
    ),
  )
}
