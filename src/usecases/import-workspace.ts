import { readFile, stat } from 'node:fs/promises'
import type { App } from '../app.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { hashToken, tokenFor } from '../domain/token.ts'
import { checkExport, readExport, type WholeExport } from '../domain/whole-export.ts'
import type { Trx } from '../store/db.ts'
import { SqliteError } from '../store/fault.ts'
import { listShares } from '../store/shares.ts'
import { insertMissingPages, insertTokens } from '../store/whole-links.ts'
import {
  countRows,
  listBrokenReferences,
  listWholeTables,
  schemaVersion,
  type WholeTable,
  writeRows,
} from '../store/whole-tables.ts'
import type { Progress } from './export-workspace.ts'
import { tryOut } from './try-out.ts'
import { zippedExport } from './zip-writer.ts'

export type ImportResult = {
  file: string
  dry_run: boolean
  /** Rows by table. */
  counts: Record<string, number>
  signed_copies: number
  /** Links that have a new address, for the key here is another. */
  links: number
}

/**
 * Fills an empty workspace with an export: all of it or nothing. Nothing is mailed; every restored event is
 * marked with the time of the import. Links keep their labels, ends and histories, but get new addresses.
 * @throws PortalError invalid_input for a cut or foreign file, conflict for a workspace that is not empty
 */
export async function importWorkspace(
  app: App,
  {
    file,
    dry_run = false,
    on_progress = () => {},
  }: { file: string; dry_run?: boolean; on_progress?: Progress },
): Promise<ImportResult> {
  const whole = readExport(await readText(file))
  if (typeof whole === 'string') throw notAnExport(file, whole)
  const problems = checkExport(whole)
  if (problems.length > 0) throw notAnExport(file, 'it does not agree with itself', problems)
  const work = async (trx: Trx) => {
    await checkEmpty(trx)
    return { ...(await fill(app, trx, whole, file, on_progress)), file, dry_run }
  }
  const write = async (trx: Trx) => {
    const result = await work(trx)
    for (const { sha256, pdf } of whole.signed_copies) {
      await app.site.writeSigned(sha256, Buffer.from(pdf, 'base64'))
    }
    return result
  }
  try {
    return await (dry_run ? tryOut(app, work) : app.db.write(write))
  } catch (error) {
    if (error instanceof SqliteError) throw notAnExport(file, error.message)
    throw error
  }
}

/** What a text in this language can hold; larger workspaces move by backup. */
const mostBytes = 500_000_000

async function readText(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) {
    throw new PortalError('not_found', `There is no file ${file}.`, 'Check the path of the export.')
  }
  if (found.size > mostBytes) throw notAnExport(file, 'it is too large; use portal backup instead')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await unzip(await readFile(file)))
  } catch {
    throw notAnExport(file, 'it cannot be read as text')
  }
}

/** A zip of `export` has the JSON in it; anything else is taken as it is. */
async function unzip(bytes: Buffer): Promise<Uint8Array> {
  if (bytes.readUInt32LE(0) !== zipMark) return bytes
  const { unzipSync } = await import('fflate')
  const filter = ({ name, originalSize }: { name: string; originalSize: number }) =>
    name === zippedExport && originalSize <= mostBytes
  return unzipSync(bytes, { filter })[zippedExport] ?? bytes
}

/** How every zip begins: "PK", 3, 4. */
const zipMark = 0x04034b50

function notAnExport(file: string, why: string, problems: Problem[] = []): PortalError {
  return new PortalError(
    'invalid_input',
    `${file} is not a whole export: ${why}. Nothing was written.`,
    'Use a file made by: portal export <file>. For lists of other programs: portal customer import, portal invoice import',
    problems.length > 0 ? problems : [{ field: 'file', message: `Not a whole export: ${why}.` }],
  )
}

async function checkEmpty(trx: Trx): Promise<void> {
  for (const name of ['customers', 'numbers']) {
    if ((await countRows(trx, { name })) === 0) continue
    throw new PortalError(
      'conflict',
      'This workspace is not empty: a whole export goes into an empty one only.',
      'Make one first: portal init --dir <folder>, then portal import <file> --dir <folder>',
    )
  }
}

async function fill(
  app: App,
  trx: Trx,
  whole: WholeExport,
  file: string,
  on_progress: Progress,
): Promise<Pick<ImportResult, 'counts' | 'signed_copies' | 'links'>> {
  if (whole.schema > (await schemaVersion(trx))) {
    throw notAnExport(file, 'a later version of portal wrote it')
  }
  const tables = await listWholeTables(trx)
  checkShape(whole, tables)
  const imported_at = app.clock.now().toISOString()
  const total = [...whole.tables.values()].reduce((sum, rows) => sum + rows.length, 0)
  const counts: Record<string, number> = {}
  let done = 0
  for (const table of tables) {
    const rows = whole.tables.get(table.name) ?? []
    const mark = table.name === 'events' ? { column: 'imported_at', value: imported_at } : undefined
    await writeRows(trx, table, rows, mark)
    counts[table.name] = rows.length
    done += rows.length
    on_progress(done, total)
  }
  const links = await renewLinks(app, trx)
  const broken = await listBrokenReferences(trx)
  if (broken.length > 0) throw notAnExport(file, `it refers to what is not in it (${broken[0]})`)
  return { counts, signed_copies: whole.signed_copies.length, links }
}

/** Every table and field is one that is known here, and every row of a table has the same. */
function checkShape({ tables }: WholeExport, known: WholeTable[]): void {
  const problems: Problem[] = []
  for (const [name, rows] of tables) {
    const columns = known.find((table) => table.name === name)?.columns.map((one) => one.name)
    if (!columns) problems.push({ field: name, message: 'is not known here' })
    const first = Object.keys(rows[0] ?? {}).join()
    for (const [i, row] of rows.entries()) {
      const names = Object.keys(row)
      const unknown = names.find((one) => columns && !columns.includes(one))
      if (unknown)
        problems.push({ field: `${name}[${i}].${unknown}`, message: 'is not known here' })
      else if (names.join() !== first) {
        problems.push({ field: `${name}[${i}]`, message: 'has other fields than the one before' })
      }
    }
  }
  if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
}

/** The secret of a link follows from the key here; the page of one is to be written. */
async function renewLinks(app: App, trx: Trx): Promise<number> {
  const shares = await listShares(trx, { with_unsubscribes: true })
  await insertTokens(
    trx,
    shares.map(({ id, kind, rotation }) => ({
      token_hash: hashToken(tokenFor(app.linkKey, kind, id, rotation)),
      share_id: id,
      rotation,
    })),
  )
  await insertMissingPages(trx)
  return shares.length
}
