import type { App } from '../app.ts'
import type { ProviderName } from '../domain/checkout.ts'
import type { Change } from './settle-checkout.ts'

/** The contract's `reconcile`. */
export type Reconciliation = {
  checked: number
  changed: number
  items: {
    number: string
    provider: ProviderName
    checkout_id: string
    found: Change['found']
    amount_minor: number
    currency: string
  }[]
  /** Checkouts that the owner must look at, old ones included. */
  needs_review: number
  /** Checkouts whose provider did not answer; they are asked about again next time. */
  unreachable: number
}

/**
 * Holds the books against the providers': every checkout that is open or on its way, recent payments for
 * refunds and disputes, refunds that are pending. Books what was missed; a second run changes nothing.
 * @param options.due only those whose turn it is, for the job; else all
 */
export function reconcile(
  _app: App,
  _options: { due?: boolean; on_progress?: (done: number, all: number) => void } = {},
): Promise<Reconciliation> {
  throw new Error('not written yet')
}
