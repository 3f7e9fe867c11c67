import type { Square } from 'square'
import type { ProviderRefund } from '../../domain/provider-state.ts'
import { type PaymentProvider, ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import { fromSquareMoney, toSquareMoney } from './money.ts'

/**
 * Gives money back; our refund id is the key. Square keeps no other text with a refund, so the
 * reason ends with our id, by which we know it again.
 */
export async function refund(
  ask: AskSquare,
  request: Parameters<PaymentProvider['refund']>[0],
): Promise<ProviderRefund> {
  const { provider_payment_id, refund_id, amount_minor, currency, reason } = request
  const made = await ask((square, limits) =>
    square.refunds.refundPayment(
      {
        idempotencyKey: refund_id,
        paymentId: provider_payment_id,
        amountMoney: toSquareMoney(amount_minor, currency),
        reason: reasonWith(refund_id, reason),
      },
      limits,
    ),
  )
  return refundOf(made.refund)
}

/** All refunds of some payments, ours and those of the dashboard. */
export async function fetchRefunds(
  ask: AskSquare,
  payments: Square.Payment[],
): Promise<ProviderRefund[]> {
  const ids = payments.flatMap(({ refundIds = [] }) => refundIds)
  return Promise.all(
    ids.map(async (refundId) => {
      const { refund } = await ask((square, limits) => square.refunds.get({ refundId }, limits))
      return refundOf(refund)
    }),
  )
}

function refundOf(refund: Square.PaymentRefund | undefined): ProviderRefund {
  if (!refund) throw new ProviderError('refused', 'Square tells of a refund that it does not know.')
  const state = states[refund.status ?? ''] ?? 'pending'
  const { refund_id, reason } = reasonOf(refund.reason ?? '')
  return {
    provider_refund_id: refund.id,
    provider_payment_id: refund.paymentId ?? '',
    refund_id,
    state,
    ...fromSquareMoney(refund.amountMoney),
    at: new Date(refund.createdAt ?? Date.now()).toISOString(),
    // Square does not say why one failed.
    reason: state === 'failed' ? '' : reason,
  }
}

const states: Record<string, ProviderRefund['state']> = {
  PENDING: 'pending',
  COMPLETED: 'succeeded',
  REJECTED: 'failed',
  FAILED: 'failed',
}

/** "The tiles were broken [ref_7k3mq9x2abcd]" */
function reasonWith(refundId: string, reason: string): string {
  const mark = `[${refundId}]`
  return `${reason.slice(0, longestReason - mark.length - 1)} ${mark}`.trim()
}

function reasonOf(text: string): { refund_id: string; reason: string } {
  const found = /^(.*?) ?\[([a-z]{2,5}_[0-9a-z]+)\]$/s.exec(text)
  return found
    ? { refund_id: found[2] ?? '', reason: found[1] ?? '' }
    : { refund_id: '', reason: text }
}

/** Characters that Square takes. */
const longestReason = 192
