import { createHash } from 'node:crypto'

/**
 * Which account a key belongs to. A session does not say it, and asking would cost a call for each
 * payment: a fingerprint of the key is enough to notice that it was changed for another.
 */
export function accountOf(secret_key: string): string {
  const key = secret_key.replace(/^[a-z]+_(test|live)_/, '')
  return `acct:${createHash('sha256').update(key).digest('hex').slice(0, 12)}`
}

/** Whether a key moves real money: sk_live_, rk_live_. */
export function isLiveKey(secret_key: string): boolean {
  return /^[a-z]+_live_/.test(secret_key)
}
