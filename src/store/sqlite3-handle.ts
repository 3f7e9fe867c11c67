import { createRequire } from 'node:module'
import { PortalError } from '../domain/errors.ts'
import type { Handle, Row } from './handle.ts'
import { createPatience } from './patience.ts'
import { createStatementCache } from './statement-cache.ts'
import type { SqliteValue } from './value.ts'

type Fault = Error & { errno?: number }
type Done = (this: { changes: number }, error: Fault | null, rows?: Row[]) => void

/* The few parts of the package `sqlite3` in use; it is optional, so its own types may be absent. */
type Statement = {
  all(parameters: readonly SqliteValue[], done: Done): void
  run(parameters: readonly SqliteValue[], done: Done): void
  finalize(done: () => void): void
}
type Database = {
  exec(sql: string, done: Done): void
  configure(option: 'busyTimeout', ms: number): void
  close(done: Done): void
}
type Library = {
  VERSION: string
  OPEN_READONLY: number
  OPEN_READWRITE: number
  OPEN_FULLMUTEX: number
  Database: new (path: string, mode: number, done: Done) => Database
  Statement: new (database: Database, sql: string, done: Done) => Statement
}

/** Opens a file with the package `sqlite3`; PortalError with the remedy when that is not there. */
export async function openSqlite3(path: string, options: { readonly: boolean }): Promise<Handle> {
  const library = loadLibrary()
  const mode = options.readonly ? library.OPEN_READONLY : library.OPEN_READWRITE
  const settle = createSettle(path)
  let database: Database | undefined
  await settle((done) => {
    database = new library.Database(path, mode | library.OPEN_FULLMUTEX, done)
  })
  if (!database) throw new Error('sqlite3 opened nothing')
  database.configure('busyTimeout', 0)
  return toHandle(library, database, settle)
}

function loadLibrary(): Library {
  const require = createRequire(import.meta.url)
  try {
    return loadBinding(require) ?? require('sqlite3')
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error)
    throw new PortalError(
      'internal',
      `The package sqlite3 cannot be loaded (${reason}).`,
      'Run `npm rebuild sqlite3` in the folder of portal. Where npm blocks install scripts, first put ' +
        '"allowScripts": {"sqlite3": true} into its package.json. Node 22.13 or newer has SQLite built ' +
        'in and needs neither.',
    )
  }
}

/**
 * The compiled part alone: the package searches for it in fifteen places, and what it adds we do not use.
 * It tells events to an emitter, which here nobody listens to. Undefined where it lies elsewhere.
 */
function loadBinding(require: NodeJS.Require): Library | undefined {
  try {
    const binding = require('sqlite3/build/Release/node_sqlite3.node')
    binding.Database.prototype.emit ??= () => false
    binding.Statement.prototype.emit ??= () => false
    return binding
  } catch {
    return undefined
  }
}

type Settle = <T = void>(
  start: (done: Done) => void,
  pick?: (rows: Row[], changes: number) => T,
) => Promise<T>

/** Turns callbacks into promises. */
function createSettle(path: string): Settle {
  const patiently = createPatience(path, (error) => (error as Fault).errno)
  return (start, pick) =>
    patiently(
      () =>
        new Promise((resolve, reject) => {
          start(function (error, rows) {
            if (error) reject(plain(error))
            else resolve(pick?.(rows ?? [], this?.changes ?? 0) as never)
          })
        }),
    )
}

/** "SQLITE_CONSTRAINT: UNIQUE constraint failed: …" without the name of the code. */
function plain(fault: Fault): Fault {
  fault.message = fault.message.replace(/^SQLITE_[A-Z]+: /, '')
  return fault
}

function toHandle(library: Library, database: Database, settle: Settle): Handle {
  const statements = createStatementCache<Statement>({
    prepare: async (sql) => {
      let statement: Statement | undefined
      await settle((done) => {
        statement = new library.Statement(database, sql, done)
      })
      return statement as Statement
    },
    finalize: (statement) => new Promise((resolve) => statement.finalize(resolve)),
  })
  return {
    driver: 'sqlite3',
    version: library.VERSION,
    all: (sql, parameters = []) =>
      statements.use(sql, (statement) =>
        settle(
          (done) => statement.all(parameters, done),
          (rows) => rows,
        ),
      ),
    run: (sql, parameters = []) =>
      statements.use(sql, (statement) =>
        settle(
          (done) => statement.run(parameters, done),
          (_rows, changes) => ({ changes }),
        ),
      ),
    exec: (sql) => settle((done) => database.exec(sql, done)),
    close: async () => {
      await statements.clear()
      await settle((done) => database.close(done))
    },
  }
}
