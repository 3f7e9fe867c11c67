import type { LedgerEntry, LedgerKind } from './document.ts'

/** What a provider calls a movement of money; the ledger has each provider's once. */
type MovementName = { provider: string; kind: LedgerKind; provider_payment_id: string }

/** The entry of a movement; undefined while it is not booked. */
export function findMovement(
  ledger: readonly LedgerEntry[],
  { provider, kind, provider_payment_id }: MovementName,
): LedgerEntry | undefined {
  return ledger.find(
    (entry) =>
      entry.provider === provider &&
      entry.kind === kind &&
      entry.provider_payment_id === provider_payment_id,
  )
}
