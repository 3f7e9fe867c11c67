/** A share is one secret link to one thing. */
import type { Instant } from './document.ts'

export const shareKinds = ['invoice', 'estimate', 'receipt', 'history', 'unsubscribe'] as const
/** What a token opens; a token of one kind never opens another (credit notes use `invoice`). */
export type ShareKind = (typeof shareKinds)[number]

/**
 * `full` allows the customer's actions, `view` only reading. `preview` is the owner's own look at any
 * state, drafts included: it never counts as opened or viewed and is never written under `site/`.
 */
export type ShareScope = 'full' | 'view' | 'preview'

export type ShareState = 'active' | 'revoked' | 'expired'

export type Share = {
  id: string
  kind: ShareKind
  document_id: string | null
  customer_id: string
  scope: ShareScope
  label: string
  /** How often the token was replaced; part of what the token is derived from. */
  rotation: number
  created_at: Instant
  expires_at: Instant | null
  revoked_at: Instant | null
  /** When it was fetched first, and last (to the hour): by anything, scanners too. */
  opened_at: Instant | null
  last_opened_at: Instant | null
  /** When a person looked at it first. */
  viewed_at: Instant | null
  /** When a PDF was fetched last (to the day). */
  downloaded_at: Instant | null
}

/** What a link allows, as its owner reads it: of a history there is one kind of look only. */
export function scopeWord({ kind, scope }: Pick<Share, 'kind' | 'scope'>): ShareScope | 'history' {
  return kind === 'history' ? 'history' : scope
}

/** The path prefix of each kind, the first segment of design §7. */
export const sharePaths = {
  invoice: 'i',
  estimate: 'e',
  receipt: 'r',
  history: 'h',
  unsubscribe: 'u',
} as const satisfies Record<ShareKind, string>
