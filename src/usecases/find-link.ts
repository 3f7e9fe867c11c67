import type { Share, ShareKind } from '../domain/share.ts'
import { forgiveToken, hashToken } from '../domain/token.ts'
import type { Reader } from '../store/db.ts'
import { findByTokenHash } from '../store/shares.ts'

/** A link that was given once. */
export type FoundLink = {
  share: Share
  /** Its token, as it is written properly. */
  token: string
  /** False for a token that was replaced. */
  current: boolean
}

/** A link behind which nothing is shown, or nothing any more. */
export type ClosedLink = { status: 'revoked' | 'expired'; share: Share } | { status: 'unknown' }

/**
 * Looks a token up, as it was typed: upper case and trailing punctuation are forgiven. A token opens only its own
 * kind.
 */
export async function findLink(
  r: Reader,
  { kind, token: raw }: { kind: ShareKind; token: string },
): Promise<FoundLink | undefined> {
  const token = forgiveToken(raw)
  if (token === undefined) return undefined
  const found = await findByTokenHash(r, hashToken(token))
  return found?.share.kind === kind ? { ...found, token } : undefined
}
