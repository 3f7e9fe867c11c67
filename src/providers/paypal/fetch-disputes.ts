import type { ProviderDispute } from '../../domain/provider-state.ts'
import { ProviderError } from '../../ports/payment-provider.ts'
import type { AskPaypal, PaypalClient } from './client.ts'
import { disputedPayment, disputeOf } from './dispute.ts'
import type { Dispute } from './words.ts'

type Found = { dispute: Dispute; paymentId: string }

/**
 * The disputes of some payments. The Disputes API is a feature that an app may lack; its token says so. Then
 * PayPal's list of the last weeks' events tells, and where that is not allowed either, only webhooks do.
 */
export async function fetchDisputes(
  client: PaypalClient,
  paymentIds: string[],
): Promise<ProviderDispute[]> {
  const list = paymentIds.length > 0 ? listBy(await client.rights()) : undefined
  const found = (await list?.(client.ask, paymentIds).catch(noRight)) ?? []
  return found.map(({ dispute, paymentId }) => disputeOf(dispute, paymentId))
}

/** It was taken away since the token was given. */
function noRight(error: unknown): Found[] {
  if (error instanceof ProviderError && error.kind === 'misconfigured') return []
  throw error
}

function listBy(rights: string) {
  if (rights.includes('/services/disputes/read')) return listDisputes
  return rights.includes('/services/applications/webhooks') ? listEvents : undefined
}

/** The list is a summary: how a dispute ended stands in the dispute itself. */
async function listDisputes(ask: AskPaypal, paymentIds: string[]): Promise<Found[]> {
  const found: Found[] = []
  for (const paymentId of paymentIds) {
    const query = { disputed_transaction_id: paymentId, page_size: '50' }
    const { items = [] } = await ask<{ items?: Dispute[] }>((sdk, limits) =>
      sdk.get('/v1/customer/disputes', query, limits),
    )
    for (const item of items) {
      const dispute = item.status === 'RESOLVED' ? await readDispute(ask, item) : item
      found.push({ dispute, paymentId })
    }
  }
  return found
}

function readDispute(ask: AskPaypal, { dispute_id = '' }: Dispute): Promise<Dispute> {
  const path = `/v1/customer/disputes/${encodeURIComponent(dispute_id)}`
  return ask<Dispute>((sdk, limits) => sdk.get(path, {}, limits))
}

type Event = { event_type?: string; resource?: Dispute }

/** By kind, since it is not said whether the filter by payment knows disputes. */
async function listEvents(ask: AskPaypal, paymentIds: string[]): Promise<Found[]> {
  const latest = new Map<string, Found>()
  // In the order in which they can happen: the last one counts.
  for (const event_type of ['CUSTOMER.DISPUTE.CREATED', 'CUSTOMER.DISPUTE.RESOLVED']) {
    const { events = [] } = await ask<{ events?: Event[] }>((sdk, limits) =>
      sdk.get('/v1/notifications/webhooks-events', { event_type, page_size: '100' }, limits),
    )
    for (const { event_type: type, resource: dispute = {} } of events) {
      const paymentId = disputedPayment(dispute)
      if (type !== event_type || !paymentId || !paymentIds.includes(paymentId)) continue
      latest.set(dispute.dispute_id ?? '', { dispute, paymentId })
    }
  }
  return [...latest.values()]
}
