/** The secret in a link: 160 bits that are derived, never stored (design §9). */
import { createHmac } from 'node:crypto'
import { toBase32 } from './base32.ts'
import { sha256 } from './canonical.ts'
import type { ShareKind } from './share.ts'

/** 160 bits: beyond guessing, and 32 characters survive being copied by hand. */
const tokenBytes = 20
/** A token as part of a regular expression. */
export const tokenPattern = '[0-9a-hjkmnp-tv-z]{32}'
const tokenShape = new RegExp(`^${tokenPattern}$`)
/** A token with the punctuation that a mail program or a sentence, of whatever script, may stick to it. */
const pasted =
  /^([0-9A-Za-z]{32})[\p{Pe}\p{Pi}\p{Pf}\p{Pd}.,;:!?'"<>|`*_~…。、，．；：！？،؛؟۔]{0,8}$/u
/** What a line that was broken leaves in it, and what cannot be seen. */
const blanks = /[\s\p{Cf}]+/gu

/** The token of a share; a different one for every kind, share and rotation. */
export function tokenFor(
  linkKey: Uint8Array,
  kind: ShareKind,
  shareId: string,
  rotation: number,
): string {
  const mac = createHmac('sha256', linkKey).update(`portal link\0${kind}\0${shareId}\0${rotation}`)
  return toBase32(mac.digest().subarray(0, tokenBytes))
}

/** What the database keeps of a token: its SHA-256, in hex. */
export function hashToken(token: string): string {
  return sha256(token)
}

/**
 * The token a person meant: capitals, o for 0, i or l for 1, blanks, trailing punctuation; undefined
 * if none.
 */
export function forgiveToken(raw: string): string | undefined {
  const match = pasted.exec(raw.replaceAll(blanks, ''))
  if (!match?.[1]) return undefined
  const token = match[1].toLowerCase().replaceAll('o', '0').replaceAll(/[il]/g, '1')
  return tokenShape.test(token) ? token : undefined
}
