import { hostedPage, messagePage, outcomeOf } from './hosted-page.ts'
import type { PaypalAccount, PaypalOrder } from './paypal-account.ts'
import type { Answer, Call } from './provider-double.ts'

/** Where the customer agrees to an order, in one way or another; undefined for any other address. */
export function showPage(
  account: PaypalAccount,
  { method, path, query, body }: Call,
): Answer | undefined {
  if (path !== '/checkoutnow') return undefined
  const order = account.orders.get(query.get('token') ?? '')
  if (!order || order.status === 'COMPLETED' || order.status === 'VOIDED') {
    return messagePage('PayPal', 'This order can no longer be paid.')
  }
  if (method !== 'POST') return hostedPage('PayPal', totalOf(order), buttons)
  const outcome = outcomeOf(body)
  if (outcome === 'canceled') return comeBack(order.cancel_url, { token: order.id })
  account.approve(order.id, outcome === 'declined' || outcome === 'pending' ? outcome : 'paid')
  return comeBack(order.return_url, { token: order.id, PayerID: 'DOUBLEPAYER01' })
}

const buttons = {
  paid: 'Agree and pay',
  declined: 'Pay by a card that is declined',
  pending: 'Pay by eCheck',
  canceled: 'Cancel and return',
}

function totalOf({ amount }: PaypalOrder): string {
  return `${amount.value} ${amount.currency_code}`
}

function comeBack(url: string, fields: Record<string, string>): Answer {
  const location = new URL(url)
  for (const [name, value] of Object.entries(fields)) location.searchParams.set(name, value)
  return { status: 303, location: location.href }
}
