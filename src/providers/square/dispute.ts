import type { Charge, ProviderDispute } from '../../domain/provider-state.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import { readMoney } from './money.ts'

/** A dispute as the API or a webhook tells it. */
export type ToldDispute = {
  id: string
  payment_id: string
  state: string
  amount: bigint | number | null | undefined
  currency: string | null | undefined
  reason: string
  due_at: string | null
  created_at: string
}

export type FetchDisputes = (charges: Charge[]) => Promise<ProviderDispute[]>

/**
 * Square cannot be asked for the disputes of one payment, so all of the location are kept for a minute. Nobody
 * disputes a payment in its first hour: until then nothing is asked, and a webhook tells soon enough.
 */
export function disputesOf(ask: AskSquare, locationId: string): FetchDisputes {
  let known: { at: number; disputes: Promise<ToldDispute[]> } | undefined
  return async (charges) => {
    const now = Date.now()
    const old = charges.filter(({ at }) => now - Date.parse(at) > earliestMs)
    if (old.length === 0) return []
    if (!known || now - known.at > keptMs) known = { at: now, disputes: list(ask, locationId) }
    const disputes = await known.disputes.catch((error: unknown) => {
      known = undefined
      throw error
    })
    const ids = new Set(old.map(({ provider_payment_id }) => provider_payment_id))
    return disputes.filter(({ payment_id }) => ids.has(payment_id)).flatMap(readDispute)
  }
}

const earliestMs = 3_600_000
const keptMs = 60_000

/** A dispute for which Square holds or has taken the money back; nothing else. */
export function readDispute(told: ToldDispute): ProviderDispute[] {
  const state = states[told.state]
  if (!state) return []
  return [
    {
      provider_dispute_id: told.id,
      provider_payment_id: told.payment_id,
      state,
      ...readMoney(told.amount, told.currency),
      reason: told.reason.toLowerCase(),
      due_at: told.due_at ? new Date(told.due_at).toISOString() : null,
      at: new Date(told.created_at).toISOString(),
    },
  ]
}

/** An inquiry (INQUIRY_…) moves no money. */
const states: Record<string, ProviderDispute['state']> = {
  EVIDENCE_REQUIRED: 'open',
  PROCESSING: 'open',
  WON: 'won',
  LOST: 'lost',
  ACCEPTED: 'lost',
}

async function list(ask: AskSquare, locationId: string): Promise<ToldDispute[]> {
  const disputes: ToldDispute[] = []
  let cursor: string | undefined
  try {
    do {
      const page = await ask((square, limits) =>
        square.disputes.list({ locationId, cursor }, limits),
      )
      for (const one of page.data) {
        disputes.push({
          id: one.id ?? one.disputeId ?? '',
          payment_id: one.disputedPayment?.paymentId ?? '',
          state: one.state ?? '',
          amount: one.amountMoney?.amount,
          currency: one.amountMoney?.currency,
          reason: one.reason ?? '',
          due_at: one.dueAt ?? null,
          created_at: one.createdAt ?? '',
        })
      }
      cursor = page.response.cursor
    } while (cursor)
  } catch (error) {
    // A token without the right to see disputes: webhooks tell of them.
    if (error instanceof ProviderError && error.kind !== 'unreachable') return []
    throw error
  }
  return disputes
}
