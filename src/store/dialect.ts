import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteQueryCompiler,
} from 'kysely'
import type { Handle } from './handle.ts'
import { bindable } from './value.ts'

/**
 * Kysely on a handle: one connection, taken in turns. `refuse` is asked before each turn and throws where
 * waiting would never end (a read outside the transaction that is just running).
 */
export function createDialect(handle: Handle, refuse: () => void): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => createDriver(handle, refuse),
    createIntrospector: () => {
      throw new Error('The store does not introspect.')
    },
  }
}

function createDriver(handle: Handle, refuse: () => void): Driver {
  const turns = createTurns()
  const connection = createConnection(handle)
  return {
    init: async () => {},
    async acquireConnection() {
      refuse()
      await turns.take()
      return connection
    },
    releaseConnection: async () => turns.give(),
    /* A deferred BEGIN that writes later fails at once when another process wrote in between. */
    beginTransaction: () => handle.exec('BEGIN IMMEDIATE'),
    commitTransaction: () => handle.exec('COMMIT'),
    rollbackTransaction: () => rollBack(handle),
    /* The handle outlives the dialect, which is not even started when nothing is asked of it. */
    destroy: async () => {},
  }
}

/** Hands the connection to one after the other, in the order they came. */
function createTurns(): { take(): Promise<void>; give(): void } {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    take: () =>
      new Promise((resolve) => {
        if (taken) waiting.push(resolve)
        else resolve()
        taken = true
      }),
    give: () => {
      const next = waiting.shift()
      if (next) next()
      else taken = false
    },
  }
}

function createConnection(handle: Handle): DatabaseConnection {
  return {
    executeQuery: (query) => execute(handle, query),
    streamQuery: () => {
      throw new Error('The store does not stream.')
    },
  }
}

/* RETURNING and raw statements go through `all`, which runs them to their end and leaves nothing open. */
async function execute<R>(handle: Handle, compiled: CompiledQuery): Promise<QueryResult<R>> {
  const parameters = bindable(compiled.parameters)
  if (!changesOnly(compiled)) {
    return { rows: (await handle.all(compiled.sql, parameters)) as R[] }
  }
  const { changes } = await handle.run(compiled.sql, parameters)
  return { rows: [], numAffectedRows: BigInt(changes) }
}

function changesOnly({ query }: CompiledQuery): boolean {
  switch (query.kind) {
    case 'InsertQueryNode':
    case 'UpdateQueryNode':
    case 'DeleteQueryNode':
      return query.returning === undefined
    default:
      return false
  }
}

/** SQLite rolls back by itself on a full disk and the like; then there is nothing left to roll back. */
async function rollBack(handle: Handle): Promise<void> {
  await handle.exec('ROLLBACK').catch((error: Error) => {
    if (!error.message.includes('no transaction is active')) throw error
  })
}
