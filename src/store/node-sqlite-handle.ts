import type { Handle, Row } from './handle.ts'
import { createPatience } from './patience.ts'
import { createStatementCache } from './statement-cache.ts'
import type { SqliteValue } from './value.ts'

type Fault = Error & { errcode?: number }

/* The few parts of `node:sqlite` in use; the types of Node 20 do not know it. */
type Statement = {
  all(...parameters: SqliteValue[]): Row[]
  run(...parameters: SqliteValue[]): { changes: number | bigint }
}
type Database = {
  prepare(sql: string): Statement
  exec(sql: string): void
  close(): void
}
type Library = {
  DatabaseSync: new (path: string, options: { readOnly: boolean; timeout: number }) => Database
}

/** Whether this Node has SQLite built in (22.13 and newer). */
export function hasNodeSqlite(): boolean {
  return loadLibrary() !== undefined
}

/** Opens a file with the SQLite of Node itself. */
export async function openNodeSqlite(
  path: string,
  options: { readonly: boolean },
): Promise<Handle> {
  const library = loadLibrary()
  if (!library) throw new Error('This Node has no node:sqlite.')
  const patiently = createPatience(path, (error) => (error as Fault).errcode)
  const database = await patiently(
    () => new library.DatabaseSync(path, { readOnly: options.readonly, timeout: 0 }),
  )
  const statements = createStatementCache<Statement>({
    prepare: (sql) => patiently(() => database.prepare(sql)),
    finalize: async () => {},
  })
  return {
    driver: 'node:sqlite',
    version: process.versions.sqlite ?? '',
    all: (sql, parameters = []) =>
      statements.use(sql, (statement) => patiently(() => statement.all(...parameters))),
    run: (sql, parameters = []) =>
      statements.use(sql, (statement) =>
        patiently(() => ({ changes: Number(statement.run(...parameters).changes) })),
      ),
    exec: (sql) => patiently(() => database.exec(sql)),
    close: async () => {
      await statements.clear()
      database.close()
    },
  }
}

/** Node 22 says once that its SQLite is experimental; the owner cannot do anything about that. */
function loadLibrary(): Library | undefined {
  const { emitWarning } = process
  process.emitWarning = () => {}
  try {
    return process.getBuiltinModule('node:sqlite') as Library | undefined
  } finally {
    process.emitWarning = emitWarning
  }
}
