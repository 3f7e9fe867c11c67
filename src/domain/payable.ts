/** What a customer may pay online now (design §8). What they then ask for is read by `pay-form.ts`. */
import { balance } from './balance.ts'
import type { MethodName, ProviderName } from './checkout.ts'
import type { Document } from './document.ts'

/** Why nothing can be paid online now. */
export type NotPayable =
  | 'not_open'
  | 'void'
  | 'already_paid'
  | 'processing'
  | 'resting'
  | 'offline'
  | 'no_method'

/** What the pay page offers. */
export type PayOptions = {
  due_minor: number
  currency: string
  /**
   * Bounds of another amount, null where only all that is due can be paid. What is left after it must be
   * nothing or at least `least_minor`.
   */
  custom: { least_minor: number; most_minor: number } | null
  /** The methods that can charge the amount due, or some other amount that may be chosen. */
  methods: { method: MethodName; provider: ProviderName }[]
}

/** A method with what its provider says about an amount; `minimum` holds for every amount below. */
export type Charger = {
  method: MethodName
  provider: ProviderName
  /** Whether exactly this amount of the document's currency can be charged. */
  check(amount_minor: number): 'ok' | 'minimum' | 'no'
}

/** Whether, and from which amount on, less than all may be paid. */
export type PartialRule = { enabled: boolean; minimum_minor: number }

/** What can be paid by these methods, or why nothing can. */
export function payOptions(
  document: Document,
  chargers: readonly Charger[],
  partial: PartialRule,
): PayOptions | NotPayable {
  const reason = whyNotPayable(document)
  if (reason) return reason
  const due_minor = balance(document).amount_due_now_minor
  /* A deposit is paid whole. */
  const mayBePart = partial.enabled && document.kind === 'invoice'
  const least = (charger: Charger) =>
    leastChargeable(charger, Math.max(1, partial.minimum_minor), due_minor)
  const custom = mayBePart ? boundsOf(due_minor, chargers.map(least)) : null
  const most = custom === null ? 0 : due_minor - custom.least_minor
  const methods = chargers.filter(
    (charger) => charger.check(due_minor) === 'ok' || least(charger) <= most,
  )
  if (methods.length === 0) return 'no_method'
  return {
    due_minor,
    currency: document.content.currency,
    custom,
    methods: methods.map(({ method, provider }) => ({ method, provider })),
  }
}

/** Why a document cannot be paid online at all now; null when it can. */
export function whyNotPayable(document: Document): NotPayable | null {
  const { kind, state, pending_minor, rested_at, content } = document
  if (state === 'void') return 'void'
  const isOpen =
    (kind === 'invoice' && state === 'sent') || (kind === 'estimate' && state === 'approved')
  if (!isOpen) return 'not_open'
  const due = balance({ ...document, rested_at: null }).amount_due_now_minor
  if (due <= 0) return pending_minor > 0 ? 'processing' : 'already_paid'
  if (rested_at !== null) return 'resting'
  return content.online_pay ? null : 'offline'
}

/**
 * What is paid must be payable by some method, and what it leaves must be nothing or as much; null where
 * that leaves no choice.
 */
function boundsOf(due: number, leasts: number[]): PayOptions['custom'] {
  const least_minor = Math.min(...leasts)
  return due - least_minor < least_minor ? null : { least_minor, most_minor: due }
}

/** The smallest amount that is not below the provider's minimum, by halving; Infinity for none. */
function leastChargeable({ check }: Charger, from: number, to: number): number {
  if (from > to || check(to) === 'minimum') return Number.POSITIVE_INFINITY
  let [low, high] = [from, to]
  while (low < high) {
    const middle = low + Math.floor((high - low) / 2)
    if (check(middle) === 'minimum') low = middle + 1
    else high = middle
  }
  return check(low) === 'no' ? Number.POSITIVE_INFINITY : low
}
