import type { App } from '../app.ts'
import type { Customer } from '../domain/document.ts'
import { getCustomer, updateCustomer } from '../store/customers.ts'

/** Hides a customer from lists, or with `restore` shows them again; documents and links stay. */
export async function archiveCustomer(
  app: App,
  { customer: ref, restore = false }: { customer: string; restore?: boolean },
): Promise<Customer> {
  return app.db.write(async (trx) => {
    const customer = await getCustomer(trx, ref)
    const now = app.clock.now().toISOString()
    const archived_at = restore ? null : (customer.archived_at ?? now)
    const archived = { ...customer, archived_at, updated_at: now }
    await updateCustomer(trx, archived)
    return archived
  })
}
