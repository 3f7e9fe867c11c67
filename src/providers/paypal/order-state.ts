import type { CheckoutState } from '../../domain/checkout.ts'
import type { Charge, ProviderRefund, ProviderState } from '../../domain/provider-state.ts'
import type { PaypalAccount } from './account.ts'
import { fromPaypalMoney } from './money.ts'
import { refundOf } from './refund-state.ts'
import type { Capture, Order, PurchaseUnit } from './words.ts'

/** What an order says, in our words; its disputes are told elsewhere. */
export function orderState(order: Order, account: PaypalAccount): ProviderState {
  const unit = order.purchase_units?.[0] ?? {}
  const captures = unit.payments?.captures ?? []
  const charges = captures.map(chargeOf)
  return {
    state: stateOf(order, charges),
    reference: referenceOf(unit, captures),
    ...account,
    charges,
    refunds: refundsOf(unit, captures),
    disputes: [],
  }
}

/** An attempt that PayPal declined leaves no capture behind: the order is still to be paid. */
export function declinedCharge({ id, purchase_units }: Order, failure: string): Charge {
  return {
    provider_payment_id: id ?? '',
    state: 'failed',
    ...fromPaypalMoney(purchase_units?.[0]?.amount),
    fee_minor: null,
    at: new Date().toISOString(),
    failure,
  }
}

/** A completed order may hold a capture that is pending, or was declined days later: captures decide. */
function stateOf({ status }: Order, charges: Charge[]): CheckoutState {
  const has = (wanted: Charge['state']) => charges.some(({ state }) => state === wanted)
  if (has('succeeded')) return 'succeeded'
  if (has('processing')) return 'processing'
  if (has('failed') && status === 'COMPLETED') return 'failed'
  return status === 'VOIDED' ? 'canceled' : 'open'
}

function referenceOf({ custom_id, invoice_id }: PurchaseUnit, [first]: Capture[]): string {
  return custom_id ?? invoice_id ?? first?.custom_id ?? first?.invoice_id ?? ''
}

function chargeOf(capture: Capture): Charge {
  // A state that is new to us is neither money nor its loss.
  const state = states[capture.status ?? ''] ?? 'processing'
  const { amount_minor, currency } = fromPaypalMoney(capture.amount)
  return {
    provider_payment_id: capture.id ?? '',
    state,
    amount_minor,
    currency,
    fee_minor: feeOf(capture, currency),
    at: new Date(capture.create_time ?? Date.now()).toISOString(),
    failure: state === 'failed' ? failureOf(capture) : '',
  }
}

const states: Record<string, Charge['state']> = {
  PENDING: 'processing',
  COMPLETED: 'succeeded',
  PARTIALLY_REFUNDED: 'succeeded',
  REFUNDED: 'succeeded',
  DECLINED: 'failed',
  FAILED: 'failed',
}

/** Known once it is settled, and told in the currency that was paid. */
function feeOf({ seller_receivable_breakdown }: Capture, currency: string): number | null {
  const fee = seller_receivable_breakdown?.paypal_fee
  return fee?.currency_code === currency ? fromPaypalMoney(fee).amount_minor : null
}

function failureOf({ status, status_details }: Capture): string {
  const reason = status_details?.reason
  return `PayPal: ${[status, reason].filter(Boolean).join(', ').replaceAll('_', ' ').toLowerCase()}.`
}

function refundsOf(unit: PurchaseUnit, captures: Capture[]): ProviderRefund[] {
  const reference = referenceOf(unit, captures)
  const only = captures.length === 1 ? captures[0]?.id : undefined
  return (unit.payments?.refunds ?? []).map((refund) => refundOf(refund, reference, only))
}
