import { AsyncLocalStorage } from 'node:async_hooks'
import { Kysely } from 'kysely'
import type { Db } from './db.ts'
import { createDialects } from './dialect.ts'
import type { Handle } from './handle.ts'
import { type OpenOptions, openFile } from './open-file.ts'
import type { Tables } from './tables.ts'

/** Opens the workspace's database; see `openFile` for what it refuses. */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Db> {
  return toDb(await openFile(path, options), path)
}

function toDb(handle: Handle, path: string): Db {
  const writing = new AsyncLocalStorage<{ active: boolean }>()
  const refuse = () => {
    if (!writing.getStore()?.active) return
    throw new Error('A bug: inside write() only the transaction may be used, not the database.')
  }
  const dialects = createDialects(handle, refuse)
  const read = new Kysely<Tables>({ dialect: dialects.lasting })
  const hasty = new Kysely<Tables>({ dialect: dialects.hasty })
  return {
    read,
    write: (work, { may_be_lost = false } = {}) =>
      (may_be_lost ? hasty : read).transaction().execute(async (trx) => {
        const transaction = { active: true }
        try {
          return await writing.run(transaction, () => work(trx))
        } finally {
          transaction.active = false
          /* There is one transaction at a time. Left on, it would slow down each promise from here on (Node 20). */
          writing.disable()
        }
      }),
    engine: { driver: handle.driver, version: handle.version },
    path,
    close: async () => {
      await read.destroy()
      await hasty.destroy()
      await handle.close()
    },
  }
}
