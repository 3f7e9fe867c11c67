import type { Refund } from '../domain/refund.ts'
import type { Reader, Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { toBit } from './json.ts'

const refundColumns = [
  'id',
  'document_id',
  'ledger_id',
  'provider',
  'amount_minor',
  'currency',
  'reason',
  'reopen',
  'state',
  'provider_refund_id',
  'failure',
  'created_at',
  'updated_at',
] as const

/** Notes a refund before its provider is asked, so that none is ever forgotten. */
export async function insertRefund(trx: Trx, refund: Refund): Promise<void> {
  await trx
    .insertInto('refunds')
    .values({ ...refund, reopen: toBit(refund.reopen) })
    .execute()
}

/** Notes what became of a refund. */
export async function updateRefund(
  trx: Trx,
  id: string,
  changes: Pick<Refund, 'state' | 'provider_refund_id' | 'failure' | 'updated_at'>,
): Promise<void> {
  const result = await trx
    .updateTable('refunds')
    .set(changes)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The refund ${id}`)
}

/** A refund by its id; undefined when there is none. */
export async function findRefund(r: Reader, id: string): Promise<Refund | undefined> {
  const row = await r
    .selectFrom('refunds')
    .select(refundColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && refundOf(row)
}

/** The oldest first; of a document, in a state, or all. */
export async function listRefunds(
  r: Reader,
  { document_id, state }: { document_id?: string; state?: Refund['state'] } = {},
): Promise<Refund[]> {
  let query = r.selectFrom('refunds').select(refundColumns).orderBy('created_at').orderBy('id')
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  if (state !== undefined) query = query.where('state', '=', state)
  return (await query.execute()).map(refundOf)
}

function refundOf(row: { reopen: 0 | 1; [column: string]: unknown }): Refund {
  return { ...row, reopen: row.reopen === 1 } as Refund
}
