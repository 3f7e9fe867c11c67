/** `kill -9` at any moment while the clock's mails go out: the same mails arrive, each once. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { openApp } from '../../src/open-app.ts'
import { killAt, lifeOf } from '../support/killing.ts'
import {
  beginStory,
  mailsOf,
  storyBegins,
  storyConfig,
  storyMails,
  storyTurns,
} from '../support/reminder-story.ts'
import { type Acme, openAcme } from './acme.ts'

/** PORTAL_KILLS=100 is the whole examination. */
const kills = Number(process.env.PORTAL_KILLS ?? 10)

/** Days on which something is due, at noon in New York, and one after the end. */
const days = [
  '02-03',
  '02-08',
  '02-11',
  '02-16',
  '02-17',
  '02-22',
  '02-28',
  '03-01',
  '03-06',
  '03-09',
  '03-13',
  '03-15',
  '03-22',
  '04-01',
].map((day) => `2025-${day}T17:00:00.000Z`)

let acme: Acme
/** What customers do, in a process that nobody kills. */
let app: App

beforeAll(async () => {
  acme = await openAcme({ mailLatencyMs: 40, config: storyConfig })
  await acme.setNow(storyBegins)
  const env = { PORTAL_TEST: '1', PORTAL_NOW: `@${join(acme.folder, 'now')}` }
  app = await openApp({ dir: acme.portal.dir, env })
  await beginStory(app)
})
afterAll(async () => {
  await app?.close()
  await acme?.close()
})

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

test(`${kills} kills`, async () => {
  const first = await lifeOf(acme.portal.start(['cron']))
  let turn = 0
  for (const [i, now] of days.entries()) {
    for (; (storyTurns[turn]?.at ?? 'z') < now; turn++) {
      await acme.setNow(storyTurns[turn]?.at ?? '')
      await storyTurns[turn]?.turn(app)
    }
    await acme.setNow(now)
    const share =
      Math.floor(((i + 1) * kills) / days.length) - Math.floor((i * kills) / days.length)
    for (let kill = 0; kill < share; kill++) {
      const life = { ms: 1.3 * first.ms }
      await killAt(Math.random(), life, acme.portal.start(['cron']))
      await passLeases()
    }
    const { jobs } = await acme.portal.json<{ jobs: { name: string; ok: boolean }[] }>(['cron'])
    expect(jobs.filter(({ ok }) => !ok)).toEqual([])
  }
  expect(await mailsOf(app)).toEqual(storyMails)
  const arrived = acme.inbox.received.filter(({ mail }) => /^Reminder: /.test(mail.subject ?? ''))
  /* One that was handed over right before a kill comes again, and says so by its Message-ID. */
  expect(new Set(arrived.map(({ mail }) => mail.messageId)).size).toBe(storyMails.length)
  expect(arrived.length).toBeLessThanOrEqual(storyMails.length + kills)
  expect(await acme.portal.json(['verify', '--all'])).toMatchObject({ ok: true })
}, 600_000)
