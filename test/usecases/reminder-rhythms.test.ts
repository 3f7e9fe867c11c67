/**
 * Sixty days at every rhythm, with a real database: the same mails each time. Each minute is asked for with
 * PORTAL_EVERY_MINUTES=1; by itself the test asks each hour.
 */
import { afterEach, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { drainOutbox } from '../../src/usecases/drain-outbox.ts'
import { runReminders } from '../../src/usecases/run-reminders.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import {
  beginStory,
  mailsOf,
  storyBegins,
  storyConfig,
  storyDays,
  storyMails,
  storyTurns,
} from '../support/reminder-story.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const everyMinutes = Number(process.env.PORTAL_EVERY_MINUTES ?? 60)
const dayMinutes = 24 * 60

let t: TestApp
let inbox: SmtpInbox

afterEach(async () => {
  await t.close()
  await inbox.close()
})

/** The moments at which the clock asks, in minutes since the first noon. */
type Rhythm = number[]

const every = (minutes: number, first = 0): Rhythm =>
  Array.from(
    { length: Math.floor((storyDays * dayMinutes - first) / minutes) },
    (_, i) => first + i * minutes,
  )

/** Once at a moment: what `portal cron` does for mail, without writing down each run. */
async function ask(app: App): Promise<void> {
  await runReminders(app, 'reminders')
  await runReminders(app, 'nudges')
  await drainOutbox(app)
}

async function live(rhythm: Rhythm, run: (app: App) => Promise<unknown> = ask): Promise<string[]> {
  inbox = await openSmtpInbox()
  t = await openTestApp(
    { ...storyConfig, mail: { transport: 'smtp', smtp: inbox.smtp } },
    storyBegins,
  )
  await beginStory(t.app)
  const begins = Date.parse(storyBegins)
  const steps = [
    ...storyTurns.map(({ at, turn }) => ({ at, run: turn })),
    ...rhythm.map((minutes) => ({
      at: new Date(begins + minutes * 60_000).toISOString(),
      run,
    })),
  ].sort((a, b) => (a.at < b.at ? -1 : 1))
  for (const step of steps) {
    t.setNow(step.at)
    await step.run(t.app)
  }
  return mailsOf(t.app)
}

/** What the mail server has, each mail once. */
async function checkArrived(mails: string[]): Promise<void> {
  const arrived = inbox.received.filter(({ mail }) => /^Reminder: /.test(mail.subject ?? ''))
  expect(arrived.length).toBe(mails.length)
  expect(new Set(arrived.map(({ mail }) => mail.messageId)).size).toBe(mails.length)
  expect((await verifyWorkspace(t.app)).problems).toEqual([])
}

test.each<[string, Rhythm]>([
  [`every ${everyMinutes} minutes`, every(everyMinutes)],
  ['once a day at noon', every(dayMinutes)],
  ['once a day in the evening', every(dayMinutes, 7 * 60)],
  ['twice at each moment', every(6 * 60).flatMap((minutes) => [minutes, minutes])],
])(
  '%s',
  async (_, rhythm) => {
    const mails = await live(rhythm)
    expect(mails).toEqual(storyMails)
    await checkArrived(mails)
  },
  600_000,
)

test('in four processes at once', async () => {
  const mails = await live(every(6 * 60), (app) =>
    Promise.all([ask(app), ask(app), ask(app), ask(app)]),
  )
  expect(mails).toEqual(storyMails)
  await checkArrived(mails)
}, 600_000)

test('with days missing: one mail for what was missed, and none for what is settled', async () => {
  /* Every three days at noon. */
  const mails = await live(every(3 * dayMinutes, 3 * dayMinutes))
  expect(mails).toEqual(
    [
      'nudge EST-001 2 on 2025-02-04',
      'nudge EST-001 7 on 2025-02-10',
      'nudge EST-002 2 on 2025-02-04',
      'nudge EST-003 2 on 2025-02-04',
      'reminder INV-001 1 on 2025-02-28',
      'reminder INV-001 14 on 2025-03-15',
      'reminder INV-001 7 on 2025-03-06',
      'reminder INV-002 1 on 2025-02-13',
      'reminder INV-002 7 on 2025-02-19',
      'reminder INV-004 1 on 2025-02-13',
      'reminder INV-004 7 on 2025-02-19',
      'reminder INV-004 14 on 2025-02-25',
      'reminder INV-005 1 on 2025-02-22',
      'reminder INV-005 7 on 2025-02-28',
      'reminder INV-005 14 on 2025-03-06',
      'reminder INV-006 1 on 2025-02-16',
      'reminder INV-006 14 on 2025-03-03',
      'reminder INV-006 7 on 2025-02-22',
      'reminder INV-007 1 on 2025-03-09',
      'reminder INV-007 14 on 2025-03-24',
      'reminder INV-007 7 on 2025-03-15',
    ].sort(),
  )
  await checkArrived(mails)
}, 600_000)
