import type { Square } from 'square'
import type { Charge } from '../../domain/provider-state.ts'
import { fromSquareMoney } from './money.ts'

/** Whether an order itself says that a payment of it is final: one by card, as good as all. */
export function isCaptured({ paymentId, cardDetails }: Square.Tender): boolean {
  return Boolean(paymentId) && cardDetails?.status === 'CAPTURED'
}

/** What an order says of a payment; the fee comes later. */
export function capturedCharge(tender: Square.Tender): Charge[] {
  if (!tender.paymentId) return []
  return [
    {
      provider_payment_id: tender.paymentId,
      state: 'succeeded',
      ...fromSquareMoney(tender.amountMoney),
      fee_minor: null,
      at: new Date(tender.createdAt ?? Date.now()).toISOString(),
      failure: '',
    },
  ]
}
