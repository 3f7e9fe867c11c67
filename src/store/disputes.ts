import type { Dispute } from '../domain/dispute.ts'
import type { Reader, Trx } from './db.ts'

const disputeColumns = [
  'provider',
  'provider_dispute_id',
  'document_id',
  'ledger_id',
  'state',
  'amount_minor',
  'currency',
  'reason',
  'due_at',
  'opened_at',
  'updated_at',
] as const

/** Notes a dispute, or how it stands now. */
export async function putDispute(trx: Trx, dispute: Dispute): Promise<void> {
  const { state, reason, due_at, updated_at } = dispute
  await trx
    .insertInto('disputes')
    .values(dispute)
    .onConflict((conflict) =>
      conflict
        .columns(['provider', 'provider_dispute_id'])
        .doUpdateSet({ state, reason, due_at, updated_at }),
    )
    .execute()
}

/** The oldest first; of a document, in a state, or all. */
export async function listDisputes(
  r: Reader,
  { document_id, state }: { document_id?: string; state?: Dispute['state'] } = {},
): Promise<Dispute[]> {
  let query = r.selectFrom('disputes').select(disputeColumns).orderBy('opened_at')
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  if (state !== undefined) query = query.where('state', '=', state)
  return (await query.execute()) as Dispute[]
}
