import type { MethodName, ProviderName } from '../domain/checkout.ts'
import type { Instant } from '../domain/document.ts'
import type { ProviderDispute, ProviderRefund, ProviderState } from '../domain/provider-state.ts'

/** What a provider is asked to collect, once, on its own page. */
export type CheckoutRequest = {
  /** Ours; the idempotency key and the reference that the provider keeps (≤ 45 characters). */
  checkout_id: string
  method: MethodName
  amount_minor: number
  currency: string
  /** "Invoice INV-001"; shown on the provider's page. */
  description: string
  number: string
  customer_email: string
  locale: string
  return_url: string
  cancel_url: string
  /** Real time; the provider may end the page later or earlier within its own limits. */
  expires_at: Instant
}

/** What names a checkout at its provider; stored, and handed back for every later question. */
export type ProviderCheckout = {
  checkout_id: string
  provider_checkout_id: string
  /** Further ids that the provider needs, e.g. Square's order. */
  refs: Record<string, string>
  method: MethodName
  amount_minor: number
  currency: string
  /** Whom it pays, as the provider said before; empty or missing where that is not known yet. */
  account?: string
}

export type OpenedCheckout = {
  provider_checkout_id: string
  refs: Record<string, string>
  url: string
  /** To whom it is paid, as later truths will say it; absent where only a fetch tells. */
  account?: string
  live?: boolean
}

/** What a verified webhook is about: enough to find the checkout and ask the provider. */
export type WebhookNotice = {
  event_id: string
  type: string
  checkout_id: string | null
  provider_checkout_id: string | null
  provider_payment_id: string | null
  /**
   * What the signed body itself says about disputes of that payment, where the provider's API may not tell it;
   * kept with the event and added to what is fetched. It does not matter in which order they come.
   */
  disputes?: ProviderDispute[]
}

/** Why a provider did not do what was asked; `request_id` is for its support. */
export class ProviderError extends Error {
  readonly kind: 'unreachable' | 'refused' | 'forged' | 'misconfigured'
  readonly request_id: string

  constructor(kind: ProviderError['kind'], message: string, request_id = '') {
    super(message)
    this.name = 'ProviderError'
    this.kind = kind
    this.request_id = request_id
  }
}

/** What a question about a checkout may do and cost. */
export type FetchOptions = {
  /** Collects what the customer has agreed to; only after a look at what is due. */
  capture: boolean
  /**
   * The customer came back just now and said so (by `return_url`, not `cancel_url`): PayPal is not asked first
   * whether there is something to capture, which saves a call. It may be untrue.
   */
  agreed?: boolean
  /** Also asks for disputes of fresh payments where that costs further calls: for reconcile and webhooks. */
  disputes?: boolean
}

export type CanCharge = { ok: true } | { ok: false; reason: 'currency' | 'minimum' | 'maximum' }

/**
 * A payment provider with its own hosted page. Amounts are integers in minor units. Every call may throw
 * ProviderError; none is made inside a transaction.
 */
export type PaymentProvider = {
  name: ProviderName
  /** What the configuration offers. */
  methods: MethodName[]
  /** Whether its credentials move real money; known without asking. */
  live: boolean
  /** Whether exactly this amount can be charged; nothing is rounded. */
  canCharge(method: MethodName, amount_minor: number, currency: string): CanCharge
  createCheckout(request: CheckoutRequest): Promise<OpenedCheckout>
  /**
   * The truth about a checkout. With `capture`, what the customer has agreed to is collected now (PayPal);
   * the caller has made sure that it is still due. Idempotent.
   */
  fetchCheckout(checkout: ProviderCheckout, options: FetchOptions): Promise<ProviderState>
  /** Makes sure that nobody pays on the page any more. */
  expireCheckout(checkout: ProviderCheckout): Promise<void>
  refund(request: {
    checkout: ProviderCheckout
    provider_payment_id: string
    /** Ours; the idempotency key. */
    refund_id: string
    amount_minor: number
    currency: string
    reason: string
  }): Promise<ProviderRefund>
  /** Present only when a secret is configured: no secret, no route. Throws ProviderError `forged`. */
  verifyWebhook?: (request: {
    headers: Record<string, string>
    raw: Buffer
    /** Real time: signature skew does not follow the business clock. */
    now: Date
  }) => Promise<WebhookNotice>
  /** Asks who we are: account, mode, reachable; and what time it is there, where the answer says so. For `doctor`. */
  check(): Promise<{ account: string; live: boolean; at?: Instant }>
}
