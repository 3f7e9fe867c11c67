import { randomUUID, sign as signBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { type Certificate, makeCertificate } from './certificate.ts'
import { newPaypalId, openPaypalAccount, type PaypalAccount } from './paypal-account.ts'
import { captureOrder, createOrder, createRefund, refuse, showOrder } from './paypal-answers.ts'
import { showPage } from './paypal-page.ts'
import type { Answer, Call, Delivery, ProviderDouble } from './provider-double.ts'
import { startDouble } from './provider-double.ts'

export const paypalSecrets = {
  client_id: 'double-of-paypal-client',
  client_secret: 'double-of-paypal-secret',
  webhook_id: '0DB1E4291016473214',
}

export type PaypalDouble = {
  double: ProviderDouble
  account: PaypalAccount
  certificate: Certificate
  door: Door
}

/** Who may come in: the tokens that were given, and the rights that come with them. */
type Door = { tokens: Set<string>; scope: string }

const certificatePath = '/v1/notifications/certs/CERT-double'
const rights = ['payments/payment', 'payments/refund', 'applications/webhooks']

/** PayPal as far as we use it: its token, orders, captures, refunds, disputes, events, signed webhooks. */
export async function startPaypal(): Promise<PaypalDouble> {
  const certificate = makeCertificate({ name: 'messageverificationcerts.paypal.com' })
  const door: Door = { tokens: new Set(), scope: scopeOf(rights) }
  const events: PaypalEvent[] = []
  let opened: PaypalAccount | undefined
  const double = await startDouble((self, emit) => {
    const account = openPaypalAccount((event_type, resource) => {
      const event = { id: `WH-${newPaypalId()}`, event_type, resource: structuredClone(resource) }
      events.unshift(event)
      emit(event)
    })
    opened = account
    return {
      api: (call) => answer(account, door, events, call, self.url),
      page: (call) =>
        call.path === certificatePath
          ? { status: 200, html: certificate.pem }
          : showPage(account, call),
      keyOf: ({ method, path, headers }) =>
        method === 'POST' && headers['paypal-request-id']
          ? `${path} ${headers['paypal-request-id']}`
          : undefined,
      failure: (status, message = '') => ({ name: `HTTP_${status}`, debug_id: 'd0ub1e', message }),
      // The real one answers with the first result; a mistake of ours all the same.
      conflict: () => refuse(422, 'PAYPAL_REQUEST_ID_PREVIOUSLY_USED'),
      sign: (event) => signDelivery(event, certificate, `${self.url}${certificatePath}`),
    }
  })
  if (!opened) throw new Error('The account was not opened.')
  return { double, account: opened, certificate, door }
}

type PaypalEvent = { id: string; event_type: string; resource: unknown }

export function scopeOf(wanted: string[]): string {
  return wanted.map((right) => `https://uri.paypal.com/services/${right}`).join(' ')
}

function answer(
  account: PaypalAccount,
  door: Door,
  events: PaypalEvent[],
  call: Call,
  url: string,
): Answer {
  if (call.path === '/v1/oauth2/token') return giveToken(door, call)
  const token = call.headers.authorization?.replace('Bearer ', '') ?? ''
  if (!door.tokens.has(token)) return { status: 401, json: { error: 'invalid_token' } }
  const [, , area = '', noun = '', id = '', verb = ''] = call.path.split('/')
  switch (`${call.method} ${area}/${noun}${verb && `/${verb}`}`) {
    case 'POST checkout/orders':
      return createOrder(account, call, url)
    case 'GET checkout/orders':
      return { status: 200, json: showOrder(account.orders.get(id), url) }
    case 'POST checkout/orders/capture':
      return captureOrder(account, call, id, url)
    case 'POST payments/captures/refund':
      return createRefund(account, call, id)
    case 'GET customer/disputes':
      if (!door.scope.includes('disputes/read')) return refuse(403, 'PERMISSION_DENIED')
      return id ? showDispute(account, id) : listDisputes(account, call)
    case 'GET notifications/webhooks-events': {
      const type = call.query.get('event_type')
      const found = events.filter(({ event_type }) => event_type === type)
      return { status: 200, json: { events: found, count: found.length } }
    }
  }
  return refuse(404, 'UNKNOWN_URL')
}

function giveToken(door: Door, { headers, body }: Call): Answer {
  const { client_id, client_secret } = paypalSecrets
  const basic = Buffer.from(`${client_id}:${client_secret}`).toString('base64')
  if (headers.authorization !== `Basic ${basic}`) {
    return { status: 401, json: { error: 'invalid_client' } }
  }
  if (body !== 'grant_type=client_credentials') return refuse(400, 'unsupported_grant_type')
  const access_token = `A21AA${randomUUID()}`
  door.tokens.add(access_token)
  return {
    status: 200,
    json: { access_token, token_type: 'Bearer', expires_in: 32_400, scope: door.scope },
  }
}

/** A summary: how a dispute ended stands in the dispute itself. */
function listDisputes({ disputes }: PaypalAccount, { query }: Call): Answer {
  const id = query.get('disputed_transaction_id')
  const items = [...disputes.values()]
    .filter(({ disputed_transactions: [one] }) => one?.seller_transaction_id === id)
    .map(({ disputed_transactions: _, dispute_outcome: __, ...summary }) => summary)
  return { status: 200, json: { items } }
}

function showDispute({ disputes }: PaypalAccount, id: string): Answer {
  const dispute = disputes.get(id)
  return dispute ? { status: 200, json: dispute } : refuse(404, 'INVALID_RESOURCE_ID')
}

/** `id|time|webhook id|crc32 of the body`, by RSA with SHA-256. */
export function signDelivery(event: unknown, by: Certificate, address: string): Delivery {
  const raw = Buffer.from(JSON.stringify(event))
  const id = randomUUID()
  const time = new Date().toISOString().replace(/\.\d+/, '')
  const message = Buffer.from(`${id}|${time}|${paypalSecrets.webhook_id}|${crc32(raw)}`)
  const headers = {
    'content-type': 'application/json',
    'paypal-transmission-id': id,
    'paypal-transmission-time': time,
    'paypal-transmission-sig': signBytes('sha256', message, by.privateKey).toString('base64'),
    'paypal-cert-url': address,
    'paypal-auth-algo': 'SHA256withRSA',
  }
  return { headers, raw }
}
