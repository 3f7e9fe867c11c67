import { createHmac } from 'node:crypto'
import { hostedPage, messagePage, outcomeOf } from './hosted-page.ts'
import {
  type Answer,
  type Call,
  type Delivery,
  type ProviderDouble,
  Refused,
  startDouble,
} from './provider-double.ts'
import { newId, openLocation, type SquareLocation } from './square-account.ts'

export const squareSecrets = {
  access_token: 'EAAADoubleOfSquare',
  location_id: 'LDOUBLE000001',
  webhook_signature_key: 'double-of-square-key',
}

export type SquareDouble = { double: ProviderDouble; location: SquareLocation }

/** Square as far as we use it: payment links, orders, payments, refunds, disputes, events. */
export async function startSquare(webhook_url: string, currency = 'USD'): Promise<SquareDouble> {
  let opened: SquareLocation | undefined
  const double = await startDouble((self, emit) => {
    const location = openLocation((type, object) =>
      emit({
        merchant_id: 'MLDOUBLE',
        type,
        event_id: newId(),
        created_at: new Date().toISOString(),
        data: { type, object },
      }),
    )
    opened = location
    return {
      api: (call) => answer(location, call, self.url, currency),
      page: (call) => showPage(location, call),
      keyOf: ({ method, path, body }) =>
        method === 'POST' ? `${path} ${JSON.parse(body).idempotency_key}` : undefined,
      failure: (status, said) =>
        errors(status === 429 ? 'RATE_LIMITED' : 'INTERNAL_SERVER_ERROR', said),
      conflict: () => ({ status: 400, json: errors('IDEMPOTENCY_KEY_REUSED') }),
      sign: (event) => signSquare(event, webhook_url),
    }
  })
  if (!opened) throw new Error('The location was not opened.')
  return { double, location: opened }
}

function answer(location: SquareLocation, call: Call, url: string, currency: string): Answer {
  if (call.headers.authorization !== `Bearer ${squareSecrets.access_token}`) {
    refuse(401, 'UNAUTHORIZED')
  }
  const [, , noun = '', id = '', linkId = ''] = call.path.split('/')
  if (noun === 'online-checkout') {
    return call.method === 'POST'
      ? createLink(location, call, url, currency)
      : deleteLink(location, linkId)
  }
  if (noun === 'orders') return { status: 200, json: { order: find(location.orders, id) } }
  if (noun === 'payments') return { status: 200, json: { payment: find(location.payments, id) } }
  if (noun === 'refunds' && call.method === 'POST') return createRefund(location, call)
  if (noun === 'refunds') return { status: 200, json: { refund: find(location.refunds, id) } }
  if (noun === 'disputes') {
    return { status: 200, json: { disputes: [...location.disputes.values()] } }
  }
  if (noun === 'locations' && id === squareSecrets.location_id) {
    return { status: 200, json: { location: { id, currency, status: 'ACTIVE' } } }
  }
  return refuse(404, 'NOT_FOUND')
}

function createLink(location: SquareLocation, { body }: Call, url: string, currency: string) {
  const { order, checkout_options = {} } = JSON.parse(body)
  if (order?.location_id !== squareSecrets.location_id) refuse(400, 'INVALID_LOCATION')
  if (order.reference_id.length > 40) refuse(400, 'VALUE_TOO_LONG')
  const [{ base_price_money }] = order.line_items
  if (base_price_money.currency !== currency) refuse(400, 'CURRENCY_MISMATCH')
  const made = {
    id: newId(),
    location_id: order.location_id,
    reference_id: order.reference_id,
    state: 'DRAFT' as const,
    total_money: base_price_money,
  }
  const { redirect_url = '' } = checkout_options
  const link = { id: newId(), order_id: made.id, url: `${url}/u/${newId()}`, redirect_url }
  location.orders.set(made.id, made)
  location.links.set(link.id, link)
  return { status: 200, json: { payment_link: { ...link, version: 1 } } }
}

function deleteLink(location: SquareLocation, id: string): Answer {
  const link = find(location.links, id)
  location.links.delete(id)
  const order = location.orders.get(link.order_id)
  if (order?.state === 'DRAFT') order.state = 'CANCELED'
  return { status: 200, json: { id, cancelled_order_id: link.order_id } }
}

function createRefund(location: SquareLocation, { body }: Call): Answer {
  const { payment_id, amount_money, reason = '', idempotency_key } = JSON.parse(body)
  if (idempotency_key.length > 45 || reason.length > 192) refuse(400, 'VALUE_TOO_LONG')
  const payment = find(location.payments, payment_id)
  const given = (payment.refund_ids ?? []).map(
    (id) => find(location.refunds, id).amount_money.amount,
  )
  const left = given.reduce((sum, amount) => sum - amount, payment.amount_money.amount)
  if (amount_money.amount > left) refuse(400, 'REFUND_AMOUNT_INVALID')
  return { status: 200, json: { refund: location.refund(payment, amount_money.amount, reason) } }
}

function showPage(location: SquareLocation, { method, path, body }: Call): Answer | undefined {
  if (!path.startsWith('/u/')) return undefined
  const link = [...location.links.values()].find(({ url }) => new URL(url).pathname === path)
  const order = link && location.orders.get(link.order_id)
  if (order?.state !== 'DRAFT') return messagePage('Square', 'This page is no longer available.')
  const outcome = method === 'POST' ? outcomeOf(body) : ''
  if (outcome === 'paid') {
    location.pay(order.id)
    return { status: 303, location: link?.redirect_url ?? '' }
  }
  if (outcome === 'declined') location.pay(order.id, 'FAILED')
  const title = outcome === 'declined' ? 'Square: the card was declined' : 'Square'
  const { amount, currency } = order.total_money
  const buttons = { paid: 'Pay', declined: 'Pay by a card that is declined' }
  return hostedPage(title, `${amount} ${currency}`, buttons)
}

/** Over the address as it was entered at Square, and the body. */
export function signSquare(event: unknown, url: string): Delivery {
  const raw = Buffer.from(JSON.stringify(event))
  const hmac = createHmac('sha256', squareSecrets.webhook_signature_key).update(url).update(raw)
  const signature = hmac.digest('base64')
  return {
    headers: { 'content-type': 'application/json', 'x-square-hmacsha256-signature': signature },
    raw,
  }
}

function find<T>(map: Map<string, T>, id: string): T {
  return map.get(id) ?? refuse(404, 'NOT_FOUND')
}

function errors(code: string, detail = `It is ${code}.`) {
  return { errors: [{ category: 'API_ERROR', code, detail }] }
}

function refuse(status: number, code: string): never {
  throw new Refused(status, errors(code))
}
