import type { Books } from '../app.ts'
import type { Instant } from '../domain/document.ts'
import { listUnsubscribes } from '../store/unsubscribes.ts'

/** When a customer stopped all reminders; null where they did not. */
export async function stoppedAt(
  { db: { read } }: Pick<Books, 'db'>,
  customerId: string,
): Promise<Instant | null> {
  const said = await listUnsubscribes(read, customerId)
  return said.find(({ document_id }) => document_id === null)?.at ?? null
}
