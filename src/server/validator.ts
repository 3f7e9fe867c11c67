/** Conditional requests: whoever names the bytes that they hold is told that nothing has changed. */
import { createHash } from 'node:crypto'

/** The strong validator of some bytes as they are sent; the same for everybody, so it tells no visitor apart. */
export function validatorOf(bytes: Buffer): string {
  return `"${createHash('sha256').update(bytes).digest('base64url').slice(0, digits)}"`
}

/** 132 bits: by chance, no two are ever alike. */
const digits = 22

/** Whether `If-None-Match` names these bytes, in the weak comparison of RFC 9110 §13.1.2. */
export function isHeld(ifNoneMatch: string | undefined, validator: string): boolean {
  if (ifNoneMatch === undefined) return false
  const named = ifNoneMatch.split(',').map((one) => one.trim().replace(/^W\//, ''))
  return named.includes(validator) || named.includes('*')
}
