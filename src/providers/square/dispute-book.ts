import type { Square } from 'square'
import type { Charge, ProviderDispute } from '../../domain/provider-state.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'
import { readDispute, type ToldDispute } from './dispute.ts'

export type DisputeBook = {
  /** What a webhook has told, whose signature was right. */
  hear(dispute: ToldDispute): void
  /** The disputes of some charges. */
  of(charges: Charge[]): Promise<ProviderDispute[]>
}

/**
 * Square cannot be asked for the disputes of one payment. All those of the location are asked for,
 * at most once a minute, and not for payments of the last hour, which nobody disputes yet: so a
 * return page makes no such call. What webhooks tell is known at once, also where the token has no
 * right to see disputes.
 */
export function openDisputeBook(ask: AskSquare, locationId: string): DisputeBook {
  const heard = new Map<string, ToldDispute>()
  let listed: { at: number; disputes: Promise<ToldDispute[]> } | undefined

  function hear(dispute: ToldDispute): void {
    const known = heard.get(dispute.id)
    if (known && known.version > dispute.version) return
    heard.set(dispute.id, dispute)
    const [oldest] = heard.keys()
    if (heard.size > mostHeard && oldest !== undefined) heard.delete(oldest)
  }

  async function listAll(): Promise<ToldDispute[]> {
    const now = Date.now()
    if (!listed || now - listed.at > keptMs) listed = { at: now, disputes: list(ask, locationId) }
    return listed.disputes.catch((error: unknown) => {
      listed = undefined
      throw error
    })
  }

  async function of(charges: Charge[]): Promise<ProviderDispute[]> {
    const isOld = charges.some(({ at }) => Date.now() - Date.parse(at) > earliestMs)
    if (isOld) for (const dispute of await listAll()) hear(dispute)
    const ids = charges.map(({ provider_payment_id }) => provider_payment_id)
    return [...heard.values()]
      .filter(({ payment_id }) => ids.includes(payment_id))
      .flatMap(readDispute)
  }

  return { hear, of }
}

const earliestMs = 3_600_000
const keptMs = 60_000

/** Bounds the memory; far more than a location has open. */
const mostHeard = 5000

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
    version: dispute.version ?? 0,
  }
}
