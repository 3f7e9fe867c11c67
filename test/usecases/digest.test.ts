import { afterEach, expect, test } from 'vitest'
import { type NoticeType, noticeTypes } from '../../src/domain/notice-types.ts'
import { jobs, runJobs } from '../../src/jobs.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { sendDigest } from '../../src/usecases/send-digest.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { tellOwner } from '../../src/usecases/tell-owner.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let inbox: SmtpInbox | undefined

async function begin(notify: Record<string, unknown>, mail: Record<string, unknown> = {}) {
  t = await openTestApp({ notify, mail })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Work', unit_price: '100' }]
  await createDocuments(t.app, { drafts: [{ kind: 'invoice', customer: 'John Smith', items }] })
}
afterEach(async () => {
  await t.close()
  await inbox?.close()
  inbox = undefined
})

const facts = { amount_minor: 10_000, method: 'stripe_card', to: 'john@example.com', error: 'no' }

/** Something happens at an instant. */
async function happens(at: string, event: NoticeType = 'paid') {
  t.setNow(at)
  const { document } = await showDocument(t.app, 'INV-001')
  await t.app.db.write((trx) =>
    tellOwner(t.app, trx, event, { document_id: document.id, data: facts }),
  )
}

const notices = async () =>
  (await listMessages(t.app.db.read)).filter(({ kind }) => kind === 'owner_notice')

test.each(noticeTypes)('a notice of the kind %s can be switched on and off', async (event) => {
  await begin({ on: [event] })
  await happens('2025-01-15T15:00:00Z', event)
  expect(await notices()).toMatchObject([{ data: { event } }])
  const off = { ...t.app, config: { ...t.app.config, notify: { to: [], on: [], digest: false } } }
  await t.app.db.write((trx) =>
    tellOwner(off as TestApp['app'], trx, event, { document_id: null, data: {} }),
  )
  // What a customer asks is never kept from the owner.
  expect(await notices()).toHaveLength(event === 'question' ? 2 : 1)
})

/** Three days, and what happens on them; 8 o'clock in New York is 13:00 in UTC. */
const story: [at: string, event: NoticeType][] = [
  ['2025-01-15T10:00:00Z', 'viewed'],
  ['2025-01-15T13:30:00Z', 'paid'],
  ['2025-01-16T12:59:00Z', 'mail_failed'],
  ['2025-01-18T20:00:00Z', 'refunded'],
]

/** Runs the job at these hours of UTC on each day, all the way through the story. */
async function live(hours: number[]): Promise<unknown[]> {
  await begin({ on: [...noticeTypes], digest: 8 })
  const end = Date.parse('2025-01-21T00:00:00Z')
  const waiting = [...story]
  for (let now = Date.parse('2025-01-15T00:00:00Z'); now < end; now += 900_000) {
    for (;;) {
      const [next] = waiting
      if (!next || Date.parse(next[0]) > now) break
      await happens(...next)
      waiting.shift()
    }
    t.setNow(new Date(now).toISOString())
    const date = new Date(now)
    const runs = hours.includes(date.getUTCHours()) && date.getUTCMinutes() % 30 === 0
    if (runs) await Promise.all([sendDigest(t.app), sendDigest(t.app)])
  }
  const mails = await notices()
  await t.close()
  return mails.map(({ data }) => [data.on, data.count])
}

test('one mail a day tells all of it, at whatever rhythm the job runs; no news, no mail', async () => {
  const always = Array.from({ length: 24 }, (_, hour) => hour)
  const expected = [
    ['2025-01-15', 1],
    ['2025-01-16', 2],
    ['2025-01-19', 1],
  ]
  expect(await live(always)).toEqual(expected)
  expect(await live([13, 14])).toEqual(expected)
  expect(await live([23])).toEqual(expected)
  await begin({ digest: 8 })
})

test('after days without the job one mail catches up', async () => {
  await begin({ on: [...noticeTypes], digest: 8 })
  for (const one of story) await happens(...one)
  t.setNow('2025-01-20T15:00:00Z')
  await Promise.all([sendDigest(t.app), sendDigest(t.app), sendDigest(t.app)])
  expect(await notices()).toMatchObject([{ data: { on: '2025-01-20', count: 4 } }])
})

test('the mail says what happened when, in text and HTML alike, and a question does not wait for it', async () => {
  inbox = await openSmtpInbox()
  await begin({ on: [...noticeTypes], digest: 8 }, { transport: 'smtp', smtp: inbox.smtp })
  for (const one of story.slice(1, 3)) await happens(...one)
  await happens('2025-01-16T12:59:10Z', 'viewed')
  await happens('2025-01-16T12:59:30Z', 'question')
  await runJobs(t.app, ['digest', 'outbox'])
  expect(
    inbox.received.map(
      ({ mail }) => mail.headers.find(({ key }) => key === 'x-portal-event')?.value,
    ),
  ).toEqual(['question'])
  t.setNow('2025-01-16T13:05:00Z')
  await runJobs(t.app, ['digest', 'outbox'])
  const mail = inbox.received[1]?.mail
  expect(mail?.subject).toBe(
    'What happened until January 16, 2025: 1 paid, 1 not delivered, 1 viewed',
  )
  const lines = [
    ['Jan 15, 8:30 AM', 'John Smith paid $100.00 for invoice INV-001'],
    ['Jan 16, 7:59 AM', 'Mail about invoice INV-001 was not delivered'],
    ['Jan 16, 7:59 AM', 'John Smith viewed invoice INV-001'],
  ]
  const plain = (text = '') => text.replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ')
  for (const part of [mail?.text, mail?.html?.replace(/<[^>]*>/g, ' ')]) {
    for (const [when = '', what = ''] of lines) {
      expect(plain(part)).toMatch(new RegExp(`${when}:? +${what.replace('$', '\\$')}`))
    }
  }
  await runJobs(t.app, ['digest', 'outbox'])
  expect(inbox.received).toHaveLength(2)
})

test('what waited when the daily mail was switched off goes out at once', async () => {
  await begin({ on: [...noticeTypes], digest: 8 })
  await happens('2025-01-15T15:00:00Z')
  t.app.config.notify.digest = false
  await sendDigest(t.app)
  expect(await notices()).toMatchObject([{ data: { event: 'digest', count: 1 } }])
})

test('nothing is kept for an owner without an address, and old days are forgotten', async () => {
  await begin({ on: [...noticeTypes], digest: 8 })
  t.app.config.business.email = ''
  await happens('2025-01-15T15:00:00Z')
  const kept = () => t.app.db.read.selectFrom('notices').selectAll().execute()
  expect(await kept()).toEqual([])
  t.app.config.business.email = 'owner@acme.example'
  for (const at of ['2025-01-15T15:00:00Z', '2025-03-15T15:00:00Z']) {
    await happens(at)
    t.setNow(at.replace('15T', '16T'))
    await sendDigest(t.app)
  }
  expect(await kept()).toMatchObject([{ digest_on: '2025-03-16' }])
})

test('the job comes before the outbox, so that its mail leaves with the same run', () => {
  const names = Object.keys(jobs)
  expect(names.indexOf('digest')).toBeLessThan(names.indexOf('outbox'))
})
