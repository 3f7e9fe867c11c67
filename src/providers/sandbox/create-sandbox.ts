import type { Charge, ProviderRefund, ProviderState } from '../../domain/provider-state.ts'
import { type PaymentProvider, ProviderError } from '../../ports/payment-provider.ts'
import type { SandboxBooks, SandboxCheckout } from '../../ports/sandbox-books.ts'

export type SandboxTools = {
  books: SandboxBooks
  /** The business clock: by it, bank transfers settle. */
  now: () => Date
  /** An id beyond guessing for a hosted page. */
  nextId: () => string
  public_url: string
}

/** How long a payment that was left pending is on its way. */
const settlesAfterMs = 24 * 60 * 60 * 1000

/**
 * Play money for demo and tests: a provider like the others, with its own books and its own hosted page,
 * which `portal serve` shows under `/sandbox/<id>`. It sends no webhooks.
 */
export async function createSandbox(tools: SandboxTools): Promise<PaymentProvider> {
  return {
    name: 'sandbox',
    methods: ['sandbox'],
    live: false,
    canCharge: (_method, amount_minor) =>
      amount_minor > 0 ? { ok: true } : { ok: false, reason: 'minimum' },
    createCheckout: (request) => open(tools, request),
    async fetchCheckout({ provider_checkout_id }) {
      const found = await tools.books.change(provider_checkout_id, (one) => age(tools, one))
      if (!found) throw new ProviderError('refused', 'The sandbox knows no such checkout.')
      return stateOf(found)
    },
    async expireCheckout({ provider_checkout_id }) {
      await tools.books.change(provider_checkout_id, (one) =>
        one.state === 'open' ? changed(tools, one, 'expired') : one,
      )
    },
    refund: (request) => refund(tools, request),
    check: async () => ({ account: 'sandbox', live: false }),
  }
}

async function open(
  { books, now, nextId, public_url }: SandboxTools,
  request: Parameters<PaymentProvider['createCheckout']>[0],
): ReturnType<PaymentProvider['createCheckout']> {
  const { checkout_id: reference, amount_minor, currency, locale, description } = request
  const { expires_at } = request
  const at = now().toISOString()
  const { id } = await books.open({
    id: nextId(),
    reference,
    state: 'open',
    amount_minor,
    currency,
    locale,
    description,
    created_at: at,
    changed_at: at,
    expires_at,
    refunds: [],
  })
  const url = `${public_url}/sandbox/${id}`
  return { provider_checkout_id: id, refs: {}, url, account: 'sandbox', live: false }
}

/** What time alone changes: an open page ends (real time), a pending payment settles (business time). */
function age(tools: SandboxTools, checkout: SandboxCheckout): SandboxCheckout {
  const { state, expires_at, changed_at } = checkout
  if (state === 'open' && Date.parse(expires_at) <= Date.now()) {
    return changed(tools, checkout, 'expired')
  }
  const pendingMs = tools.now().getTime() - Date.parse(changed_at)
  return state === 'pending' && pendingMs >= settlesAfterMs
    ? changed(tools, checkout, 'paid')
    : checkout
}

function changed(
  { now }: SandboxTools,
  checkout: SandboxCheckout,
  state: SandboxCheckout['state'],
): SandboxCheckout {
  return { ...checkout, state, changed_at: now().toISOString() }
}

const states = {
  open: 'open',
  pending: 'processing',
  paid: 'succeeded',
  declined: 'failed',
  failed: 'failed',
  canceled: 'canceled',
  expired: 'expired',
} as const satisfies Record<SandboxCheckout['state'], ProviderState['state']>

function stateOf(checkout: SandboxCheckout): ProviderState {
  const { reference, state, refunds } = checkout
  return {
    state: states[state],
    reference,
    account: 'sandbox',
    live: false,
    charges: chargesOf(checkout),
    refunds: refunds.map((one) => refundOf(checkout, one)),
    disputes: [],
  }
}

const failures = {
  declined: 'The card was declined.',
  failed: 'The bank sent the payment back.',
} as const

function chargesOf({ id, state, amount_minor, currency, changed_at }: SandboxCheckout): Charge[] {
  const told = states[state]
  if (told !== 'processing' && told !== 'succeeded' && told !== 'failed') return []
  const failure = state === 'declined' || state === 'failed' ? failures[state] : ''
  const provider_payment_id = paymentId(id)
  const at = changed_at
  return [
    { provider_payment_id, state: told, amount_minor, currency, fee_minor: null, at, failure },
  ]
}

async function refund(
  { books, now }: SandboxTools,
  request: Parameters<PaymentProvider['refund']>[0],
): Promise<ProviderRefund> {
  const { refund_id, amount_minor, reason, checkout } = request
  const found = await books.change(checkout.provider_checkout_id, (one) => {
    const isKnown = one.refunds.some((known) => known.refund_id === refund_id)
    const refunded = one.refunds.reduce((sum, known) => sum + known.amount_minor, 0)
    if (isKnown || one.state !== 'paid' || refunded + amount_minor > one.amount_minor) return one
    const id = `${one.id}_refund_${one.refunds.length + 1}`
    const added = { id, refund_id, amount_minor, reason, at: now().toISOString() }
    return { ...one, refunds: [...one.refunds, added] }
  })
  const made = found?.refunds.find((one) => one.refund_id === refund_id)
  if (found && made) return refundOf(found, made)
  throw new ProviderError('refused', 'The sandbox has not so much of this payment to give back.')
}

function refundOf(
  { id, currency }: SandboxCheckout,
  { id: provider_refund_id, ...refund }: SandboxCheckout['refunds'][number],
): ProviderRefund {
  return {
    provider_refund_id,
    provider_payment_id: paymentId(id),
    state: 'succeeded',
    currency,
    ...refund,
  }
}

function paymentId(id: string): string {
  return `${id}_payment`
}
