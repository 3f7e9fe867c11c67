import type { Square } from 'square'
import type { CheckoutState } from '../../domain/checkout.ts'
import type { Charge, ProviderState } from '../../domain/provider-state.ts'
import { type ProviderCheckout, ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import type { DisputeBook } from './dispute-book.ts'
import { isLiveApi } from './is-live-api.ts'
import { fromSquareMoney } from './money.ts'
import { fetchRefunds } from './refund.ts'
import type { SquareSettings } from './settings.ts'

/**
 * The order tells whose it is and by which payments it was paid; each payment tells whether it is
 * final. So an open checkout takes one call and a paid one two; refunds and disputes take more.
 */
export async function fetchCheckout(
  ask: AskSquare,
  { provider_checkout_id }: ProviderCheckout,
  { api_base }: SquareSettings,
  disputes: DisputeBook,
): Promise<ProviderState> {
  const order = await fetchOrder(ask, provider_checkout_id)
  const payments = await Promise.all(paymentIds(order).map((id) => fetchPayment(ask, id)))
  const charges = payments.flatMap(chargeOf)
  return {
    state: stateOf(order, charges),
    reference: order.referenceId ?? '',
    account: order.locationId,
    live: isLiveApi(api_base),
    charges,
    refunds: await fetchRefunds(ask, payments),
    disputes: await disputes.of(charges),
  }
}

async function fetchOrder(ask: AskSquare, orderId: string): Promise<Square.Order> {
  if (orderId === '') {
    throw new ProviderError('refused', 'Square was never asked for this checkout.')
  }
  const { order } = await ask((square, limits) => square.orders.get({ orderId }, limits))
  if (!order) throw new ProviderError('refused', `Square does not know the order ${orderId}.`)
  return order
}

async function fetchPayment(ask: AskSquare, paymentId: string): Promise<Square.Payment> {
  const { payment } = await ask((square, limits) => square.payments.get({ paymentId }, limits))
  if (!payment) throw new ProviderError('refused', `Square does not know the payment ${paymentId}.`)
  return payment
}

function paymentIds({ tenders = [] }: Square.Order): string[] {
  return tenders.flatMap(({ paymentId, id }) => paymentId ?? id ?? [])
}

/** An order that is paid becomes OPEN, so its own state does not tell. */
function stateOf({ state }: Square.Order, charges: Charge[]): CheckoutState {
  const has = (wanted: Charge['state']) => charges.some((charge) => charge.state === wanted)
  if (has('succeeded')) return 'succeeded'
  if (has('processing')) return 'processing'
  return state === 'CANCELED' ? 'canceled' : 'open'
}

function chargeOf(payment: Square.Payment): Charge[] {
  const state = states[payment.status ?? '']
  if (!state || !payment.id) return []
  return [
    {
      provider_payment_id: payment.id,
      state,
      ...fromSquareMoney(payment.totalMoney ?? payment.amountMoney),
      fee_minor: feeOf(payment),
      at: new Date(payment.createdAt ?? Date.now()).toISOString(),
      failure: state === 'failed' ? failureOf(payment) : '',
    },
  ]
}

/** A PENDING payment waits for the customer, as in a wallet's own app. */
const states: Record<string, Charge['state']> = {
  APPROVED: 'processing',
  COMPLETED: 'succeeded',
  FAILED: 'failed',
  CANCELED: 'failed',
}

/** Told some time after the payment. */
function feeOf({ processingFee = [], totalMoney }: Square.Payment): number | null {
  if (processingFee.length === 0) return null
  const fees = processingFee.map(({ amountMoney }) => fromSquareMoney(amountMoney))
  if (fees.some(({ currency }) => currency !== totalMoney?.currency)) return null
  return fees.reduce((sum, { amount_minor }) => sum + amount_minor, 0)
}

function failureOf({ cardDetails }: Square.Payment): string {
  const [error] = cardDetails?.errors ?? []
  return error?.detail ?? error?.code ?? 'It was declined.'
}
