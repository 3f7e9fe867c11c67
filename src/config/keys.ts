import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PortalError } from '../domain/errors.ts'
import { writeIfAbsent } from './write-if-absent.ts'

export const linkKeyName = 'link.key'
export const sealKeyName = 'seal.key'

/** As long as the hash that is keyed with it (HMAC-SHA256, RFC 2104 §3). */
const keyBytes = 32

/** Makes `link.key`, readable by its owner only. A key that is there stays: links depend on it. */
export function createLinkKey(dir: string): void {
  const text = `${randomBytes(keyBytes).toString('hex')}\n`
  if (!writeIfAbsent(join(dir, linkKeyName), text)) readLinkKey(dir)
}

/**
 * The secret that all links of a workspace are derived from.
 * @throws PortalError config_invalid when the file is missing, not readable or not a key
 */
export function readLinkKey(dir: string): Buffer {
  const text = readKeyFile(dir).trim()
  if (new RegExp(`^[0-9a-f]{${keyBytes * 2}}$`).test(text)) return Buffer.from(text, 'hex')
  throw keyError(`${linkKeyName} is damaged: it does not hold ${keyBytes * 2} hex digits.`)
}

function readKeyFile(dir: string): string {
  try {
    return readFileSync(join(dir, linkKeyName), 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw keyError(`${linkKeyName} is missing in ${dir}.`)
    throw keyError(`${linkKeyName} cannot be read: ${message}`)
  }
}

function keyError(message: string): PortalError {
  return new PortalError(
    'config_invalid',
    message,
    `Take ${linkKeyName} out of a backup; where there is none, how to make a new key: portal docs troubleshooting`,
    [{ field: linkKeyName, message: 'Every link is derived from this key.' }],
  )
}
