import type { Square } from 'square'
import type { Charge } from '../../domain/provider-state.ts'
import { fromSquareMoney } from './money.ts'

/** A payment in our words; none while it waits for the customer. */
export function chargeOf(payment: Square.Payment): Charge[] {
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
