import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { deleteRecurring as deleteStored, getRecurring } from '../store/recurring.ts'

/**
 * Takes a series away that was never used, as if it had not been entered.
 * @throws PortalError wrong_state when invoices were made of it: what came of each date is kept
 */
export async function deleteRecurring(app: App, id: string): Promise<void> {
  await app.db.write(async (trx) => {
    const { made } = await getRecurring(trx, id)
    if (made > 0) {
      const hint = `Have no further one made: portal recurring end ${id}`
      const message = `${made === 1 ? 'An invoice was' : `${made} invoices were`} made of ${id}.`
      throw new PortalError('wrong_state', message, hint)
    }
    await deleteStored(trx, id)
  })
}
