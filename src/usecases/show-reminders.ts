import type { Books } from '../app.ts'
import type { Instant } from '../domain/document.ts'
import { getCustomer } from '../store/customers.ts'
import { getDocument } from '../store/documents.ts'
import { listReminders, type ReminderLine } from '../store/reminders.ts'
import { listUnsubscribes } from '../store/unsubscribes.ts'

/** Whether a document's customer may be reminded, and what was decided so far. */
export type RemindersOfDocument = {
  /** The owner's switches. */
  document: boolean
  customer: boolean
  /** What the customer stopped, and when. */
  stopped: { scope: 'document' | 'customer'; at: Instant } | null
  items: ReminderLine[]
}

/** What the owner sees of a document's reminders and nudges. */
export async function showReminders(
  { db: { read } }: Pick<Books, 'db'>,
  id: string,
): Promise<RemindersOfDocument> {
  const { customer_id, reminders = true } = await getDocument(read, id)
  const customer = await getCustomer(read, customer_id)
  const said = await listUnsubscribes(read, customer_id)
  const all = said.find(({ document_id }) => document_id === null)
  const one = said.find(({ document_id }) => document_id === id)
  return {
    document: reminders,
    customer: customer.reminders,
    stopped: all
      ? { scope: 'customer', at: all.at }
      : one
        ? { scope: 'document', at: one.at }
        : null,
    items: await listReminders(read, id),
  }
}
