import type { Square } from 'square'
import type { Charge, ProviderDispute } from '../../domain/provider-state.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import { readDispute, type ToldDispute } from './dispute.ts'

/** The disputes of some charges. */
export type DisputesOf = (charges: readonly Charge[]) => Promise<ProviderDispute[]>

/**
 * Square cannot be asked for the disputes of one payment. All those of the location are asked for, at most once
 * a minute, and not for payments of the last hour, which nobody disputes yet: so a return page makes no such
 * call. What webhooks tell is known at once, also where the token has no right to see disputes.
 */
export function disputesOfLocation(ask: AskSquare, locationId: string): DisputesOf {
  let listed: { at: number; disputes: Promise<ToldDispute[]> } | undefined

  async function listAll(): Promise<ToldDispute[]> {
    const now = Date.now()
    if (!listed || now - listed.at > keptMs) listed = { at: now, disputes: list(ask, locationId) }
    return listed.disputes.catch((error: unknown) => {
      listed = undefined
      throw error
    })
  }

  return async (charges) => {
    if (!charges.some(({ at }) => Date.now() - Date.parse(at) > earliestMs)) return []
    const ids = charges.map(({ provider_payment_id }) => provider_payment_id)
    const disputes = await listAll()
    return disputes.filter(({ payment_id }) => ids.includes(payment_id)).flatMap(readDispute)
  }
}

const earliestMs = 3_600_000
const keptMs = 60_000

async function list(ask: AskSquare, locationId: string): Promise<ToldDispute[]> {
  const disputes: ToldDispute[] = []
  let cursor: string | undefined
  try {
    do {
      const page = await ask((square, limits) =>
        square.disputes.list({ locationId, cursor }, limits),
      )
      disputes.push(...page.data.map(toldOf))
      cursor = page.response.cursor
    } while (cursor)
  } catch (error) {
    // A token without the right to see disputes: webhooks tell of them.
    if (error instanceof ProviderError && error.kind !== 'unreachable') return []
    throw error
  }
  return disputes
}

function toldOf(dispute: Square.Dispute): ToldDispute {
  return {
    id: dispute.id ?? dispute.disputeId ?? '',
    payment_id: dispute.disputedPayment?.paymentId ?? '',
    state: dispute.state ?? '',
    amount: dispute.amountMoney?.amount,
    currency: dispute.amountMoney?.currency,
    reason: dispute.reason ?? '',
    due_at: dispute.dueAt ?? null,
    created_at: dispute.createdAt ?? '',
  }
}
