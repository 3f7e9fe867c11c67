/* biome-ignore-all lint/suspicious/noTemplateCurlyInString: the config's own syntax */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { cacheName, configKey, recallConfig, rememberConfig } from '../../src/config/cache.ts'
import { readConfig } from '../../src/config/read.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
afterEach(() => vi.useRealTimers())
const stripe = 'payments: {stripe: {enabled: true}}\n'
const keys = { STRIPE_SECRET_KEY: 'sk_test_abc', STRIPE_WEBHOOK_SECRET: 'whsec_abc' }

test('what is recalled is what was read', async () => {
  const dir = await remembered('business: {name: Acme}\ndocuments: {deposit: {percent: 50}}\n')
  expect(recall(dir)).toEqual((await readConfig(dir, {})).config)
})

test('names of the environment are put in anew, and no secret is kept in the file', async () => {
  const dir = await remembered(stripe, keys)
  const newer = { ...keys, STRIPE_SECRET_KEY: 'sk_test_new' }
  expect(recall(dir, newer)).toEqual((await readConfig(dir, newer)).config)
  const text = readFileSync(join(dir, cacheName), 'utf8')
  expect(text).not.toMatch(/sk_test|whsec_/)
  expect(statSync(join(dir, cacheName)).mode & 0o777).toBe(0o600)
})

test('a name that is no longer set is left to the full check', async () => {
  const dir = await remembered(stripe, keys)
  expect(recall(dir, { STRIPE_SECRET_KEY: 'sk_test_abc' })).toBeUndefined()
  expect(recall(dir, { ...keys, STRIPE_SECRET_KEY: 'a\nb' })).toBeUndefined()
})

test('another text or another build is not recalled', async () => {
  const dir = await remembered('business: {name: Acme}\n')
  expect(recall(dir, {}, 'build 2')).toBeUndefined()
  writeFileSync(join(dir, 'config.yml'), 'business: {name: Bcme}\n')
  expect(recall(dir)).toBeUndefined()
})

test.each([
  ['a secret of its own', 'mail: {smtp: {password: hunter2}}\n'],
  ['a name in the middle of a text', 'business: {name: "Acme ${CITY}"}\n'],
  ['a name where values are checked', 'business: {email: "${EMAIL}"}\n'],
])('a config.yml with %s is not remembered', async (_, yaml) => {
  const dir = await remembered(yaml, { CITY: 'Springfield', EMAIL: 'a@b.example' })
  expect(existsSync(join(dir, cacheName))).toBe(false)
})

test('what the clocks show is looked up anew after thirty days, and where time went back', async () => {
  const dir = await remembered('business: {name: Acme}\n')
  const days = (count: number) => Date.now() + count * 86_400_000
  for (const [time, known] of [
    [days(31), false],
    [days(-1), false],
    [days(0), true],
  ] as const) {
    vi.useFakeTimers({ now: time, toFake: ['Date'] })
    expect(recall(dir) !== undefined).toBe(known)
    vi.useRealTimers()
  }
})

test('a damaged file is as good as none', async () => {
  const dir = await remembered('business: {name: Acme}\n')
  writeFileSync(join(dir, cacheName), '{"key"')
  expect(recall(dir)).toBeUndefined()
})

test('without a build nothing is remembered', () => {
  const dir = tempDir()
  writeFileSync(join(dir, 'config.yml'), '')
  expect(configKey(dir)).toBeUndefined()
})

async function remembered(yaml: string, env: Record<string, string> = {}): Promise<string> {
  const dir = tempDir()
  writeFileSync(join(dir, 'config.yml'), yaml)
  const { config, names, problems } = await readConfig(dir, env)
  expect(problems).toEqual([])
  rememberConfig(dir, configKey(dir, 'build 1') ?? '', config, names)
  return dir
}

function recall(dir: string, env: Record<string, string> = {}, build = 'build 1') {
  return recallConfig(dir, configKey(dir, build) ?? '', env)
}
