import type { Checkout, CheckoutState, ProviderName } from '../domain/checkout.ts'
import type { Instant } from '../domain/document.ts'
import type { Reader, Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { fromJson, toBit } from './json.ts'

const checkoutColumns = [
  'id',
  'document_id',
  'share_id',
  'content_hash',
  'lang',
  'provider',
  'method',
  'amount_minor',
  'currency',
  'state',
  'pending_minor',
  'provider_checkout_id',
  'refs',
  'url',
  'account',
  'live',
  'review',
  'failure',
  'created_at',
  'updated_at',
  'processing_at',
  'asked_at',
  'expires_at',
  'returned_at',
  'leased_until',
] as const

/** Adds a checkout. The database refuses a second open one of the same document. */
export async function insertCheckout(trx: Trx, checkout: Checkout): Promise<void> {
  await trx.insertInto('checkouts').values(rowOf(checkout)).execute()
}

/** What may change of a checkout; what it asks for never does. */
export type CheckoutChanges = Partial<
  Omit<
    Checkout,
    | 'id'
    | 'document_id'
    | 'lang'
    | 'provider'
    | 'method'
    | 'amount_minor'
    | 'currency'
    | 'created_at'
  >
>

/** Changes a checkout. Its document is to be touched where a page shows the change. */
export async function updateCheckout(
  trx: Trx,
  id: string,
  changes: CheckoutChanges,
): Promise<void> {
  const result = await trx
    .updateTable('checkouts')
    .set(rowOf(changes))
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The checkout ${id}`)
}

/** A time in which one process has something to itself; real time, not the business's. */
export type Lease = { realNow: Instant; until: Instant }

/**
 * Takes the right to talk to the provider about an open checkout. False when another process has it, or the
 * checkout is not open any more.
 */
export async function leaseCheckout(
  trx: Trx,
  id: string,
  { realNow, until }: Lease,
): Promise<boolean> {
  const result = await trx
    .updateTable('checkouts')
    .set({ leased_until: until })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('leased_until', 'is', null), eb('leased_until', '<=', realNow)]))
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Gives the right back. One that ran out may be another process's by now, and stays with that. */
export async function releaseCheckout(trx: Trx, id: string, until: Instant): Promise<void> {
  await trx
    .updateTable('checkouts')
    .set({ leased_until: null })
    .where('id', '=', id)
    .where('leased_until', '=', until)
    .execute()
}

/** A checkout by its id; undefined when there is none. */
export async function findCheckout(r: Reader, id: string): Promise<Checkout | undefined> {
  const row = await select(r).where('id', '=', id).executeTakeFirst()
  return row && checkoutOf(row)
}

/** The one open checkout of a document; undefined when there is none. */
export async function findOpenCheckout(
  r: Reader,
  documentId: string,
): Promise<Checkout | undefined> {
  const row = await select(r)
    .where('document_id', '=', documentId)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return row && checkoutOf(row)
}

/** What a provider calls a checkout: ours, its own, or the payment that came of it. */
export type CheckoutNames = {
  checkout_id: string | null
  provider_checkout_id: string | null
  provider_payment_id: string | null
}

/** The checkout of this provider that goes by any of these names; another provider's never does. */
export async function findCheckoutByNames(
  r: Reader,
  provider: ProviderName,
  { checkout_id, provider_checkout_id, provider_payment_id }: CheckoutNames,
): Promise<Checkout | undefined> {
  const row = await select(r)
    .where('provider', '=', provider)
    .where((eb) =>
      eb.or([
        eb('id', '=', checkout_id ?? ''),
        eb.and([
          eb('provider_checkout_id', '=', provider_checkout_id ?? ''),
          eb('provider_checkout_id', '<>', ''),
        ]),
        eb(
          'id',
          'in',
          eb
            .selectFrom('ledger')
            .select('checkout_id')
            .where('ledger.provider', '=', provider)
            .where('ledger.provider_payment_id', '=', provider_payment_id ?? '')
            .where('ledger.provider_payment_id', '<>', '')
            .where('ledger.checkout_id', 'is not', null)
            .$castTo<{ checkout_id: string }>(),
        ),
      ]),
    )
    .orderBy('seq')
    .executeTakeFirst()
  return row && checkoutOf(row)
}

/** In the order in which they were started; of a document, in some states, or all. */
export async function listCheckouts(
  r: Reader,
  { document_id, states }: { document_id?: string; states?: CheckoutState[] } = {},
): Promise<Checkout[]> {
  let query = select(r).orderBy('seq')
  if (document_id !== undefined) query = query.where('document_id', '=', document_id)
  if (states !== undefined) query = query.where('state', 'in', states)
  return (await query.execute()).map(checkoutOf)
}

/** Those that reached one of these states at or after an instant, the oldest first. */
export async function listCheckoutsSince(
  r: Reader,
  states: CheckoutState[],
  since: Instant,
): Promise<Checkout[]> {
  const rows = await select(r)
    .where('state', 'in', states)
    .where('updated_at', '>=', since)
    .orderBy('seq')
    .execute()
  return rows.map(checkoutOf)
}

/** How many checkouts the owner must look at. */
export async function countReviews(r: Reader): Promise<number> {
  const { count } = await r
    .selectFrom('checkouts')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('review', '<>', '')
    .executeTakeFirstOrThrow()
  return count
}

function select(r: Reader) {
  return r.selectFrom('checkouts').select(checkoutColumns)
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function checkoutOf({ refs, live, ...row }: Row): Checkout {
  return { ...row, refs: fromJson(refs), live: live === 1 } as Checkout
}

function rowOf<T extends Partial<Checkout>>({ refs, live, ...checkout }: T) {
  return {
    ...checkout,
    ...(refs === undefined ? {} : { refs: JSON.stringify(refs) }),
    ...(live === undefined ? {} : { live: toBit(live) }),
  } as Omit<T, 'refs' | 'live'> & { refs: string; live: 0 | 1 }
}
