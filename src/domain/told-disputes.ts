import type { ProviderDispute, ProviderState } from './provider-state.ts'

/**
 * A provider's answer with the disputes that its webhooks told of added, for its API may not tell them. Of
 * several tellings of a dispute one that decides it counts before one that does not, as webhooks come in any
 * order; then the answer before a webhook, and of webhooks the latest.
 * @param told by signed webhooks about payments of this answer, in the order in which they came
 */
export function withToldDisputes(
  truth: ProviderState,
  told: readonly ProviderDispute[],
): ProviderState {
  if (told.length === 0) return truth
  const disputes = new Map<string, ProviderDispute>()
  for (const one of [...told, ...truth.disputes]) {
    const before = disputes.get(one.provider_dispute_id)
    const isOlder = one.state === 'open' && before !== undefined && before.state !== 'open'
    if (!isOlder) disputes.set(one.provider_dispute_id, one)
  }
  return { ...truth, disputes: [...disputes.values()] }
}
