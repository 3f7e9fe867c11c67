/** `kill -9` at any moment of a build, while somebody reads all pages again and again. */
import { watch } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { balance } from '../../src/domain/balance.ts'
import { openApp } from '../../src/open-app.ts'
import { loadDocuments } from '../../src/store/documents.ts'
import { allPages } from '../../src/store/pages.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { currentToken, pagePath, shareOf } from '../../src/usecases/write-page.ts'
import { killAt, lifeOf } from '../support/killing.ts'
import { openCli, type PortalCli } from '../support/portal-cli.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'
import { changeConfig } from './acme.ts'

/** PORTAL_KILLS=100 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 10)
const documents = 40
const numbers = Array.from({ length: documents }, (_, i) => `INV-${String(i + 1).padStart(3, '0')}`)
const total = 100_000

let t: TestApp
let portal: PortalCli
/** The owner in another process that dies before it writes a page: pages are left to the build. */
let hasty: App
let color = 0x204060

beforeAll(async () => {
  t = await openTestApp()
  portal = openCli(t.dir, { PORTAL_TEST: '1', PORTAL_NOW: t.app.clock.now().toISOString() })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Kitchen remodel', unit_price: '1000' }]
  const draft = { kind: 'invoice', customer: 'John Smith', items, due_on: '2025-01-30' } as const
  await createDocuments(t.app, { drafts: numbers.map(() => draft) })
  for (const number of numbers) await shareDocument(t.app, { number })
  const renderer = () => Promise.reject(new Error('killed'))
  hasty = await openApp({ dir: t.dir, env: {}, overrides: { clock: t.app.clock, renderer } })
  await portal.json(['build'])
})
afterAll(async () => {
  await hasty?.close()
  await t?.close()
})

/** Every page under `site/` and what it says is owed; whatever is not whole fails. */
async function readAll(): Promise<Map<string, number>> {
  const shown = new Map<string, number>()
  for (const kind of ['i', 'r']) {
    const folder = join(t.dir, 'site', kind)
    const names = await readdir(folder).catch(() => [])
    for (const name of names.filter((one) => one.endsWith('.html'))) {
      const text = await readFile(join(folder, name), 'utf8').catch(() => undefined)
      if (text === undefined) continue
      expect(text.trimEnd().slice(-7), `${kind}/${name.slice(0, 4)}…`).toBe('</html>')
      const owed = /data-balance-due-minor="(-?\d+)"/.exec(text)?.[1]
      shown.set(`${kind}/${name}`, Number(owed))
    }
  }
  return shown
}

/** Reads all pages whenever one changes. What a page says is owed only ever becomes less: money came in. */
function keepReading(): { stop(): Promise<number> } {
  let isOn = true
  let wake = () => {}
  let changed = new Promise<void>((resolve) => (wake = resolve))
  const watcher = watch(join(t.dir, 'site', 'i'), () => wake())
  const latest = new Map<string, number>()
  const reading = (async () => {
    let rounds = 0
    for (; isOn; rounds += 1) {
      await changed
      changed = new Promise((resolve) => (wake = resolve))
      for (const [path, owed] of await readAll()) {
        expect(owed).toBeLessThanOrEqual(latest.get(path) ?? total)
        if (path.startsWith('i/')) latest.set(path, owed)
      }
    }
    return rounds
  })()
  reading.catch(() => {})
  return {
    stop: () => {
      isOn = false
      watcher.close()
      wake()
      return reading
    },
  }
}

/** What changed since the last build: money, links, and sometimes the look of every page. */
async function change(round: number): Promise<void> {
  const some = numbers.filter((_, i) => (i + round) % 8 === 0)
  for (const number of some) await quietly(recordPayment(hasty, payment(number)))
  await shareDocument(hasty, { number: numbers[round % documents] ?? '' }).catch(ofHaste)
  const links = await allPages(t.app.db.read)
  const link = links[(round * 7) % links.length]
  if (link && round % 3 === 0) await quietly(revokeShares(hasty, { ref: link.share_id }))
  color += 0x0b0d
  const isRepainted = round % 2 === 0
  if (isRepainted) await changeConfig(t.dir, { branding: { color: `#${color.toString(16)}` } })
}

const payment = (number: string) => ({ number, amount: '0.50', method: 'cash' as const })
const quietly = (work: Promise<unknown>) => work.catch(ofHaste)

function ofHaste(error: Error): void {
  if (error.message !== 'killed') throw error
}

/** Every page shows its document as the books have it, and nothing else lies there. */
async function expectTruth(): Promise<void> {
  const rows = (await allPages(t.app.db.read)).filter(({ revoked_at }) => revoked_at === null)
  const all = await loadDocuments(t.app.db.read, [...new Set(rows.map((row) => row.document_id))])
  const owed = new Map(all.map((one) => [one.id, balance(one).balance_due_minor]))
  const shown = await readAll()
  for (const row of rows) {
    const share = shareOf(row)
    const path = pagePath(share, currentToken(t.app, share))
    if (share.kind === 'invoice') expect(shown.get(path)).toBe(owed.get(row.document_id))
  }
  expect(shown.size).toBe(rows.length)
  const app = await openApp({ dir: t.dir, env: {}, overrides: { clock: t.app.clock } })
  const { problems } = await verifyWorkspace(app).finally(app.close)
  expect(problems).toEqual([])
  const left = (await readdir(t.dir, { recursive: true })).filter((path) => /\.tmp/.test(path))
  expect(left).toEqual([])
}

test(`${kills} builds are killed: no page is ever half, and the next build tells the truth`, {
  timeout: kills * 30_000 + 60_000,
}, async () => {
  await changeConfig(t.dir, { branding: { color: '#113355' } })
  const life = await lifeOf(portal.start(['build']))
  const reader = keepReading()
  let killed = 0
  for (let round = 0; round < kills; round += 1) {
    await change(round)
    /* Spread over a build's life, each part of it once. */
    const part = ((round * 37) % kills) + Math.random()
    if (await killAt(part / kills, life, portal.start(['build']))) killed += 1
    await readAll()
    if (round % 4 !== 3) continue
    await portal.json(['build'])
    await expectTruth()
  }
  await portal.json(['build'])
  await expectTruth()
  const rounds = await reader.stop()
  if (process.env.PORTAL_KILLS) {
    console.info(`${killed} of ${kills} builds were killed; all pages were read ${rounds} times`)
  }
  expect(killed).toBeGreaterThan(0)
  expect(rounds).toBeGreaterThan(kills)
})
