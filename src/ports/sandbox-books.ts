import type { Instant } from '../domain/document.ts'

export const sandboxStates = [
  'open',
  'pending',
  'paid',
  'declined',
  'canceled',
  'expired',
  'failed',
] as const
/** What became of a page of the sandbox; `pending` is paid or failed later, as bank transfers are. */
export type SandboxState = (typeof sandboxStates)[number]

/**
 * A checkout as the sandbox, playing an outside provider, knows it; but it lives in our database, so it keeps
 * none of the secret URLs that it is given.
 */
export type SandboxCheckout = {
  id: string
  /** Ours, as every provider keeps it. */
  reference: string
  state: SandboxState
  amount_minor: number
  currency: string
  locale: string
  description: string
  created_at: Instant
  changed_at: Instant
  /** Real time. */
  expires_at: Instant
  refunds: { id: string; refund_id: string; amount_minor: number; reason: string; at: Instant }[]
}

/** Where the sandbox keeps its checkouts. */
export type SandboxBooks = {
  /** The same reference again changes nothing and gives what is there. */
  open(checkout: SandboxCheckout): Promise<SandboxCheckout>
  find(id: string): Promise<SandboxCheckout | undefined>
  /** Changes one in a single step; gives what is then there, undefined when there is none. */
  change(
    id: string,
    decide: (checkout: SandboxCheckout) => SandboxCheckout,
  ): Promise<SandboxCheckout | undefined>
}
