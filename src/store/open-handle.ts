import type { DriverName, OpenHandle } from './handle.ts'
import { hasNodeSqlite, openNodeSqlite } from './node-sqlite-handle.ts'
import { openSqlite3 } from './sqlite3-handle.ts'

const drivers = {
  sqlite3: openSqlite3,
  'node:sqlite': openNodeSqlite,
} as const satisfies Record<DriverName, OpenHandle>

/** The way to open a file: the driver asked for, else Node's own SQLite where it exists, else sqlite3. */
export function chooseDriver(name?: DriverName): OpenHandle {
  return drivers[name ?? (hasNodeSqlite() ? 'node:sqlite' : 'sqlite3')]
}
