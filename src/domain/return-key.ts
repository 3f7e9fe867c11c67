/** The key `k` that lets the one who started a checkout, and its provider, come back to it. */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { toBase32 } from './base32.ts'

/** As long as a token, and as hard to guess. */
const keyBytes = 20

/** Derived like tokens; stored nowhere. */
export function returnKey(linkKey: Uint8Array, checkoutId: string): string {
  const mac = createHmac('sha256', linkKey).update(`portal return\0${checkoutId}`)
  return toBase32(mac.digest().subarray(0, keyBytes))
}

/** Whether `key` is the one of this checkout; takes as long whatever it is. */
export function isReturnKey(linkKey: Uint8Array, checkoutId: string, key: string): boolean {
  const expected = Buffer.from(returnKey(linkKey, checkoutId))
  const given = Buffer.from(key)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
