/** What a killed process held on to, as it is a minute later. */
import { join } from 'node:path'
import { openDatabase } from '../../src/store/open.ts'

/** Real time that a claimed mail is not touched, and a little. */
export const leaseMs = 62_000

/** Lets the mails go that a process had claimed before it was killed, without waiting for it. */
export async function expireLeases(dir: string): Promise<void> {
  const db = await openDatabase(join(dir, 'portal.db'))
  try {
    await db.write((trx) =>
      trx
        .updateTable('outbox')
        .set({ leased_until: new Date(Date.now() - 1).toISOString() })
        .where('state', '=', 'sending')
        .execute(),
    )
  } finally {
    await db.close()
  }
}
