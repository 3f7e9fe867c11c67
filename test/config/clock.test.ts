import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createClock, isClockSet } from '../../src/config/clock.ts'
import { configSchema } from '../../src/config/schema.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
const { payments } = configSchema.parse({})

test('without PORTAL_NOW it is now', () => {
  const before = Date.now()
  const now = createClock({}, payments).now().getTime()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(isClockSet({})).toBe(false)
})

test.each([
  ['2025-01-15T09:00:00Z', '2025-01-15T09:00:00.000Z'],
  ['2025-01-15T09:00:00-05:00', '2025-01-15T14:00:00.000Z'],
  ['2025-01-15T09:00', '2025-01-15T09:00:00.000Z'],
  ['2025-01-15', '2025-01-15T00:00:00.000Z'],
])('PORTAL_NOW=%s sets it', (setting, instant) => {
  const env = { PORTAL_NOW: setting, PORTAL_TEST: '1' }
  expect(createClock(env, payments).now().toISOString()).toBe(instant)
  expect(isClockSet(env)).toBe(true)
})

test('a file is read at each use, and the last instant holds while it is being written', () => {
  const path = join(tempDir(), 'now')
  writeFileSync(path, '2025-01-15T00:00:00Z\n')
  const clock = createClock({ PORTAL_NOW: `@${path}`, PORTAL_TEST: '1' }, payments)
  expect(clock.now().toISOString()).toBe('2025-01-15T00:00:00.000Z')
  writeFileSync(path, '2025-02-01T00:00:00Z')
  expect(clock.now().toISOString()).toBe('2025-02-01T00:00:00.000Z')
  writeFileSync(path, '')
  expect(clock.now().toISOString()).toBe('2025-02-01T00:00:00.000Z')
})

test.each([
  ['without PORTAL_TEST=1', { PORTAL_NOW: '2025-01-15' }],
  ['that is no instant', { PORTAL_NOW: 'yesterday', PORTAL_TEST: '1' }],
  ['that is no date', { PORTAL_NOW: '2025-13-40', PORTAL_TEST: '1' }],
  ['of a file that is not there', { PORTAL_NOW: '@/nonexistent/now', PORTAL_TEST: '1' }],
])('PORTAL_NOW %s is refused', (_, env) => {
  expect(() => createClock(env, payments)).toThrowError(
    expect.objectContaining({
      code: 'config_invalid',
      hint: expect.stringMatching(/PORTAL_NOW|Write/),
    }),
  )
})

test.each(['sk_live_1', 'rk_live_1'])(
  'PORTAL_NOW is refused with the live key %s',
  (secret_key) => {
    const live = { ...payments, stripe: { ...payments.stripe, secret_key } }
    const env = { PORTAL_NOW: '2025-01-15', PORTAL_TEST: '1' }
    expect(() => createClock(env, live)).toThrowError(
      expect.objectContaining({ code: 'config_invalid' }),
    )
    expect(() => createClock({}, live)).not.toThrow()
  },
)
