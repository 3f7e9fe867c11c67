import { sql } from 'kysely'
import type { Instant } from '../domain/document.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import type { Reader, Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { type Fragment, fragment, listOf, select } from './fragment.ts'
import { messageColumns, messageOf } from './outbox.ts'

export type Claim = {
  /** Business time: what is due. */
  now: Instant
  /** Real time: what leases go by. */
  realNow: Instant
  leaseMs: number
  limit: number
  /** Only these, as when a command sends what it has just written. */
  ids?: readonly string[]
}

/**
 * Takes messages for delivery, oldest first: due ones, and those whose claimer has not come back within its
 * lease (they keep their Message-ID, so the second copy can be told). No two processes get the same one.
 */
export async function claimMessages(trx: Trx, claim: Claim): Promise<OutboxMessage[]> {
  const claimed: OutboxMessage[] = []
  for (const id of await claimable(trx, claim)) {
    const message = await claimOne(trx, id, claim)
    if (message) claimed.push(message)
  }
  return claimed
}

/** How many wait to go out at this time, those that somebody is delivering aside. */
export async function countDue(r: Reader, now: Instant): Promise<number> {
  const { count } = await r
    .selectFrom('outbox')
    .select(sql<number>`count(*)`.as('count'))
    .where('state', '=', sql.lit('pending'))
    .where('next_attempt_at', '<=', now)
    .executeTakeFirstOrThrow()
  return count
}

/** How the delivery of a claimed message ended. */
export type Outcome =
  | { state: 'sent'; at: Instant }
  | {
      state: 'retry'
      next_attempt_at: Instant
      error: string
      /** Where the days in which it is tried begin anew. */
      retry_since?: Instant
    }
  | { state: 'failed'; error: string }
  | { state: 'canceled'; error?: string }

/**
 * Writes how a delivery ended. Only a message that was claimed can be settled, and only by its last claimer
 * when `attempt` (its `attempts` as claimed) is given; a pending one can be canceled. Throws conflict else.
 */
export async function settleMessage(
  trx: Trx,
  id: string,
  outcome: Outcome,
  attempt?: number,
): Promise<void> {
  let query = trx
    .updateTable('outbox')
    .set({ ...changesOf(outcome), leased_until: null })
    .where('id', '=', id)
    .where('state', 'in', outcome.state === 'canceled' ? ['pending', 'sending'] : ['sending'])
  if (attempt !== undefined) query = query.where('attempts', '=', attempt)
  const result = await query.executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The mail ${id}`)
}

async function claimable(trx: Trx, claim: Claim): Promise<string[]> {
  const { limit, ids } = claim
  const among = ids ? fragment`id IN ${listOf(ids)}` : everyone
  const rows = await select<{ id: string }>(
    trx,
    fragment`SELECT id FROM outbox WHERE seq IN ${waiting(claim)} AND ${among}
      ORDER BY seq LIMIT ${limit}`,
  )
  return rows.map(({ id }) => id)
}

const everyone: Fragment = { text: 'TRUE', values: [] }

/* Each half has its index; joined by OR, all mails there ever were would be read each minute. */
export function waiting({ now, realNow }: Pick<Claim, 'now' | 'realNow'>): Fragment {
  return fragment`(
    SELECT seq FROM outbox WHERE state = 'pending' AND next_attempt_at <= ${now}
    UNION ALL SELECT seq FROM outbox WHERE state = 'sending' AND leased_until <= ${realNow})`
}

async function claimOne(
  trx: Trx,
  id: string,
  { now, realNow, leaseMs }: Claim,
): Promise<OutboxMessage | undefined> {
  const leasedUntil = new Date(Date.parse(realNow) + leaseMs).toISOString()
  const row = await trx
    .updateTable('outbox')
    .set((eb) => ({
      state: 'sending',
      leased_until: leasedUntil,
      attempts: eb('attempts', '+', 1),
    }))
    .where('id', '=', id)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', '=', 'pending'), eb('next_attempt_at', '<=', now)]),
        eb.and([eb('state', '=', 'sending'), eb('leased_until', '<=', realNow)]),
      ]),
    )
    .returning(messageColumns)
    .executeTakeFirst()
  return row && messageOf(row)
}

function changesOf(outcome: Outcome) {
  switch (outcome.state) {
    case 'sent':
      return { state: 'sent', sent_at: outcome.at, last_error: '' }
    case 'retry':
      return {
        state: 'pending',
        next_attempt_at: outcome.next_attempt_at,
        last_error: outcome.error,
        ...(outcome.retry_since === undefined ? {} : { retry_since: outcome.retry_since }),
      }
    case 'failed':
      return { state: 'failed', last_error: outcome.error }
    case 'canceled':
      return { state: 'canceled', last_error: outcome.error ?? '' }
  }
}
