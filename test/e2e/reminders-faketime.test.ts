/**
 * Sixty days in which not PORTAL_NOW but the clock of each whole process is moved: its dates, timers, leases,
 * TLS and the database's times. By itself the test asks on three days; PORTAL_FAKETIME=1 lives through the
 * rhythms of an owner's machine, with doubled and killed runs.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { sendingHours } from '../../src/domain/sending-hours.ts'
import { fakeTime, hasFakeTime } from '../support/fake-time.ts'
import { openCli, type PortalCli } from '../support/portal-cli.ts'
import {
  storyBegins,
  storyConfig,
  storyCustomers,
  storyDays,
  storyDrafts,
  storyMails,
} from '../support/reminder-story.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'
import { changeConfig } from './acme.ts'

const isWhole = Boolean(process.env.PORTAL_FAKETIME)
const zone = 'America/New_York'
const publicUrl = 'https://portal.acme.example'
const minuteMs = 60_000
const begins = Date.parse(storyBegins)

let folder: string
/** Valid since the day before the story, which is long ago, and to its end. */
let certificate: { key: Buffer; cert: Buffer; path: string }
let inbox: SmtpInbox
let portal: PortalCli

beforeAll(() => {
  if (!hasFakeTime) return
  folder = mkdtempSync(join(tmpdir(), 'portal-faketime-'))
  certificate = makeCertificate()
})
afterAll(() => folder && rmSync(folder, { recursive: true, force: true }))

beforeEach(async ({ task }) => {
  if (!hasFakeTime) return
  const { key, cert, path } = certificate
  inbox = await openSmtpInbox('starttls', { key, cert })
  const dir = join(folder, task.id)
  portal = openCli(dir, { NODE_EXTRA_CA_CERTS: path })
  await begin(dir)
}, 60_000)
afterEach(() => inbox?.close())

function makeCertificate() {
  const paths = ['key.pem', 'cert.pem'].map((name) => join(folder, name)) as [string, string]
  const [key, cert] = paths
  const about = ['-subj', '/CN=mail.acme.example', '-addext', 'subjectAltName=IP:127.0.0.1']
  const made = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '70']
  execFileSync('openssl', ['req', '-x509', ...made, ...about, '-keyout', key, '-out', cert], {
    env: { ...process.env, ...fakeTime('2025-01-31T00:00:00Z') },
    stdio: 'ignore',
  })
  return { key: readFileSync(key), cert: readFileSync(cert), path: cert }
}

/** Runs a command that has to succeed in a process in which it is `instant`. */
function at<Result = unknown>(instant: string, args: string[], stdin = ''): Promise<Result> {
  return portal.json<Result>(args, { env: fakeTime(instant), stdin })
}

async function begin(dir: string): Promise<void> {
  const now = (args: string[]) => at(storyBegins, args)
  const name = ['--name', 'Acme Remodeling', '--email', 'office@acme.example']
  await now(['init', '--yes', ...name, '--time-zone', zone, '--public-url', publicUrl])
  await changeConfig(dir, { ...storyConfig, mail: { transport: 'smtp', smtp: inbox.smtp } })
  for (const { name, email } of storyCustomers) {
    await now(['customer', 'create', '--name', name, '--email', email])
  }
  const numbers: string[] = []
  for (const kind of ['invoice', 'estimate']) {
    const drafts = JSON.stringify(storyDrafts.filter((draft) => draft.kind === kind))
    const made = await at<{ items: { number: string }[] }>(
      storyBegins,
      [kind, 'create', '--from', '-'],
      drafts,
    )
    numbers.push(...made.items.map(({ number }) => number))
  }
  await now(['send', ...numbers])
}

/** What customers do, as in `storyTurns`. */
const turns: { at: string; run(instant: string): Promise<unknown> }[] = [
  {
    at: '2025-02-05T06:00:00.000Z',
    run: (now) => at(now, ['estimate', 'approve', 'EST-002', '--yes']),
  },
  {
    at: '2025-02-12T06:00:00.000Z',
    run: (now) => at(now, ['invoice', 'void', 'INV-003', '--yes']),
  },
  { at: '2025-02-12T06:00:00.000Z', run: stopInOneClick },
  { at: '2025-02-14T06:00:00.000Z', run: (now) => pay(now, 'INV-006', '30') },
  { at: '2025-02-20T06:00:00.000Z', run: (now) => pay(now, 'INV-002', '100') },
]

function pay(now: string, number: string, amount: string): Promise<unknown> {
  const how = ['--amount', amount, '--method', 'check', '--yes']
  return at(now, ['payment', 'record', number, ...how])
}

/** Ann's mail program follows the header of the last mail that she got. */
async function stopInOneClick(now: string): Promise<void> {
  const mails = inbox.received.filter(({ recipients }) => recipients[0] === 'ann@example.com')
  const header = mails.at(-1)?.mail.headers.find(({ key }) => key === 'list-unsubscribe')
  const { pathname } = new URL(header?.value.slice(1, -1) ?? '')
  const served = await portal.serve(['--port', '0'], { env: fakeTime(now) })
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const answer = await fetch(new URL(pathname, served.url), { method: 'POST', body })
  expect([answer.status, await served.stop()]).toEqual([200, 0])
}

type Ask = (instant: string) => Promise<unknown>
const cron: Ask = (instant) => at(instant, ['cron'])

async function live(instants: string[], ask: Ask = cron): Promise<void> {
  const steps = [...turns, ...instants.map((instant) => ({ at: instant, run: ask }))]
  for (const step of steps.sort((a, b) => (a.at < b.at ? -1 : 1))) await step.run(step.at)
  const last = new Date(begins + (storyDays + 1) * 24 * 60 * minuteMs).toISOString()
  expect(await at(last, ['verify', '--all'])).toMatchObject({ ok: true })
}

/** Reminders and nudges that the mail server has, in the words of `storyMails`, by the dates they bear. */
function arrived(): string[] {
  const mails = inbox.received.flatMap(({ mail, secure }) => {
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value
    const kind = header('x-portal-kind')
    if (kind !== 'reminder' && kind !== 'nudge') return []
    expect(secure).toBe(true)
    const day = new Date(mail.date ?? '').toLocaleDateString('en-CA', { timeZone: zone })
    return [`${kind} ${header('x-portal-document')} on ${day}`]
  })
  return mails.sort()
}

const noon = (day: string) => `2025-${day}T17:00:00.000Z`
const withoutStage = (mail: string) => mail.replace(/ \d+ on/, ' on')

// Skipped where the program faketime is not installed: nothing else moves the clock of a process.
test.skipIf(!hasFakeTime)(
  'on three days of sixty: the mails of those days, each once',
  async () => {
    await live(['02-11', '02-17', '03-22'].map(noon))
    expect(arrived()).toEqual([
      'nudge EST-001 on 2025-02-11',
      'reminder INV-001 on 2025-03-22',
      'reminder INV-002 on 2025-02-11',
      'reminder INV-002 on 2025-02-17',
      'reminder INV-003 on 2025-02-11',
      'reminder INV-004 on 2025-02-11',
      'reminder INV-006 on 2025-02-17',
      'reminder INV-006 on 2025-03-22',
      'reminder INV-007 on 2025-03-22',
    ])
    const { jobs } = await at<{ jobs: { name: string; last_run_at: string; lag_s: number }[] }>(
      '2025-03-22T17:00:30.000Z',
      ['status'],
    )
    const outbox = jobs.find(({ name }) => name === 'outbox')
    expect([outbox?.last_run_at.slice(0, 16), outbox?.lag_s]).toEqual(['2025-03-22T17:00', 0])
  },
  120_000,
)

const days = Array.from({ length: storyDays }, (_, day) => begins + day * 24 * 60 * minuteMs)
const instant = (ms: number) => new Date(ms).toISOString()
const hours = sendingHours(9, zone)
const opening = (day: number | string) =>
  hours.opening(typeof day === 'string' ? day : hours.dateOf(new Date(day))).getTime()
/** Days on which something is due. */
const dueDays = [...new Set(storyMails.map((mail) => mail.slice(-10)))]

/** Two at once, of which one dies at a random moment, and a minute later, when its claims are free, one more. */
async function doubledAndKilled(now: string): Promise<void> {
  const start = () => portal.start(['cron'], { env: fakeTime(now) })
  const [first, second] = [start(), start()]
  const timer = setTimeout(() => first.process.kill('SIGKILL'), Math.random() * 1500)
  await Promise.all([first.ended, second.ended])
  clearTimeout(timer)
  await cron(instant(Date.parse(now) + 2 * minuteMs))
}

/** `portal serve` from shortly before the hour on: its own timers have to bring it about. */
async function served(now: string): Promise<void> {
  const { url, stop } = await portal.serve(['--port', '0'], { env: fakeTime(now) })
  const isDone = async () => {
    const { jobs } = (await (await fetch(`${url}/healthz`)).json()) as {
      jobs: { name: string; started_at: string; finished_at: string | null }[]
    }
    const pages = jobs.find(({ name }) => name === 'pages')
    return pages?.finished_at != null && Date.parse(pages.started_at) > Date.parse(now) + 8000
  }
  await expect.poll(isDone, { timeout: 60_000, interval: 100 }).toBe(true)
  expect(await stop()).toBe(0)
}

test.skipIf(!hasFakeTime || !isWhole).each<[string, string[], Ask]>([
  ['once a day at noon', days.map(instant), cron],
  ['doubled and killed, each day', days.map(instant), doubledAndKilled],
  [
    'every two minutes around nine, and in the evening',
    days.flatMap((day) =>
      [-3, -1, 1, 3, 12 * 60 - 1, 12 * 60 + 1].map((minutes) =>
        instant(opening(day) + minutes * minuteMs),
      ),
    ),
    cron,
  ],
  ['by the timers of serve', dueDays.map((day) => instant(opening(day) - 8000)), served],
])(
  '%s: the same mails',
  async (_, instants, ask) => {
    await live(
      instants.filter((one) => one > storyBegins),
      ask,
    )
    const mails = arrived()
    /* A mail that was handed over right before a kill comes again. */
    expect([...new Set(mails)]).toEqual(storyMails.map(withoutStage).sort())
    if (ask !== doubledAndKilled) expect(mails.length).toBe(storyMails.length)
  },
  1_800_000,
)
