import { existsSync } from 'node:fs'
import type { DriverName, Handle, OpenHandle } from './handle.ts'
import { inspectFile, newer, older } from './inspect-file.ts'
import type { Migration } from './migration.ts'
import { migrations as all } from './migrations/index.ts'
import { chooseDriver } from './open-handle.ts'
import { readVersion } from './read-version.ts'

export type OpenOptions = {
  /** Makes the database when there is none. */
  create?: boolean
  /** Opens for reading only; a database of an older portal is then refused, for it cannot be updated. */
  readonly?: boolean
  /** By default Node's own SQLite where it exists, else sqlite3. Tests bring their own way to open. */
  driver?: DriverName | OpenHandle
  /** Another list than the product's, for tests. */
  migrations?: readonly Migration[]
}

/**
 * Opens the workspace's database and brings it to the newest schema. Refuses with PortalError, and leaves
 * the file as it is, when it is missing, not ours, damaged, from a newer portal or not writable.
 */
export async function openFile(path: string, options: OpenOptions = {}): Promise<Handle> {
  const { driver, readonly = false, migrations = all } = options
  const openHandle = typeof driver === 'function' ? driver : chooseDriver(driver)
  if (options.create && !existsSync(path)) {
    const { createDatabase } = await import('./create-database.ts')
    await createDatabase(path, openHandle, migrations)
  }
  const header = inspectFile(path, { readonly, version: migrations.length })
  const handle = await openHandle(path, { readonly })
  try {
    await handle.exec(readonly ? readingPragmas : writingPragmas)
    if (!readonly && !header.is_wal) await handle.all('PRAGMA journal_mode = WAL')
    await requireCurrent(handle, path, migrations, readonly)
    return handle
  } catch (error) {
    await handle.close()
    throw error
  }
}

/* The handle waits for others from its first statement on. A schema is not trusted to call functions behind our back. */
const readingPragmas = 'PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF'
const writingPragmas = `${readingPragmas}; PRAGMA synchronous = FULL`

async function requireCurrent(
  handle: Handle,
  path: string,
  migrations: readonly Migration[],
  readonly: boolean,
): Promise<void> {
  const version = await readVersion(handle)
  if (version > migrations.length) throw newer(path, version, migrations.length)
  if (version === migrations.length) return
  if (readonly) throw older(path)
  const { migrate } = await import('./migrate.ts')
  await migrate(handle, path, migrations)
}
