/** A provider across the network, as far as the port goes: its own books, and faults on request. */
import type { CheckoutState, MethodName, ProviderName } from '../../src/domain/checkout.ts'
import type {
  Charge,
  ProviderDispute,
  ProviderRefund,
  ProviderState,
} from '../../src/domain/provider-state.ts'
import {
  type CheckoutRequest,
  type PaymentProvider,
  ProviderError,
} from '../../src/ports/payment-provider.ts'
import type { Providers } from '../../src/ports/providers.ts'

/** What the provider knows of one checkout; tests change it as its customers and owners would. */
export type Session = {
  id: string
  request: CheckoutRequest
  state: CheckoutState
  /** Only credentials of this mode can see it. */
  live: boolean
  /** The customer has agreed, and it is collected when it is asked for (PayPal). */
  agreed: boolean
  charges: Charge[]
  refunds: ProviderRefund[]
  disputes: ProviderDispute[]
}

export type Call = 'create' | 'fetch' | 'expire' | 'refund'

export type ScriptedProvider = PaymentProvider & {
  sessions: Session[]
  calls: Call[]
  /** The session that was opened for a checkout of ours. */
  session(checkoutId: string): Session
  /** The customer pays on the provider's page. */
  pay(checkoutId: string): void
  /** What the customer pays with is declined, and the page stays open. */
  decline(checkoutId: string): void
  /** A bank payment begins, or ends. */
  begin(checkoutId: string): void
  end(checkoutId: string, how: 'succeeded' | 'failed'): void
  /** The owner gives money back in the provider's dashboard. */
  giveBack(checkoutId: string, amount_minor: number): void
  dispute(checkoutId: string, state: ProviderDispute['state']): void
  /** The next such call fails: before anything is done, or after it, with the answer lost. */
  failNext(call: Call, how: 'before' | 'after', kind?: ProviderError['kind']): void
  /** Runs before each call is answered, as a slow network would. */
  wait: (call: Call) => Promise<void>
  /** What it has received and not given back, over all sessions. */
  balance(): number
}

type Options = { methods?: MethodName[]; minimum_minor?: number; now?: () => Date }

export function scriptedProvider(name: ProviderName, options: Options = {}): ScriptedProvider {
  const { methods = [methodOf[name]], minimum_minor = 1, now = () => new Date() } = options
  const at = () => now().toISOString()
  const sessions: Session[] = []
  const calls: Call[] = []
  const faults: { call: Call; how: 'before' | 'after'; kind: ProviderError['kind'] }[] = []
  let count = 0
  const nextId = (what: string) => `${name}_${what}_${++count}`

  const find = (id: string) => {
    const found = sessions.find((one) => one.id === id || one.request.checkout_id === id)
    if (!found) throw new ProviderError('refused', `no session ${id}`, 'req_1')
    return found
  }
  const charge = (session: Session, state: Charge['state']): Charge => ({
    provider_payment_id: nextId('pay'),
    state,
    amount_minor: session.request.amount_minor,
    currency: session.request.currency,
    fee_minor: null,
    at: at(),
    failure: state === 'failed' ? 'declined' : '',
  })
  const firstCharge = (checkoutId: string) => {
    const [first] = find(checkoutId).charges
    if (!first) throw new Error('nothing was paid')
    return first
  }
  const addRefund = (session: Session, refund: Partial<ProviderRefund>): ProviderRefund => {
    const made: ProviderRefund = {
      provider_refund_id: nextId('ref'),
      provider_payment_id: '',
      refund_id: '',
      state: 'succeeded',
      amount_minor: 0,
      currency: session.request.currency,
      at: at(),
      reason: '',
      ...refund,
    }
    session.refunds.push(made)
    return made
  }

  async function call<T>(what: Call, work: () => T): Promise<T> {
    calls.push(what)
    await provider.wait(what)
    const index = faults.findIndex((fault) => fault.call === what)
    const [fault] = index < 0 ? [] : faults.splice(index, 1)
    const lost = () => new ProviderError(fault?.kind ?? 'unreachable', 'no answer', 'req_lost')
    if (fault?.how === 'before') throw lost()
    const answer = work()
    if (fault?.how === 'after') throw lost()
    return answer
  }

  const provider: ScriptedProvider = {
    name,
    methods,
    live: false,
    sessions,
    calls,
    wait: async () => {},
    canCharge: (_method, amount_minor) =>
      amount_minor >= minimum_minor ? { ok: true } : { ok: false, reason: 'minimum' },
    createCheckout: (request) =>
      call('create', () => {
        const known = sessions.find((one) => one.request.checkout_id === request.checkout_id)
        if (known && JSON.stringify(known.request) !== JSON.stringify(request)) {
          throw new ProviderError('refused', 'the same key for another request', 'req_conflict')
        }
        const id = known?.id ?? nextId('cs')
        const { live } = provider
        const fresh = { charges: [], refunds: [], disputes: [], agreed: false, live }
        if (!known) sessions.push({ id, request, state: 'open', ...fresh })
        const url = `https://${name}.example/${id}`
        return { provider_checkout_id: id, refs: {}, url, account: `acct_${name}`, live }
      }),
    fetchCheckout: ({ provider_checkout_id }, { capture }) =>
      call('fetch', () => {
        const session = find(provider_checkout_id)
        if (session.live !== provider.live) {
          throw new ProviderError('refused', `no session ${session.id} in this mode`, 'req_2')
        }
        if (capture && session.agreed && session.state === 'open') provider.pay(session.id)
        return structuredClone(stateOf(session))
      }),
    expireCheckout: ({ provider_checkout_id }) =>
      call('expire', () => {
        const session = find(provider_checkout_id)
        /* What was agreed to at PayPal stays agreed to; it is just never collected. */
        if (session.state === 'open' && name !== 'paypal') session.state = 'expired'
      }),
    refund: ({ checkout, provider_payment_id, refund_id, amount_minor, reason }) =>
      call('refund', () => {
        const session = find(checkout.provider_checkout_id)
        const known = session.refunds.find((one) => one.refund_id === refund_id)
        const asked = { provider_payment_id, refund_id, amount_minor, reason }
        return { ...(known ?? addRefund(session, asked)) }
      }),
    verifyWebhook: async ({ headers, raw }) => {
      if (headers.signature !== 'good') throw new ProviderError('forged', 'a bad signature')
      const { event_id, type, checkout_id = null, payment = null } = JSON.parse(raw.toString())
      const provider_payment_id: string | null = payment
      return { event_id, type, checkout_id, provider_checkout_id: null, provider_payment_id }
    },
    check: async () => ({ account: `acct_${name}`, live: false }),
    session: find,
    pay(checkoutId) {
      const session = find(checkoutId)
      session.charges.push(charge(session, 'succeeded'))
      session.state = 'succeeded'
    },
    decline(checkoutId) {
      const session = find(checkoutId)
      session.charges.push(charge(session, 'failed'))
    },
    begin(checkoutId) {
      const session = find(checkoutId)
      session.charges.push(charge(session, 'processing'))
      session.state = 'processing'
    },
    end(checkoutId, how) {
      const session = find(checkoutId)
      Object.assign(firstCharge(checkoutId), { state: how, at: at() })
      if (how === 'failed') firstCharge(checkoutId).failure = 'insufficient funds'
      session.state = how
    },
    giveBack(checkoutId, amount_minor) {
      const { provider_payment_id } = firstCharge(checkoutId)
      addRefund(find(checkoutId), { provider_payment_id, amount_minor })
    },
    dispute(checkoutId, state) {
      const session = find(checkoutId)
      const [known] = session.disputes
      const { provider_payment_id, amount_minor, currency } = firstCharge(checkoutId)
      const due_at = '2025-02-20T00:00:00.000Z'
      const reason = 'fraudulent'
      const told = { provider_payment_id, state, amount_minor, currency, reason, due_at, at: at() }
      if (known) known.state = state
      else session.disputes.push({ provider_dispute_id: nextId('dp'), ...told })
    },
    failNext: (call, how, kind = 'unreachable') => {
      faults.push({ call, how, kind })
    },
    balance: () => sessions.reduce((sum, session) => sum + keptBy(session), 0),
  }
  return provider
}

/** All that is there, and nothing else. */
export function scriptedProviders(...providers: ScriptedProvider[]): Providers {
  return {
    enabled: () => providers.map(({ name }) => name),
    methods: () =>
      providers.flatMap(({ name, methods }) =>
        methods.map((method) => ({ method, provider: name })),
      ),
    async get(name) {
      const found = providers.find((one) => one.name === name)
      if (found) return found
      throw new Error(`no provider ${name}`)
    },
  }
}

const methodOf = {
  stripe: 'stripe_card',
  paypal: 'paypal',
  square: 'square_card',
  sandbox: 'sandbox',
} as const satisfies Record<ProviderName, MethodName>

function stateOf(session: Session): ProviderState {
  const { request, state, live, charges, refunds, disputes } = session
  const account = `acct_${session.id.split('_')[0]}`
  return { state, reference: request.checkout_id, account, live, charges, refunds, disputes }
}

function keptBy({ charges, refunds, disputes }: Session): number {
  const sum = (amounts: { amount_minor: number }[]) =>
    amounts.reduce((total, { amount_minor }) => total + amount_minor, 0)
  const paid = sum(charges.filter(({ state }) => state === 'succeeded'))
  const back = sum(refunds.filter(({ state }) => state === 'succeeded'))
  return paid - back - sum(disputes.filter(({ state }) => state !== 'won'))
}
