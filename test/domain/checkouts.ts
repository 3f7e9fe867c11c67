import type { Checkout } from '../../src/domain/checkout.ts'

/** An open checkout of `aDocument` over 100.00 at Stripe, unless told otherwise. */
export function aCheckout(changes: Partial<Checkout> = {}): Checkout {
  return {
    id: 'co_1',
    document_id: 'doc_1',
    share_id: null,
    content_hash: 'hash',
    lang: null,
    provider: 'stripe',
    method: 'stripe_card',
    amount_minor: 10_000,
    currency: 'USD',
    state: 'open',
    pending_minor: 0,
    provider_checkout_id: 'cs_1',
    refs: {},
    url: 'https://checkout.example/cs_1',
    account: 'acct_1',
    live: false,
    review: '',
    failure: '',
    created_at: '2025-01-20T09:00:00.000Z',
    updated_at: '2025-01-20T09:00:00.000Z',
    processing_at: null,
    asked_at: null,
    expires_at: '2025-01-20T11:00:00.000Z',
    returned_at: null,
    leased_until: null,
    ...changes,
  }
}
