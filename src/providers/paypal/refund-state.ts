import type { ProviderRefund } from '../../domain/provider-state.ts'
import { fromPaypalMoney } from './money.ts'
import type { Refund } from './words.ts'

/**
 * A refund in our words. One made in PayPal's dashboard inherits the custom id of its capture, our checkout id
 * (`reference`); one of ours has our refund id there. `paymentId` is for refunds that do not link to theirs.
 */
export function refundOf(refund: Refund, reference: string, paymentId = ''): ProviderRefund {
  const { custom_id = '' } = refund
  return {
    provider_refund_id: refund.id ?? '',
    provider_payment_id: captureOf(refund) ?? paymentId,
    refund_id: custom_id === reference ? '' : custom_id,
    // What is new to us is not known to have come to pass.
    state: states[refund.status ?? ''] ?? 'pending',
    ...fromPaypalMoney(refund.amount),
    at: new Date(refund.create_time ?? Date.now()).toISOString(),
    reason: refund.note_to_payer ?? '',
  }
}

/** The id of the capture that a refund gives back; its link says it. */
export function captureOf({ links = [] }: Refund): string | undefined {
  const up = links.find(({ rel }) => rel === 'up')?.href
  return /\/captures\/([A-Z0-9]+)/.exec(up ?? '')?.[1]
}

const states: Record<string, ProviderRefund['state']> = {
  PENDING: 'pending',
  COMPLETED: 'succeeded',
  FAILED: 'failed',
  CANCELLED: 'failed',
}
