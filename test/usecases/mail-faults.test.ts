/** The mail server misbehaves: nothing is lost, and nothing comes twice but with the Message-ID it had. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createSmtpMailer } from '../../src/mail/smtp.ts'
import type { SmtpTimeouts } from '../../src/mail/smtp-connection.ts'
import type { Mailer } from '../../src/ports/mailer.ts'
import type { Db } from '../../src/store/db.ts'
import { openDatabase } from '../../src/store/open.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { drainOutbox } from '../../src/usecases/drain-outbox.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { canMount, smallDisks } from '../support/small-disk.ts'
import {
  openSmtpInbox,
  refusal,
  type SmtpInbox,
  type SmtpMood,
  type SmtpStage,
} from '../support/smtp-inbox.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

/** For a server that hangs; on a busy machine any server may seem to. */
const hasty = { connectMs: 1000, greetingMs: 300, socketMs: 300, openMs: 1500, sendMs: 1500 }
const begun = Date.parse('2025-01-15T15:00:00Z')
const minuteMs = 60_000

const smallDisk = smallDisks()
let t: TestApp
let inbox: SmtpInbox
let mailers: Mailer[]

beforeEach(async () => {
  inbox = await openSmtpInbox()
  t = await openTestApp({ mail: { transport: 'smtp', smtp: inbox.smtp } })
  mailers = []
  use()
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
})
afterEach(async () => {
  for (const mailer of mailers) await mailer.close()
  await t.close()
  await inbox.close()
})

/** From here on mails are handed over with this patience, or with that of real life. */
function use(timeouts?: SmtpTimeouts): void {
  const mailer = createSmtpMailer(inbox.smtp, timeouts ? { timeouts } : {})
  mailers.push(mailer)
  t.app.mailer = async () => mailer
}

/** Queues so many invoices. */
async function queue(count: number): Promise<void> {
  const items = [{ description: 'Work', unit_price: '100' }]
  const draft = { kind: 'invoice', customer: 'John Smith', items } as const
  const made = await createDocuments(t.app, { drafts: Array.from({ length: count }, () => draft) })
  await sendDocuments(t.app, { numbers: made.map(({ number }) => number), queue: true })
}

const at = (minute: number) => t.setNow(new Date(begun + minute * minuteMs).toISOString())

/** Runs the job at these minutes, like cron. */
async function cron(minutes: Iterable<number>): Promise<void> {
  for (const minute of minutes) {
    at(minute)
    await drainOutbox(t.app)
  }
}

function* every(step: number, until: number, from = 0): Generator<number> {
  for (let minute = from; minute <= until; minute += step) yield minute
}

/** How often each mail of the outbox arrived. */
async function arrivals(): Promise<number[]> {
  const messages = await listMessages(t.app.db.read)
  return messages
    .filter(({ kind }) => kind === 'invoice_sent')
    .map(
      ({ message_id }) => inbox.received.filter((one) => one.mail.messageId === message_id).length,
    )
}

const states = async () => (await listMessages(t.app.db.read)).map(({ state }) => state)

/** Behaves so at a stage for so many times, and well from then on. */
function misbehave(stage: SmtpStage, mood: SmtpMood, times = 1): void {
  let left = times
  inbox.mood = (now) => (now === stage && left-- > 0 ? mood : 'take')
}

describe('a mail arrives once, later, when the server', () => {
  test.each<[string, SmtpStage, SmtpMood]>([
    ['is too busy to talk', 'connect', refusal(421, 'Too busy')],
    ['will not talk at all', 'connect', refusal(554, 'Go away')],
    ['refuses the sender for now', 'sender', refusal(451, 'Try later')],
    ['refuses the recipient for now', 'recipient', refusal(452, 'Mailbox is full')],
    ['refuses the message for now', 'message', refusal(451, 'Cannot check it')],
    ['does not greet', 'connect', 'hang'],
    ['hangs at the recipient', 'recipient', 'hang'],
    ['hangs at the message and does not take it', 'message', 'hang'],
    ['cuts the line in the middle of the message', 'message', 'drop'],
    ['cuts the line at the recipient', 'recipient', 'drop'],
  ])('%s', async (_, stage, mood) => {
    await queue(1)
    misbehave(stage, mood)
    use(hasty)
    await cron([0])
    expect([await states(), inbox.received.length]).toEqual([['pending'], 0])
    use()
    await cron([1])
    expect([await states(), await arrivals()]).toEqual([['sent'], [1]])
  })
})

test('a database that is kept busy while a mail is handed over makes no second one of it', async () => {
  await queue(1)
  const { db } = t.app
  const other = await openDatabase(db.path)
  let release = () => {}
  inbox.mood = (stage) => {
    if (stage === 'message') {
      void other.write(() => new Promise<void>((resolve) => (release = resolve)))
    }
    return 'take'
  }
  /* As long as it takes until noting it was given up once. */
  const write: Db['write'] = (work, options) =>
    db.write(work, options).catch((error) => {
      release()
      throw error
    })
  await drainOutbox({ ...t.app, db: { ...db, write } })
  await other.close()
  expect([await states(), await arrivals()]).toEqual([['sent'], [1]])
})

test.skipIf(!canMount)('no mail goes out where there is no room to note that it did', async () => {
  await queue(1)
  const full = smallDisk('512k')
  await expect(drainOutbox({ ...t.app, dir: full })).rejects.toThrow('The disk is nearly full')
  expect([await states(), await arrivals()]).toEqual([['pending'], [0]])
  await drainOutbox({ ...t.app, dir: smallDisk('2m') })
  expect([await states(), await arrivals()]).toEqual([['sent'], [1]])
})

test('a message that was taken without a word comes once more, with the same Message-ID', async () => {
  await queue(1)
  misbehave('message', 'lose')
  await cron([0, 1, 2])
  expect([await states(), await arrivals()]).toEqual([['sent'], [2]])
  const [first, second] = inbox.received
  expect(first?.mail.messageId).toBe(second?.mail.messageId)
})

test('what is refused for good is not tried again, and the owner is told of each', async () => {
  await queue(3)
  inbox.mood = (_, recipient) =>
    recipient === 'john@example.com' ? refusal(550, 'No such mailbox') : 'take'
  await cron(every(1, 10))
  expect(await arrivals()).toEqual([0, 0, 0])
  const notices = inbox.received.filter(({ recipients }) => recipients[0] === 'owner@acme.example')
  expect(notices).toHaveLength(3)
  expect(notices[0]?.mail.text).toContain('No such mailbox')
})

test.each<[string, SmtpStage]>([
  ['the sender', 'sender'],
  ['the message', 'message'],
])('%s that is refused for good is not tried again', async (_, stage) => {
  await queue(1)
  misbehave(stage, refusal(554, 'Not from you'))
  await cron(every(1, 3))
  const [message] = await listMessages(t.app.db.read)
  expect(message).toMatchObject({ state: 'failed', attempts: 1 })
  expect(message?.last_error).toContain('Not from you')
})

test('greylisting costs a few minutes and no mail', async () => {
  const firstSeen = new Map<string, number>()
  inbox.mood = (stage, recipient) => {
    if (stage !== 'recipient') return 'take'
    const now = t.app.clock.now().getTime()
    const since = firstSeen.get(recipient) ?? now
    firstSeen.set(recipient, since)
    return now - since < 5 * minuteMs ? refusal(450, '4.7.1 Greylisted') : 'take'
  }
  await queue(4)
  await cron(every(1, 30))
  expect(await arrivals()).toEqual([1, 1, 1, 1])
})

describe('a server that is down for two days costs no mail and doubles none, when the job runs', () => {
  test.each([
    ['every minute', 1],
    ['every hour', 60],
    ['once a day', 24 * 60],
  ])('%s', { timeout: 240_000 }, async (_, step) => {
    await inbox.close()
    await queue(10)
    await cron(every(step, 24 * 60))
    await queue(10)
    await cron(every(step, 48 * 60, 24 * 60 + step))
    expect(new Set(await states())).toEqual(new Set(['pending']))
    await inbox.reopen()
    await cron(every(step, 51 * 60 + step, 48 * 60 + step))
    expect(await arrivals()).toEqual(Array(20).fill(1))
  })
})

test('a server that hangs does not hold up a run for as long as there are mails', async () => {
  await queue(200)
  inbox.mood = () => 'hang'
  use(hasty)
  const { pending } = await drainOutbox(t.app, { patienceMs: 1000 })
  expect(pending).toBeLessThan(100)
  inbox.mood = () => 'take'
  use()
  await cron([1, 2])
  expect(await arrivals()).toEqual(Array(200).fill(1))
})

test('whatever happens on the way, each mail arrives, and a second copy only where an answer was lost', {
  timeout: 240_000,
}, async () => {
  const count = Number(process.env.PORTAL_FAULTY_MAILS ?? 60)
  /* Who takes a mail and is only slow to say so must be waited for: the copies are counted. */
  use({ ...hasty, greetingMs: 2000, socketMs: 2000, openMs: 5000, sendMs: 5000 })
  await queue(count)
  const moods: SmtpMood[] = [
    'hang',
    'drop',
    'lose',
    refusal(451, 'Try later'),
    refusal(421, 'Busy'),
  ]
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  let lost = 0
  inbox.mood = (stage) => {
    if (random(8) > 0) return 'take'
    const mood = moods[random(moods.length)] ?? 'take'
    if (mood === 'lose' && stage !== 'message') return 'drop'
    if (mood === 'lose') lost += 1
    return mood
  }
  await cron(every(1, 12 * 60))
  const copies = await arrivals()
  expect(new Set(await states())).toEqual(new Set(['sent']))
  expect(Math.min(...copies)).toBe(1)
  const doubled = copies.reduce((sum, one) => sum + one - 1, 0)
  expect(doubled).toBe(lost)
  if (process.env.PORTAL_FAULTY_MAILS) {
    console.info(`${count} mails arrived; ${lost} answers were lost, ${doubled} came twice`)
  }
})
