import { rmSync } from 'node:fs'
import { PortalError } from '../domain/errors.ts'
import { copyBeside, putInPlace } from './copy.ts'
import { damaged } from './fault.ts'
import type { Handle } from './handle.ts'
import { newer } from './inspect-file.ts'
import type { Migration } from './migration.ts'
import { readVersion } from './read-version.ts'
import { sweepTemporary } from './temporary-path.ts'

/** Tries to copy a database that others keep writing to, before it is called busy. */
const copyTries = 5

/**
 * Brings a database to the newest schema. First a copy is put at `<path>.before-<version>`; then each
 * migration is one transaction together with the new `user_version`, so a process killed at any moment
 * leaves the old or the new schema. Several processes may try at once: the write lock lets one through,
 * the others find the work done.
 */
export async function migrate(
  handle: Handle,
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  await requireWhole(handle, path)
  sweepTemporary(path)
  await handle.exec('PRAGMA foreign_keys = OFF')
  try {
    let version = await beginAfterCopy(handle, path, migrations)
    while (version < migrations.length) {
      await finishStep(handle, migrations, version)
      version = await beginStep(handle, path, migrations)
    }
  } finally {
    await handle.exec('PRAGMA foreign_keys = ON')
  }
  /* The header of the file then says so too; when a reader is in the way, a later checkpoint does it. */
  await handle.all('PRAGMA wal_checkpoint(TRUNCATE)')
}

/** Makes the schema of a new, empty file. */
export async function createSchema(
  handle: Handle,
  path: string,
  migrations: readonly Migration[],
): Promise<void> {
  let version = await beginStep(handle, path, migrations)
  while (version < migrations.length) {
    await finishStep(handle, migrations, version)
    version = await beginStep(handle, path, migrations)
  }
}

async function requireWhole(handle: Handle, path: string): Promise<void> {
  const [row] = await handle.all('PRAGMA quick_check(1)')
  if (row?.quick_check !== 'ok') throw damaged(path, String(row?.quick_check))
}

/**
 * Copies the database and takes the write lock, and makes sure that nobody wrote in between: the copy is
 * what the migration starts from. Returns the version found, with the transaction open if it is old.
 */
async function beginAfterCopy(
  handle: Handle,
  path: string,
  migrations: readonly Migration[],
): Promise<number> {
  for (let tries = 0; tries < copyTries; tries++) {
    const target = `${path}.before-${await readVersion(handle)}`
    const before = await readDataVersion(handle)
    const copy = await copyBeside(handle, target)
    try {
      const version = await beginStep(handle, path, migrations)
      if (version >= migrations.length) return version
      if ((await readDataVersion(handle)) === before) {
        putInPlace(copy, target)
        return version
      }
      await handle.exec('ROLLBACK')
    } finally {
      rmSync(copy, { force: true })
    }
  }
  throw new PortalError(
    'busy',
    `The database ${path} needs an update, and other portal processes keep writing to it.`,
    'Stop `portal serve` and the cron jobs, and run the command again.',
  )
}

/** Changes when another connection has committed. */
async function readDataVersion(handle: Handle): Promise<unknown> {
  const [row] = await handle.all('PRAGMA data_version')
  return row?.data_version
}

/** Takes the write lock and looks again; gives it back at once when there is nothing left to do. */
async function beginStep(
  handle: Handle,
  path: string,
  migrations: readonly Migration[],
): Promise<number> {
  await handle.exec('BEGIN IMMEDIATE')
  const version = await readVersion(handle)
  if (version >= migrations.length) await handle.exec('ROLLBACK')
  if (version > migrations.length) throw newer(path, version, migrations.length)
  return version
}

async function finishStep(
  handle: Handle,
  migrations: readonly Migration[],
  version: number,
): Promise<void> {
  const migration = migrations[version]
  if (!migration) throw new Error(`There is no migration ${version + 1}.`)
  try {
    await handle.exec(migration.sql)
    const broken = await handle.all('PRAGMA foreign_key_check')
    if (broken.length > 0) throw new Error(`it breaks ${broken.length} references`)
    await handle.exec(`PRAGMA user_version = ${version + 1}`)
    await handle.exec('COMMIT')
  } catch (error) {
    await handle.exec('ROLLBACK').catch(() => {})
    if (error instanceof PortalError) throw error
    throw new Error(`Migration ${migration.name} failed and changed nothing.`, { cause: error })
  }
}
