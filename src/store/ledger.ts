import type { LedgerEntry } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { Reader, Trx } from './db.ts'
import { isUniqueViolation } from './fault.ts'
import { touchDocument } from './touch-document.ts'

export const ledgerColumns = [
  'id',
  'document_id',
  'kind',
  'amount_minor',
  'currency',
  'provider',
  'method',
  'provider_payment_id',
  'reference',
  'fee_minor',
  'checkout_id',
  'on',
  'at',
] as const

/**
 * Books one movement for good, and marks the document as changed. Throws conflict when the same movement
 * of the same provider is booked already: whoever asks may then go on, for nothing is missing.
 */
export async function insertLedgerEntry(trx: Trx, entry: LedgerEntry): Promise<void> {
  try {
    await trx.insertInto('ledger').values(entry).execute()
  } catch (error) {
    if (!isUniqueViolation(error, 'ledger.provider')) throw error
    throw new PortalError(
      'conflict',
      `The ${entry.kind} ${entry.provider_payment_id} of ${entry.provider} is booked already.`,
      'See it with `portal payment list`.',
    )
  }
  await touchDocument(trx, entry.document_id, entry.at)
}

/** The entries in the order they were booked; of one document, or of all. */
export async function listLedger(
  r: Reader,
  { document_id }: { document_id?: string } = {},
): Promise<LedgerEntry[]> {
  let query = r.selectFrom('ledger').select(ledgerColumns).orderBy('seq')
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  return (await query.execute()) as LedgerEntry[]
}

/** Fills in what a provider kept of a payment, once it says so. A fee that is known never changes. */
export async function setFee(trx: Trx, ledgerId: string, fee_minor: number): Promise<void> {
  await trx
    .updateTable('ledger')
    .set({ fee_minor })
    .where('id', '=', ledgerId)
    .where('fee_minor', 'is', null)
    .execute()
}

/** A booked entry by its id; undefined when there is none. */
export async function findLedgerEntry(r: Reader, id: string): Promise<LedgerEntry | undefined> {
  const row = await r
    .selectFrom('ledger')
    .select(ledgerColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row as LedgerEntry | undefined
}
