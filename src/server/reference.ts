import { randomBytes } from 'node:crypto'
import { toBase32 } from '../domain/base32.ts'

/** What a page and the log call the same fault by: eight characters, easy to read out. */
export function newReference(): string {
  return toBase32(randomBytes(5)).toUpperCase()
}
