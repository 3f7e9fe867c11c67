import type { App } from '../app.ts'
import type { Customer } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { deleteCustomer, getCustomer } from '../store/customers.ts'
import { countDocumentsOfCustomer } from '../store/documents.ts'
import { deleteHistoryLinks } from '../store/shares.ts'

/**
 * Removes a customer and all that is known of them.
 * @throws PortalError wrong_state when documents name them: those are the books, and books are kept
 */
export async function eraseCustomer(
  app: App,
  { customer: ref }: { customer: string },
): Promise<Customer> {
  return app.db.write(async (trx) => {
    const customer = await getCustomer(trx, ref)
    const documents = await countDocumentsOfCustomer(trx, customer.id)
    if (documents === 0) {
      await deleteHistoryLinks(trx, customer.id)
      await deleteCustomer(trx, customer.id)
      return customer
    }
    throw new PortalError(
      'wrong_state',
      `${customer.name} has ${documents} ${documents === 1 ? 'document' : 'documents'}, which are kept.`,
      `Take them out of the lists instead: portal customer archive ${customer.id}`,
    )
  })
}
