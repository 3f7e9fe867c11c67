import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import { type Lease, releaseCheckout } from '../store/checkouts.ts'
import { leaveToJobs } from './leave-to-jobs.ts'

/**
 * How long one process has a checkout to itself while it talks to the provider, in real time; longer than
 * any call to a provider may take. A process that was killed meanwhile blocks nobody for longer.
 */
const leaseMs = 60_000

/**
 * The same for opening a page: doing that twice gives the same page, so the next click need not wait for long
 * where a process was killed.
 */
export const openingLeaseMs = 15_000

/** A lease that begins now. */
export function beginLease(ms = leaseMs): Lease {
  const now = Date.now()
  return { realNow: new Date(now).toISOString(), until: new Date(now + ms).toISOString() }
}

/** Gives a lease back. It ends by itself too, so a locked database is no fault of what was done under it. */
export async function endLease(
  app: App,
  { id }: Pick<Checkout, 'id'>,
  { until }: Lease,
): Promise<void> {
  await app.db.write((trx) => releaseCheckout(trx, id, until)).catch(leaveToJobs)
}
