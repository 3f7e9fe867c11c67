import type { ProviderDispute } from '../../domain/provider-state.ts'
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
