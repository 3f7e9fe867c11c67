/** `kill -9` while signed copies are made: one hash each, and what lies around afterwards is swept. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createEstimate, type Deciding, openDeciding } from '../support/deciding.ts'
import { killAt, lifeOf } from '../support/killing.ts'
import { openCli, type PortalCli } from '../support/portal-cli.ts'

/** PORTAL_KILLS=100 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 8)

let t: Deciding
let portal: PortalCli

beforeAll(async () => {
  t = await openDeciding()
  portal = openCli(t.dir, { PORTAL_TEST: '1', PORTAL_NOW: '2025-01-16T18:00:00Z' })
})
afterAll(() => t.close())

/** A further estimate that its customer has just approved. */
async function approved(): Promise<string> {
  const number = await createEstimate(t.app)
  const token = await t.send(number)
  await t.approve(token, { version: await t.version(number) })
  return number
}

const sealedHash = async (number: string) => (await t.document(number)).approval?.sealed_hash

test(`${kills} times`, { timeout: 30_000 + kills * 20_000 }, async () => {
  await approved()
  const life = await lifeOf(portal.start(['cron', 'seals']))
  const hashes = new Map<string, string>()
  let killed = 0
  for (let i = 0; i < kills; i += 1) {
    const number = await approved()
    if (await killAt((i + Math.random()) / kills, life, portal.start(['cron', 'seals'])))
      killed += 1
    for (const [earlier, hash] of hashes) expect(await sealedHash(earlier)).toBe(hash)
    const hash = await sealedHash(number)
    if (hash) hashes.set(number, hash)
  }
  expect(killed).toBeGreaterThan(0)
  const late = await approved()
  await portal.json(['cron', 'seals', 'pages'])
  expect(await sealedHash(late)).toMatch(/^[0-9a-f]{64}$/)
  for (const [number, hash] of hashes) expect(await sealedHash(number)).toBe(hash)
  const { problems } = (await portal.run(['verify', '--all', '--json'])).json as {
    problems: unknown
  }
  expect(problems).toEqual([])
  const files = await readdir(join(t.dir, 'signed'))
  expect(files.filter((name) => !name.startsWith('.tmp'))).toHaveLength(kills + 2)
})
