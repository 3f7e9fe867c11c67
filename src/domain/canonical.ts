/** One text for one value, so that equal content has equal hashes. */
import { hash } from 'node:crypto'
import type { Content } from './document.ts'

/**
 * JSON with sorted keys and no spaces (RFC 8785 for what we store: text, booleans, null and safe
 * integers). Keys without a value are left out. Throws TypeError for anything else.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return JSON.stringify(value)
  }
  if (typeof value === 'number' && Number.isSafeInteger(value)) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value === 'object') return canonicalObject(value)
  throw new TypeError(`No canonical JSON for ${typeof value} ${String(value)}`)
}

/** SHA-256 in hex. */
export function sha256(data: string | Uint8Array): string {
  return hash('sha256', data)
}

/** What a version says, as one hash: this is what gets signed. */
export function contentHash(content: Content): string {
  return sha256(canonicalJson(content))
}

function canonicalObject(value: object): string {
  const entries = Object.entries(value).filter(([, held]) => held !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  const members = entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`)
  return `{${members.join(',')}}`
}
