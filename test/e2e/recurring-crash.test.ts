/** `kill -9` at any moment while the clock makes invoices, two clocks at a time: each invoice once, and its mail. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { addDays } from '../../src/domain/dates.ts'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import { openApp } from '../../src/open-app.ts'
import { killAt, type Life, lifeOf } from '../support/killing.ts'
import { type Acme, customer, openAcme } from './acme.ts'

/** PORTAL_KILLS=100 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 12)

/** When the clocks come by: two days in a row, then not for seven months, then on the day that has 25 hours. */
const turns = ['2025-01-31', '2025-02-01', '2025-09-03', '2025-11-02'].map(
  (day) => `${day}T17:00:00.000Z`,
)

const weeks = Array.from({ length: 60 }, (_, i) => addDays('2025-01-16', 7 * i))
const due = {
  Monthly:
    '2025-01-31 2025-02-28 2025-03-31 2025-04-30 2025-05-31 2025-06-30 2025-07-31 2025-08-31 2025-09-30 2025-10-31'.split(
      ' ',
    ),
  Weekly: weeks.filter((day) => day <= '2025-11-02'),
  Quarterly: ['2025-02-01', '2025-05-01', '2025-08-01', '2025-11-01'],
}

let acme: Acme
let app: App

beforeAll(async () => {
  acme = await openAcme({ mailLatencyMs: 5 })
  const create = (item: string, ...rest: string[]) =>
    acme.portal.json(
      ...[['recurring', 'create', '--customer', customer, '--item', `${item}|1|40`, ...rest]],
    )
  await create('Monthly', '--every', 'month', '--start', '2025-01-31', '--send')
  await create('Weekly', '--every', 'week', '--start', '2025-01-16', '--send')
  await create('Quarterly', '--every', 'quarter', '--start', '2025-02-01')
  const env = { PORTAL_TEST: '1', PORTAL_NOW: `@${join(acme.folder, 'now')}` }
  app = await openApp({ dir: acme.portal.dir, env })
})
afterAll(async () => {
  await app?.close()
  await acme?.close()
})

const startClock = () => acme.portal.start(['cron', 'recurring', 'outbox', '--json'])

/** Starts a clock and ends it without warning, at a random moment of its life. */
const killClock = (life: Life) => killAt(Math.random(), life, startClock())

/** A minute passes: what the dead process had claimed is free again. */
async function passLeases(): Promise<void> {
  await app.db.write((trx) =>
    trx
      .updateTable('outbox')
      .set({ leased_until: '2000-01-01T00:00:00.000Z' })
      .where('state', '=', 'sending')
      .execute(),
  )
}

async function runClock(): Promise<void> {
  const { jobs } = (await startClock().ended).json as { jobs: { ok: boolean }[] }
  expect(jobs.every(({ ok }) => ok)).toBe(true)
}

test(`${kills} kills`, async () => {
  await acme.setNow('2025-01-17T17:00:00.000Z')
  /* The first has no invoices to make: later ones live longer. */
  const first = await lifeOf(startClock())
  for (const [i, now] of turns.entries()) {
    await acme.setNow(now)
    const share =
      Math.floor(((i + 1) * kills) / turns.length) - Math.floor((i * kills) / turns.length)
    for (let kill = 0; kill < share; kill += 2) {
      const life = { ms: 1.5 * first.ms }
      await Promise.all([killClock(life), killClock(life)])
      await passLeases()
    }
    await Promise.all([runClock(), runClock()])
  }
  const { items } = await acme.portal.json<{ items: DocumentJson[] }>([
    ...['invoice', 'list', '--limit', '1000'],
  ])
  const dates = (what: string) =>
    items
      .filter((one) => one.items[0]?.description === what)
      .map(({ issued_on }) => issued_on)
      .sort()
  const made = Object.fromEntries(Object.keys(due).map((what) => [what, dates(what)]))
  expect(made).toEqual(due)
  const numbers = items.map((_, i) => `INV-${String(i + 1).padStart(3, '0')}`)
  expect(items.map(({ number }) => number).sort()).toEqual(numbers)
  const sent = due.Monthly.length + due.Weekly.length
  /* One that was handed over right before a kill comes again, and says so by its Message-ID. */
  const ids = acme.inbox.received.map(({ mail }) => mail.messageId)
  expect(new Set(ids).size).toBe(sent)
  expect(ids.length).toBeLessThanOrEqual(sent + kills)
  const told = new Set(acme.inbox.received.map(({ mail }) => mail.subject))
  expect(told.size).toBe(sent)
  /* Half-written files of dead processes go once a day. */
  await acme.portal.json(['cron', 'retention'])
  expect(await acme.portal.json(['verify', '--all'])).toMatchObject({ ok: true })
}, 600_000)
