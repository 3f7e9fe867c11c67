/** What PayPal's API answers about orders, captures and refunds, and what it refuses. */
import {
  type Money,
  newPaypalId,
  type PaypalAccount,
  type PaypalOrder,
  unitsOf,
} from './paypal-account.ts'
import { type Answer, type Call, Refused } from './provider-double.ts'

export function refuse(status: number, issue: string): never {
  const name = status === 422 ? 'UNPROCESSABLE_ENTITY' : issue
  const details = [{ issue, description: `It is ${issue}.` }]
  throw new Refused(status, { name, message: 'It was refused.', debug_id: 'd0ub1e', details })
}

export function createOrder({ orders }: PaypalAccount, { body, headers }: Call, url: string) {
  const { intent, purchase_units = [], payment_source } = JSON.parse(body)
  const [unit] = purchase_units
  const context = payment_source?.paypal?.experience_context ?? {}
  if (intent !== 'CAPTURE' || purchase_units.length !== 1) refuse(400, 'INVALID_PARAMETER_VALUE')
  if (!context.return_url || !context.cancel_url) refuse(400, 'MISSING_REQUIRED_PARAMETER')
  if ((headers['paypal-request-id'] ?? '').length > 108) refuse(400, 'INVALID_STRING_MAX_LENGTH')
  const { amount, description, invoice_id, custom_id } = unit
  if (description.length > 127 || invoice_id.length > 127) refuse(400, 'INVALID_STRING_MAX_LENGTH')
  checkMoney(amount)
  const { return_url, cancel_url } = context
  const order: PaypalOrder = {
    id: newPaypalId(),
    status: 'PAYER_ACTION_REQUIRED',
    ...{ amount, invoice_id, custom_id, return_url, cancel_url },
    instrument: 'paid',
    captures: [],
    refunds: [],
  }
  orders.set(order.id, order)
  return { status: 200, json: shown(showOrder(order, url), headers) }
}

export function captureOrder(
  account: PaypalAccount,
  { headers }: Call,
  id: string,
  url: string,
): Answer {
  const order = account.orders.get(id)
  if (!order) return refuse(404, 'INVALID_RESOURCE_ID')
  if (order.status === 'COMPLETED') refuse(422, 'ORDER_ALREADY_CAPTURED')
  if (order.status !== 'APPROVED') refuse(422, 'ORDER_NOT_APPROVED')
  const isTaken = [...account.orders.values()].some(
    ({ invoice_id, captures }) => invoice_id === order.invoice_id && captures.length > 0,
  )
  if (isTaken) refuse(422, 'DUPLICATE_INVOICE_ID')
  if (order.instrument === 'declined') refuse(422, 'INSTRUMENT_DECLINED')
  account.capture(order)
  return { status: 201, json: shown(showOrder(order, url), headers) }
}

export function createRefund(account: PaypalAccount, call: Call, captureId: string): Answer {
  const order = [...account.orders.values()].find(({ captures }) =>
    captures.some(({ id }) => id === captureId),
  )
  if (!order) return refuse(404, 'INVALID_RESOURCE_ID')
  const { amount, custom_id } = JSON.parse(call.body)
  checkMoney(amount)
  const left = order.refunds.reduce((sum, one) => sum - unitsOf(one.amount), unitsOf(order.amount))
  if (unitsOf(amount) > left) refuse(422, 'REFUND_AMOUNT_EXCEEDED')
  return { status: 201, json: shown(account.refund(order.id, amount, custom_id), call.headers) }
}

/** An order as it travels. */
export function showOrder(order: PaypalOrder | undefined, url: string) {
  if (!order) return refuse(404, 'INVALID_RESOURCE_ID')
  const { id, status, amount, invoice_id, custom_id, captures, refunds } = order
  const isOpen = status === 'PAYER_ACTION_REQUIRED'
  const payments = {
    captures: captures.map(({ supplementary_data: _, ...capture }) => capture),
    ...(refunds.length > 0 ? { refunds } : {}),
  }
  return {
    id,
    intent: 'CAPTURE',
    status,
    purchase_units: [{ reference_id: 'default', amount, invoice_id, custom_id }].map((unit) =>
      captures.length > 0 ? { ...unit, payments } : unit,
    ),
    links: [
      { rel: 'self', href: `${url}/v2/checkout/orders/${id}`, method: 'GET' },
      ...(isOpen
        ? [{ rel: 'payer-action', href: `${url}/checkoutnow?token=${id}`, method: 'GET' }]
        : []),
    ],
  }
}

/** All of it only for those who ask for it. */
function shown<T extends { id: string; status: string; links: unknown[] }>(
  whole: T,
  headers: Record<string, string>,
): unknown {
  const { id, status, links } = whole
  return headers.prefer === 'return=representation' ? whole : { id, status, links }
}

/** Exactly the digits of the currency, and more than nothing. */
function checkMoney({ currency_code, value }: Money): void {
  const isWhole = ['HUF', 'JPY', 'TWD'].includes(currency_code)
  if (!isWhole && !['EUR', 'GBP', 'USD'].includes(currency_code))
    refuse(422, 'CURRENCY_NOT_SUPPORTED')
  if (!(isWhole ? /^\d+$/ : /^\d+\.\d\d$/).test(value)) refuse(422, 'DECIMAL_PRECISION')
  if (Number(value) <= 0) refuse(422, 'CANNOT_BE_ZERO_OR_NEGATIVE')
}
