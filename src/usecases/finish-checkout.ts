import type { App } from '../app.ts'
import type { ReturnInput } from '../ports/payment-pages.ts'

export type FinishedCheckout = { status: 'page'; page: ReturnInput } | { status: 'unknown' }

/**
 * What the return page shows: `/go/:id/return?k=…`, with `canceled=1` where the provider sends those who
 * gave up. Asks the provider at most once, and collects what the customer agreed to only if it is still due.
 */
export function finishCheckout(
  _app: App,
  _input: { id: string; k: string; canceled: boolean },
): Promise<FinishedCheckout> {
  throw new Error('not written yet')
}
