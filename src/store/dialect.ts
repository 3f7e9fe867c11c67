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

/** How a transaction begins and ends. */
type Bounds = { begin: string; commit: string; after: string }

/* A deferred BEGIN that writes later fails at once when another process wrote in between. */
const lasting: Bounds = { begin: 'BEGIN IMMEDIATE', commit: 'COMMIT', after: '' }

/** The same without waiting for the disk; statements of one text go to SQLite's thread together. */
const hasty: Bounds = {
  begin: `PRAGMA synchronous = NORMAL; ${lasting.begin}`,
  commit: 'COMMIT; PRAGMA synchronous = FULL',
  after: 'PRAGMA synchronous = FULL',
}

/**
 * Kysely on a handle: one connection, taken in turns, for transactions that last and for those that may be
 * lost. `refuse` is asked before each turn and throws where waiting would never end (a read outside the
 * transaction that is just running).
 */
export function createDialects(handle: Handle, refuse: () => void) {
  const turns = createTurns()
  const dialect = (bounds: Bounds) => createDialect({ handle, refuse, turns, bounds })
  return { lasting: dialect(lasting), hasty: dialect(hasty) }
}

type Connecting = { handle: Handle; refuse: () => void; turns: Turns; bounds: Bounds }

function createDialect(connecting: Connecting): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createDriver: () => createDriver(connecting),
    createIntrospector: () => {
      throw new Error('The store does not introspect.')
    },
  }
}

function createDriver({ handle, refuse, turns, bounds }: Connecting): Driver {
  const connection = createConnection(handle)
  return {
    init: async () => {},
    async acquireConnection() {
      refuse()
      await turns.take()
      return connection
    },
    releaseConnection: async () => turns.give(),
    beginTransaction: () =>
      handle.exec(bounds.begin).catch(async (error) => {
        await handle.exec(bounds.after)
        throw error
      }),
    commitTransaction: () => handle.exec(bounds.commit),
    rollbackTransaction: () => rollBack(handle).finally(() => handle.exec(bounds.after)),
    /* The handle outlives the dialect, which is not even started when nothing is asked of it. */
    destroy: async () => {},
  }
}

type Turns = { take(): Promise<void>; give(): void }

/** Hands the connection to one after the other, in the order they came. */
function createTurns(): Turns {
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
