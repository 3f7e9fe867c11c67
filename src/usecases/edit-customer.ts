import type { App } from '../app.ts'
import { type CustomerDraft, composeCustomer } from '../domain/customer.ts'
import type { Customer } from '../domain/document.ts'
import { getCustomer, updateCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { listShares } from '../store/shares.ts'
import { deleteUnsubscribe } from '../store/unsubscribes.ts'
import { mailedHistoryLabel } from './history-share.ts'
import { endShares } from './revoke-shares.ts'

/**
 * Changes a customer. Documents already sent keep the name and address they were sent with. To switch
 * reminders on takes back that the customer stopped them for all documents. Histories that were mailed to an address
 * that is not theirs any more end: it may never have been.
 * @param changes only the fields to change; one without a value stays
 */
export async function editCustomer(
  app: App,
  { customer: ref, changes }: { customer: string; changes: Partial<CustomerDraft> },
): Promise<Customer> {
  const { business } = app.config
  const given = Object.fromEntries(
    Object.entries(changes).filter(([, value]) => value !== undefined),
  )
  return app.db.write(async (trx) => {
    const customer = await getCustomer(trx, ref)
    const fields = composeCustomer(
      { ...customer, ...given },
      { country: business.country, locale: business.locale },
    )
    const edited = { ...customer, ...fields, updated_at: app.clock.now().toISOString() }
    await updateCustomer(trx, edited)
    await endMailedHistories(trx, customer, edited)
    if (changes.reminders) await deleteUnsubscribe(trx, { customer_id: edited.id })
    return edited
  })
}

async function endMailedHistories(trx: Trx, before: Customer, after: Customer): Promise<void> {
  const [old, now] = [before, after].map(({ email }) => mailedHistoryLabel(email).toLowerCase())
  if (old === now) return
  for (const share of await listShares(trx, { customer_id: before.id })) {
    const isMailed = share.kind === 'history' && share.label.toLowerCase() === old
    if (isMailed) await endShares(trx, { id: share.id }, after.updated_at)
  }
}
