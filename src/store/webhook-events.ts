import type { ProviderName } from '../domain/checkout.ts'
import type { Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { ProviderDispute } from '../domain/provider-state.ts'
import type { WebhookEvent, WebhookState } from '../domain/webhook-event.ts'
import type { Reader, Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { fromJson } from './json.ts'

const eventColumns = [
  'id',
  'provider',
  'event_id',
  'type',
  'state',
  'attempts',
  'error',
  'checkout_id',
  'provider_checkout_id',
  'provider_payment_id',
  'received_at',
  'processed_at',
] as const

/** A stored event without its body, which is kept for the owner's eyes only, and what is read with it. */
export type StoredWebhook = Omit<WebhookEvent, 'body' | 'disputes'>

/**
 * Stores events to be looked at from `received_at` on. Gives for each the id under which it is stored: of a
 * repeated one the first.
 */
export async function insertWebhooks(trx: Trx, events: readonly WebhookEvent[]): Promise<string[]> {
  await trx
    .insertInto('webhook_events')
    .values(events.map(rowOf))
    .onConflict((conflict) => conflict.columns(['provider', 'event_id']).doNothing())
    .execute()
  const rows = await trx
    .selectFrom('webhook_events')
    .select(['id', 'provider', 'event_id'])
    .where(
      'event_id',
      'in',
      events.map(({ event_id }) => event_id),
    )
    .execute()
  const ids = new Map(rows.map(({ id, provider, event_id }) => [`${provider} ${event_id}`, id]))
  return events.map(({ id, provider, event_id }) => ids.get(`${provider} ${event_id}`) ?? id)
}

export type WebhookClaim = { now: Instant; realNow: Instant; until: Instant; ids?: string[] }

/** Takes the next event that is due (or the next of these) for this process, until `until` (real time). */
export async function claimWebhook(
  trx: Trx,
  { now, realNow, until, ids }: WebhookClaim,
): Promise<StoredWebhook | undefined> {
  let due = trx
    .selectFrom('webhook_events')
    .select('id')
    .where('next_attempt_at', '<=', now)
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', realNow)]))
    .orderBy('next_attempt_at')
    .orderBy('seq')
    .limit(1)
  if (ids) due = due.where('id', 'in', ids)
  const row = await trx
    .updateTable('webhook_events')
    .set((eb) => ({ leased_until: until, attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returning(eventColumns)
    .executeTakeFirst()
  return row as StoredWebhook | undefined
}

/** How many there are to be looked at by now. */
export async function countDueWebhooks(r: Reader, now: Instant): Promise<number> {
  const { count } = await r
    .selectFrom('webhook_events')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('next_attempt_at', '<=', now)
    .executeTakeFirstOrThrow()
  return count
}

/** Ends a claim: done with, or to be tried again at `next_attempt_at`. */
export async function settleWebhook(
  trx: Trx,
  id: string,
  outcome: Pick<WebhookEvent, 'state' | 'error' | 'processed_at'> & {
    next_attempt_at: Instant | null
  },
): Promise<void> {
  const result = await trx
    .updateTable('webhook_events')
    .set({ ...outcome, leased_until: null })
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The webhook ${id}`)
}

/** Lets events be looked at once more, from `at` on. Throws not_found unless all are there. */
export async function requeueWebhooks(
  trx: Trx,
  which: { ids: string[] } | { failed: true },
  at: Instant,
): Promise<string[]> {
  const again = trx
    .updateTable('webhook_events')
    .set({ state: 'received', next_attempt_at: at, leased_until: null, error: '' })
  if (!('ids' in which)) {
    return idsOf(await again.where('state', '=', 'failed').returning('id').execute())
  }
  const found = idsOf(await again.where('id', 'in', which.ids).returning('id').execute())
  const missing = which.ids.find((id) => !found.includes(id))
  if (missing === undefined) return found
  throw new PortalError(
    'not_found',
    `There is no webhook with the id "${missing}".`,
    '`portal webhook list` shows all webhooks with their ids.',
  )
}

export type WebhookFilter = {
  provider?: ProviderName
  state?: WebhookState
  ids?: string[]
  limit: number
  offset: number
}

/** A page of events, the newest first, and how many there are in all. */
export async function listStoredWebhooks(
  r: Reader,
  { provider, state, ids, limit, offset }: WebhookFilter,
): Promise<{ items: StoredWebhook[]; total: number }> {
  let matching = r.selectFrom('webhook_events')
  if (provider !== undefined) matching = matching.where('provider', '=', provider)
  if (state !== undefined) matching = matching.where('state', '=', state)
  if (ids !== undefined) matching = matching.where('id', 'in', ids)
  const rows = await matching
    .select(eventColumns)
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows as StoredWebhook[], total }
}

/** What webhooks said of disputes of these payments, in the order in which they came. */
export async function listToldDisputes(
  r: Reader,
  provider: ProviderName,
  paymentIds: readonly string[],
): Promise<ProviderDispute[]> {
  if (paymentIds.length === 0) return []
  const rows = await r
    .selectFrom('webhook_events')
    .select('disputes')
    .where('provider_payment_id', 'in', paymentIds)
    .where('disputes', 'is not', null)
    .where('provider', '=', provider)
    .orderBy('seq')
    .execute()
  return rows.flatMap(({ disputes }) => fromJson<ProviderDispute[]>(disputes ?? '[]'))
}

/** What was kept of each event's body, for `verify`. */
export async function listWebhookBodies(r: Reader): Promise<{ id: string; body: string }[]> {
  return r.selectFrom('webhook_events').select(['id', 'body']).execute()
}

function rowOf({ disputes, ...event }: WebhookEvent) {
  return {
    ...event,
    disputes: disputes.length > 0 ? JSON.stringify(disputes) : null,
    next_attempt_at: event.received_at,
  }
}

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id)
}
