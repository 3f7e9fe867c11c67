import { createHmac } from 'node:crypto'
import { decodeForm, fieldAt, fieldsAt } from './form.ts'
import { hostedPage, messagePage, outcomeOf } from './hosted-page.ts'
import {
  type Answer,
  type Call,
  type Delivery,
  type ProviderDouble,
  Refused,
  startDouble,
} from './provider-double.ts'
import {
  newId,
  now,
  openAccount,
  type StripeAccount,
  type StripeSession,
} from './stripe-account.ts'
import { disputeObject, intentObject, list, refundObject, sessionObject } from './stripe-objects.ts'

export const stripeSecrets = {
  secret_key: 'sk_test_51DoubleOfStripe',
  webhook_secret: 'whsec_doubleOfStripe',
}

export type StripeDouble = { double: ProviderDouble; account: StripeAccount }

/** Stripe as far as we use it: Checkout Sessions, refunds, disputes, signed events. */
export async function startStripe(): Promise<StripeDouble> {
  let opened: StripeAccount | undefined
  const double = await startDouble((self, emit) => {
    const account = openAccount((type, session, about) =>
      emit({
        id: newId('evt'),
        object: 'event',
        created: now(),
        livemode: false,
        type,
        data: { object: objectOf(session, about, self.url) },
      }),
    )
    opened = account
    return {
      api: (call) => answer(account, call, self.url),
      page: (call) => showPage(account, call),
      keyOf: ({ method, headers }) => (method === 'POST' ? headers['idempotency-key'] : undefined),
      failure: (_, message = 'An unknown error occurred') => ({
        error: { type: 'api_error', message },
      }),
      conflict: () =>
        refusal('Keys can only be used with the same parameters.', 'idempotency_error'),
      sign,
    }
  })
  if (!opened) throw new Error('The account was not opened.')
  return { double, account: opened }
}

function objectOf(session: StripeSession, about: string, url: string): unknown {
  const { payment } = session
  const [kind, id] = about.split(':')
  if (kind === 'session' || !payment) return sessionObject(session, url, false)
  const refund = payment.refunds.find((one) => one.id === id)
  if (refund) return refundObject(session, payment, refund)
  const dispute = payment.disputes.find((one) => one.id === id)
  return dispute ? disputeObject(session, payment, dispute) : intentObject(session, payment)
}

function answer(account: StripeAccount, call: Call, url: string): Answer {
  if (call.headers.authorization !== `Bearer ${stripeSecrets.secret_key}`) {
    throw new Refused(401, { error: { type: 'invalid_request_error', message: 'Invalid API Key' } })
  }
  const [, , noun = '', kind = '', id = '', verb = ''] = call.path.split('/')
  if (noun === 'refunds' && call.method === 'POST') return createRefund(account, call)
  if (noun === 'disputes' || noun === 'refunds') {
    return { status: 200, json: listOf(account, noun, call) }
  }
  if (`${noun}/${kind}` !== 'checkout/sessions') return refuse(404, `Unknown: ${call.path}`)
  if (!id && call.method === 'GET') return { status: 200, json: list([]) }
  if (!id) return createSession(account, call, url)
  const session = account.sessions.get(id)
  if (!session) return refuse(404, `No such checkout.session: '${id}'`)
  if (verb === 'expire') {
    if (session.status !== 'open') refuse(400, `The session is ${session.status}.`)
    account.expire(id)
  }
  const isExpanded = [...call.query.values()].some((path) => path.startsWith('payment_intent'))
  return { status: 200, json: sessionObject(session, url, isExpanded) }
}

function createSession(account: StripeAccount, { body }: Call, url: string): Answer {
  const params = decodeForm(body)
  if ('payment_method_types' in params) refuse(400, 'Received unknown parameter')
  if (fieldAt(params, 'mode') !== 'payment') refuse(400, 'Missing required param: mode.')
  const amount = Number(fieldAt(params, 'line_items.0.price_data.unit_amount'))
  if (!Number.isInteger(amount) || amount < 50) refuse(400, 'Amount too small')
  const life = Number(fieldAt(params, 'expires_at')) - now()
  if (life < 1795 || life > 86_405) refuse(400, 'The `expires_at` timestamp is out of range.')
  return { status: 200, json: sessionObject(account.open(params), url, false) }
}

function createRefund(account: StripeAccount, { body }: Call): Answer {
  const params = decodeForm(body)
  const intent = fieldAt(params, 'payment_intent')
  const session = [...account.sessions.values()].find(({ payment }) => payment?.id === intent)
  if (!session?.payment) return refuse(404, `No such payment_intent: '${intent}'`)
  const given = session.payment.refunds.reduce((sum, { amount }) => sum + amount, 0)
  const amount = Number(fieldAt(params, 'amount'))
  if (amount > session.amount - given) refuse(400, 'Refund amount is greater than what is left')
  const reason = fieldAt(params, 'reason') || null
  const metadata = fieldsAt(params, 'metadata')
  const made = account.refund(session.id, { amount, reason, metadata })
  return { status: 200, json: refundObject(session, session.payment, made) }
}

function listOf(account: StripeAccount, noun: 'disputes' | 'refunds', { query }: Call): unknown {
  const intent = query.get('payment_intent')
  return list(
    [...account.sessions.values()].flatMap((session): unknown[] => {
      const { payment } = session
      if (!payment || payment.id !== intent) return []
      return noun === 'disputes'
        ? payment.disputes.map((one) => disputeObject(session, payment, one))
        : payment.refunds.map((one) => refundObject(session, payment, one))
    }),
  )
}

function showPage(account: StripeAccount, { method, path, body }: Call): Answer | undefined {
  const id = /^\/c\/pay\/(\w+)$/.exec(path)?.[1]
  if (!id) return undefined
  const session = account.sessions.get(id)
  if (session?.status !== 'open') return messagePage('Stripe', 'This page is no longer available.')
  const outcome = method === 'POST' ? outcomeOf(body) : ''
  if (outcome === 'canceled') return { status: 303, location: session.cancel_url }
  if (outcome === 'paid') {
    account.pay(id)
    return { status: 303, location: session.success_url }
  }
  if (outcome === 'declined') account.decline(id)
  const title = outcome === 'declined' ? 'Stripe: your card was declined' : 'Stripe'
  const buttons: Record<string, string> = { paid: 'Pay', canceled: 'Back' }
  if (session.method === 'card') buttons.declined = 'Pay by a card that is declined'
  return hostedPage(title, `${session.amount} ${session.currency}`, buttons)
}

function sign(event: unknown): Delivery {
  const raw = Buffer.from(JSON.stringify(event, null, 2))
  const time = now()
  const hmac = createHmac('sha256', stripeSecrets.webhook_secret).update(`${time}.`).update(raw)
  const signature = `t=${time},v1=${hmac.digest('hex')},v0=${'0'.repeat(64)}`
  return { headers: { 'content-type': 'application/json', 'stripe-signature': signature }, raw }
}

function refusal(message: string, type = 'invalid_request_error'): Answer {
  return { status: 400, json: { error: { type, message } } }
}

function refuse(status: number, message: string): never {
  throw new Refused(status, refusal(message).json)
}
