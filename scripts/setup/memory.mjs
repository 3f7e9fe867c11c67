import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

/** What did not work is not tried again at every start, but again on the next day. */
const retryAfterMs = 24 * 60 * 60 * 1000

const path = join(root, 'node_modules/.portal-setup.json')

/** Whether something was tried, without success, within a day. */
export function wasTriedLately(what) {
  return Date.now() - (read()[what] ?? 0) < retryAfterMs
}

export function rememberTry(what) {
  writeFileSync(path, `${JSON.stringify({ ...read(), [what]: Date.now() })}\n`)
}

function read() {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
