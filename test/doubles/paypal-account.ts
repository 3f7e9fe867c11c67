/** What PayPal knows of a merchant: orders with their captures and refunds, disputes, and what happens to them. */
import { randomBytes } from 'node:crypto'

export type Money = { currency_code: string; value: string }

export type PaypalRefund = {
  id: string
  status: string
  amount: Money
  invoice_id: string
  custom_id: string
  create_time: string
  links: { rel: string; href: string }[]
}

export type PaypalCapture = {
  id: string
  status: string
  status_details?: { reason: string }
  amount: Money
  invoice_id: string
  custom_id: string
  seller_receivable_breakdown?: { paypal_fee: Money }
  create_time: string
  supplementary_data: { related_ids: { order_id: string } }
}

export type PaypalOrder = {
  id: string
  status: 'PAYER_ACTION_REQUIRED' | 'APPROVED' | 'COMPLETED' | 'VOIDED'
  amount: Money
  invoice_id: string
  custom_id: string
  return_url: string
  cancel_url: string
  /** How the customer wants to pay. */
  instrument: 'paid' | 'pending' | 'declined'
  captures: PaypalCapture[]
  refunds: PaypalRefund[]
}

export type PaypalDispute = {
  dispute_id: string
  status: string
  reason: string
  dispute_amount: Money
  dispute_outcome?: { outcome_code: string; amount_refunded: Money }
  disputed_transactions: { seller_transaction_id: string; invoice_number: string }[]
  seller_response_due_date: string
  create_time: string
}

export type PaypalAccount = ReturnType<typeof openPaypalAccount>

/** `tell` is called with each thing that happens: the type of the event, and the object. */
export function openPaypalAccount(tell: (type: string, resource: unknown) => void) {
  const orders = new Map<string, PaypalOrder>()
  const disputes = new Map<string, PaypalDispute>()
  const orderOf = (id: string): PaypalOrder => {
    const order = orders.get(id)
    if (!order) throw new Error(`There is no order ${id}.`)
    return order
  }
  const captureOf = (orderId: string): PaypalCapture => {
    const capture = orderOf(orderId).captures.at(-1)
    if (!capture) throw new Error(`Nothing was captured of ${orderId}.`)
    return capture
  }

  /** The customer agrees, to be captured; again after a decline, with another way to pay. */
  function approve(orderId: string, instrument: PaypalOrder['instrument']): void {
    const order = orderOf(orderId)
    if (order.status === 'COMPLETED' || order.status === 'VOIDED') {
      throw new Error(`The order is ${order.status}.`)
    }
    const isNew = order.status !== 'APPROVED'
    Object.assign(order, { status: 'APPROVED', instrument })
    const { id, status, amount, invoice_id, custom_id } = order
    const purchase_units = [{ amount, invoice_id, custom_id }]
    if (isNew) tell('CHECKOUT.ORDER.APPROVED', { id, status, purchase_units })
  }

  function capture(order: PaypalOrder): void {
    const { id: order_id, amount, invoice_id, custom_id, instrument } = order
    const isPending = instrument === 'pending'
    const made: PaypalCapture = {
      id: newPaypalId(),
      status: isPending ? 'PENDING' : 'COMPLETED',
      ...(isPending ? { status_details: { reason: 'ECHECK' } } : { ...breakdown(amount) }),
      amount,
      invoice_id,
      custom_id,
      create_time: now(),
      supplementary_data: { related_ids: { order_id } },
    }
    order.captures.push(made)
    order.status = 'COMPLETED'
    tell(`PAYMENT.CAPTURE.${made.status}`, made)
  }

  /** An eCheck clears, or does not. */
  function settle(orderId: string, status: 'COMPLETED' | 'DECLINED'): void {
    const made = captureOf(orderId)
    made.status = status
    if (status === 'COMPLETED') Object.assign(made, breakdown(made.amount))
    else made.status_details = { reason: 'ECHECK' }
    tell(`PAYMENT.CAPTURE.${status === 'COMPLETED' ? status : 'DENIED'}`, made)
  }

  function refund(orderId: string, amount: Money, custom_id?: string): PaypalRefund {
    const order = orderOf(orderId)
    const { id, invoice_id, custom_id: inherited } = captureOf(orderId)
    const made: PaypalRefund = {
      id: newPaypalId(),
      status: 'COMPLETED',
      amount,
      invoice_id,
      custom_id: custom_id ?? inherited,
      create_time: now(),
      links: [{ rel: 'up', href: `https://api.paypal.example/v2/payments/captures/${id}` }],
    }
    order.refunds.push(made)
    const isAll = unitsOf(amount) === unitsOf(order.amount)
    captureOf(orderId).status = isAll ? 'REFUNDED' : 'PARTIALLY_REFUNDED'
    tell('PAYMENT.CAPTURE.REFUNDED', made)
    return made
  }

  function dispute(orderId: string): void {
    const { id, amount, invoice_id } = captureOf(orderId)
    const made: PaypalDispute = {
      dispute_id: `PP-R-${newPaypalId()}`,
      status: 'WAITING_FOR_SELLER_RESPONSE',
      reason: 'MERCHANDISE_OR_SERVICE_NOT_RECEIVED',
      dispute_amount: amount,
      disputed_transactions: [{ seller_transaction_id: id, invoice_number: invoice_id }],
      seller_response_due_date: new Date(Date.now() + 10 * 86_400_000).toISOString(),
      create_time: now(),
    }
    disputes.set(made.dispute_id, made)
    tell('CUSTOMER.DISPUTE.CREATED', made)
  }

  function closeDispute(orderId: string, outcome: 'won' | 'lost'): void {
    const { id, amount } = captureOf(orderId)
    for (const one of disputes.values()) {
      if (one.disputed_transactions[0]?.seller_transaction_id !== id) continue
      const outcome_code = outcome === 'won' ? 'RESOLVED_SELLER_FAVOUR' : 'RESOLVED_BUYER_FAVOUR'
      const amount_refunded = outcome === 'won' ? { ...amount, value: '0.00' } : amount
      one.status = 'RESOLVED'
      one.dispute_outcome = { outcome_code, amount_refunded }
      tell('CUSTOMER.DISPUTE.RESOLVED', one)
    }
  }

  return { orders, disputes, approve, capture, captureOf, settle, refund, dispute, closeDispute }
}

export function newPaypalId(): string {
  return randomBytes(9).toString('hex').toUpperCase().slice(0, 17)
}

/** In hundredths of the currency's unit; enough to add up. */
export function unitsOf({ value }: Money): number {
  return Math.round(Number(value) * 100)
}

function breakdown(amount: Money) {
  const value = ((unitsOf(amount) * 0.0349 + 49) / 100).toFixed(amount.value.includes('.') ? 2 : 0)
  return { seller_receivable_breakdown: { paypal_fee: { ...amount, value } } }
}

function now(): string {
  return new Date().toISOString()
}
