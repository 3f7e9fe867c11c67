import { readFileSync } from 'node:fs'
import { PortalError } from '../domain/errors.ts'
import type { Clock } from '../ports/clock.ts'
import type { Environment } from './environment.ts'
import type { Config } from './schema.ts'

/** Whether the business clock is set by PORTAL_NOW; timers are off then, `portal cron` runs the jobs. */
export function isClockSet(env: Environment): boolean {
  return Boolean(env.PORTAL_NOW)
}

/**
 * The business clock: real time, or PORTAL_NOW for tests, an instant or `@file` that is read at each use.
 * @throws PortalError config_invalid when PORTAL_NOW is no instant, or is set where real money may move
 */
export function createClock(env: Environment, payments: Config['payments']): Clock {
  const setting = env.PORTAL_NOW
  if (!setting) return { now: () => new Date() }
  if (env.PORTAL_TEST !== '1') {
    throw refusal(
      'PORTAL_NOW is for tests only.',
      'Unset PORTAL_NOW, or set PORTAL_TEST=1 as well.',
    )
  }
  if (hasLiveKey(payments)) {
    throw refusal(
      'PORTAL_NOW is set while a live payment key is configured.',
      'Unset PORTAL_NOW, or use a test key (sk_test_…).',
    )
  }
  return setClock(setting)
}

function setClock(setting: string): Clock {
  let last = instantOf(setting.startsWith('@') ? readNow(setting.slice(1)) : setting)
  if (!setting.startsWith('@')) return { now: () => last }
  return {
    now() {
      const text = readNow(setting.slice(1))
      // Empty only while a test is writing it anew.
      if (text !== '') last = instantOf(text)
      return last
    },
  }
}

function instantOf(text: string): Date {
  const instant = instantPattern.test(text) ? new Date(inUtc(text)) : undefined
  if (instant && !Number.isNaN(instant.getTime())) return instant
  throw refusal(
    `PORTAL_NOW is not an instant: "${text}".`,
    'Write it like 2025-01-15T09:00:00Z, or @ and the name of a file that holds it.',
  )
}

const instantPattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/

/** Without a zone it is UTC: never that of the machine, or a test would differ from place to place. */
function inUtc(text: string): string {
  return /T[^Z+-]+$/.test(text) ? `${text}Z` : text
}

function readNow(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim()
  } catch (error) {
    throw refusal(
      `PORTAL_NOW names a file that cannot be read: ${(error as Error).message}`,
      'Write the instant into that file, or unset PORTAL_NOW.',
    )
  }
}

/** Stripe's live keys say so themselves; the others' keys do not tell. */
function hasLiveKey({ stripe }: Config['payments']): boolean {
  return /^(sk|rk)_live_/.test(stripe.secret_key)
}

function refusal(message: string, hint: string): PortalError {
  return new PortalError('config_invalid', message, hint, [{ field: 'PORTAL_NOW', message }])
}
