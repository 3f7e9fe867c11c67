import { PortalError } from '../domain/errors.ts'
import type { Receipt } from '../domain/receipt.ts'
import type { Reader, Trx } from './db.ts'

const receiptColumns = ['number', 'ledger_id', 'document_id', 'share_id', 'created_at'] as const

/** Adds the receipt of a payment; its number must be claimed and its share made in the same transaction. */
export async function insertReceipt(trx: Trx, receipt: Receipt): Promise<void> {
  await trx.insertInto('receipts').values(receipt).execute()
}

/** The receipt with this number, upper or lower case; undefined when there is none. */
export async function findReceipt(r: Reader, number: string): Promise<Receipt | undefined> {
  return r
    .selectFrom('receipts')
    .select(receiptColumns)
    .where((eb) => eb(eb.fn<string>('upper', ['number']), '=', number.toUpperCase()))
    .executeTakeFirst()
}

/** Like `findReceipt`; throws not_found. */
export async function getReceipt(r: Reader, number: string): Promise<Receipt> {
  const found = await findReceipt(r, number)
  if (found) return found
  throw new PortalError(
    'not_found',
    `There is no receipt "${number}".`,
    '`portal payment list` shows all payments with their receipts.',
  )
}
