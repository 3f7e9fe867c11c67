/** What Stripe knows of an account: sessions, their payments, refunds, disputes, and their fate. */
import { randomBytes } from 'node:crypto'
import type { FormFields } from './form.ts'
import { fieldAt, fieldsAt } from './form.ts'

export type StripeRefund = {
  id: string
  amount: number
  status: string
  created: number
  metadata: Record<string, string>
  reason: string | null
}

export type StripeDispute = { id: string; amount: number; status: string; created: number }

export type StripePayment = {
  id: string
  charge_id: string
  /** The state of the charge; there is none while the bank account is not verified. */
  status: 'unverified' | 'pending' | 'succeeded' | 'failed'
  failure: string
  created: number
  refunds: StripeRefund[]
  disputes: StripeDispute[]
}

export type StripeSession = {
  id: string
  status: 'open' | 'complete' | 'expired'
  reference: string
  method: string
  amount: number
  currency: string
  metadata: Record<string, string>
  success_url: string
  cancel_url: string
  expires_at: number
  payment: StripePayment | undefined
}

export type StripeAccount = ReturnType<typeof openAccount>

/** `tell` is called with each thing that happens, in the words of Stripe's events. */
export function openAccount(tell: (type: string, session: StripeSession, about: string) => void) {
  const sessions = new Map<string, StripeSession>()
  const get = (id: string): StripeSession => {
    const session = sessions.get(id)
    if (!session) throw new Error(`There is no session ${id}.`)
    return session
  }
  const paymentOf = (id: string): StripePayment => {
    const { payment } = get(id)
    if (!payment) throw new Error(`Nothing was paid in ${id}.`)
    return payment
  }

  function pay(id: string): void {
    const session = get(id)
    if (session.status !== 'open') throw new Error(`The session is ${session.status}.`)
    session.status = 'complete'
    session.payment = { ...newPayment(session), status: 'pending' }
    if (session.method === 'card') session.payment.status = 'succeeded'
    tell('payment_intent.created', session, 'payment_intent')
    const isPaid = session.payment.status === 'succeeded'
    tell(isPaid ? 'charge.succeeded' : 'payment_intent.processing', session, 'payment_intent')
    tell('checkout.session.completed', session, 'session')
  }

  function decline(id: string): void {
    const session = get(id)
    const failure = 'Your card was declined.'
    session.payment = { ...newPayment(session), status: 'failed', failure }
    tell('payment_intent.payment_failed', session, 'payment_intent')
  }

  function settle(id: string, status: 'succeeded' | 'failed'): void {
    const payment = paymentOf(id)
    payment.status = status
    if (status === 'failed') payment.failure = 'The bank account could not be debited.'
    const word = status === 'failed' ? 'failed' : 'succeeded'
    tell(`checkout.session.async_payment_${word}`, get(id), 'session')
  }

  function expire(id: string): void {
    get(id).status = 'expired'
    tell('checkout.session.expired', get(id), 'session')
  }

  function refund(id: string, changes: Partial<StripeRefund> = {}): StripeRefund {
    const session = get(id)
    const base = { id: newId('re'), amount: session.amount, created: now(), metadata: {} }
    const status = session.method === 'card' ? 'succeeded' : 'pending'
    const made: StripeRefund = { ...base, reason: null, status, ...changes }
    paymentOf(id).refunds.push(made)
    tell('refund.created', session, `refund:${made.id}`)
    tell('charge.refunded', session, 'payment_intent')
    return made
  }

  /** Agrees to a debit of a bank account that must be verified first. */
  function agree(id: string): void {
    const session = get(id)
    session.status = 'complete'
    session.payment = { ...newPayment(session), status: 'unverified' }
    tell('checkout.session.completed', session, 'session')
  }

  function dispute(id: string, status = ''): void {
    const session = get(id)
    const usual = session.method === 'card' ? 'needs_response' : 'lost'
    const made = {
      id: newId('du'),
      amount: session.amount,
      status: status || usual,
      created: now(),
    }
    paymentOf(id).disputes.push(made)
    tell('charge.dispute.created', session, `dispute:${made.id}`)
    tell('charge.dispute.funds_withdrawn', session, `dispute:${made.id}`)
  }

  function closeDispute(id: string, outcome: 'won' | 'lost'): void {
    for (const one of paymentOf(id).disputes) {
      one.status = outcome
      if (outcome === 'won') tell('charge.dispute.funds_reinstated', get(id), `dispute:${one.id}`)
      tell('charge.dispute.closed', get(id), `dispute:${one.id}`)
    }
  }

  function open(params: FormFields): StripeSession {
    const price = 'line_items.0.price_data'
    const session: StripeSession = {
      id: newId('cs_test'),
      status: 'open',
      reference: fieldAt(params, 'client_reference_id'),
      method: fieldAt(params, 'allowed_payment_method_types.0') || 'card',
      amount: Number(fieldAt(params, `${price}.unit_amount`)),
      currency: fieldAt(params, `${price}.currency`),
      metadata: fieldsAt(params, 'payment_intent_data.metadata'),
      success_url: fieldAt(params, 'success_url'),
      cancel_url: fieldAt(params, 'cancel_url'),
      expires_at: Number(fieldAt(params, 'expires_at')) || now() + 86_400,
      payment: undefined,
    }
    sessions.set(session.id, session)
    return session
  }

  return { sessions, open, pay, agree, decline, settle, expire, refund, dispute, closeDispute }
}

export function now(): number {
  return Math.floor(Date.now() / 1000)
}

export function newId(prefix: string): string {
  return `${prefix}_${randomBytes(9).toString('hex')}`
}

/** One payment intent serves a session through all attempts. */
function newPayment({ payment }: StripeSession): StripePayment {
  return {
    id: payment?.id ?? newId('pi'),
    charge_id: newId('ch'),
    status: 'pending',
    failure: '',
    created: now(),
    refunds: [],
    disputes: [],
  }
}
