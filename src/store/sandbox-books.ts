import type { SandboxBooks, SandboxCheckout } from '../ports/sandbox-books.ts'
import type { Db, Reader, Trx } from './db.ts'
import { fromJson } from './json.ts'

/** The sandbox's own table: it plays an outside provider, so nothing else reads it. */
export function createSandboxBooks(db: Db): SandboxBooks {
  return {
    open: (checkout) => db.write((trx) => open(trx, checkout)),
    find: (id) => find(db.read, id),
    change: (id, decide) =>
      db.write(async (trx) => {
        const before = await find(trx, id)
        if (!before) return undefined
        const after = decide(before)
        const data = JSON.stringify(after)
        await trx.updateTable('sandbox_checkouts').set({ data }).where('id', '=', id).execute()
        return after
      }),
  }
}

async function open(trx: Trx, checkout: SandboxCheckout): Promise<SandboxCheckout> {
  const { id, reference } = checkout
  const known = await trx
    .selectFrom('sandbox_checkouts')
    .select('data')
    .where('reference', '=', reference)
    .executeTakeFirst()
  if (known) return fromJson(known.data)
  const data = JSON.stringify(checkout)
  await trx.insertInto('sandbox_checkouts').values({ id, reference, data }).execute()
  return checkout
}

async function find(r: Reader, id: string): Promise<SandboxCheckout | undefined> {
  const row = await r
    .selectFrom('sandbox_checkouts')
    .select('data')
    .where('id', '=', id)
    .executeTakeFirst()
  return row && fromJson<SandboxCheckout>(row.data)
}
