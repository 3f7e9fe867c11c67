/** What Square knows of a location: links, orders, payments, refunds, disputes, and their fate. */
import { randomBytes } from 'node:crypto'

type Money = { amount: number; currency: string }

export type SquareOrder = {
  id: string
  location_id: string
  reference_id: string
  state: 'DRAFT' | 'OPEN' | 'CANCELED'
  total_money: Money
  tenders?: {
    id: string
    payment_id: string
    amount_money: Money
    created_at: string
    type: 'CARD'
    card_details: { status: 'CAPTURED' | 'AUTHORIZED' }
  }[]
}

export type SquareLink = { id: string; order_id: string; url: string; redirect_url: string }

export type SquarePayment = {
  id: string
  order_id: string
  status: 'APPROVED' | 'COMPLETED' | 'FAILED'
  amount_money: Money
  total_money: Money
  created_at: string
  processing_fee?: { amount_money: Money }[]
  refund_ids?: string[]
}

export type SquareRefund = {
  id: string
  status: string
  amount_money: Money
  payment_id: string
  order_id: string
  created_at: string
  reason?: string
}

export type SquareDispute = {
  id: string
  amount_money: Money
  reason: string
  state: string
  due_at: string
  disputed_payment: { payment_id: string }
  created_at: string
  version: number
}

export type SquareLocation = ReturnType<typeof openLocation>

/**
 * `tell` is called with each thing that happens: the type of the event, and the object by its name.
 */
export function openLocation(tell: (type: string, object: Record<string, unknown>) => void) {
  const links = new Map<string, SquareLink>()
  const orders = new Map<string, SquareOrder>()
  const payments = new Map<string, SquarePayment>()
  const refunds = new Map<string, SquareRefund>()
  const disputes = new Map<string, SquareDispute>()
  const paymentOf = (orderId: string): SquarePayment => {
    const found = [...payments.values()].find(
      ({ order_id, status }) => order_id === orderId && status === 'COMPLETED',
    )
    if (!found) throw new Error(`The order ${orderId} is not paid.`)
    return found
  }

  function pay(orderId: string, status: 'COMPLETED' | 'FAILED' = 'COMPLETED'): void {
    const order = orders.get(orderId)
    if (order?.state !== 'DRAFT') throw new Error(`The order is ${order?.state}.`)
    const { amount, currency } = order.total_money
    const payment: SquarePayment = {
      id: newId(),
      order_id: orderId,
      status: status === 'FAILED' ? 'FAILED' : 'APPROVED',
      amount_money: order.total_money,
      total_money: order.total_money,
      created_at: new Date().toISOString(),
    }
    payments.set(payment.id, payment)
    tell('payment.created', { payment })
    if (status === 'FAILED') return
    payment.status = 'COMPLETED'
    payment.processing_fee = [
      { amount_money: { amount: Math.round(amount * 0.029) + 30, currency } },
    ]
    tell('payment.updated', { payment })
    const { id } = payment
    order.state = 'OPEN'
    order.tenders = [
      {
        id,
        payment_id: id,
        amount_money: order.total_money,
        created_at: payment.created_at,
        type: 'CARD',
        card_details: { status: 'CAPTURED' },
      },
    ]
    tell('order.updated', { order_updated: { order_id: orderId, state: order.state } })
  }

  /** What it answers is PENDING; right afterwards it is done. */
  function refund(payment: SquarePayment, amount: number, reason?: string): SquareRefund {
    const made: SquareRefund = {
      id: `${payment.id}_${newId()}`,
      status: 'PENDING',
      amount_money: { ...payment.amount_money, amount },
      payment_id: payment.id,
      order_id: payment.order_id,
      created_at: new Date().toISOString(),
      ...(reason ? { reason } : {}),
    }
    refunds.set(made.id, made)
    payment.refund_ids = [...(payment.refund_ids ?? []), made.id]
    tell('refund.created', { refund: made })
    const answered = { ...made }
    made.status = 'COMPLETED'
    tell('refund.updated', { refund: made })
    return answered
  }

  function dispute(orderId: string): void {
    const { id, amount_money } = paymentOf(orderId)
    const made: SquareDispute = {
      id: newId(),
      amount_money,
      reason: 'NOT_AS_DESCRIBED',
      state: 'EVIDENCE_REQUIRED',
      due_at: new Date(Date.now() + 9 * 86_400_000).toISOString(),
      disputed_payment: { payment_id: id },
      created_at: new Date().toISOString(),
      version: 1,
    }
    disputes.set(made.id, made)
    tell('dispute.created', { dispute: made })
  }

  function closeDispute(orderId: string, outcome: 'won' | 'lost'): void {
    const { id } = paymentOf(orderId)
    for (const one of disputes.values()) {
      if (one.disputed_payment.payment_id !== id) continue
      one.state = outcome === 'won' ? 'WON' : 'LOST'
      one.version += 1
      tell('dispute.state.updated', { dispute: one })
    }
  }

  return {
    links,
    orders,
    payments,
    refunds,
    disputes,
    paymentOf,
    pay,
    refund,
    dispute,
    closeDispute,
  }
}

export function newId(): string {
  return randomBytes(9).toString('base64url').replaceAll(/[-_]/g, '0')
}
