import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { holidayReply, postfixBounce } from '../support/bounces.ts'
import { type Json, portalWorkspaces, runPortal, type Workspace } from '../support/run-portal.ts'
import { openSmtpInbox, refusal, type SmtpInbox } from '../support/smtp-inbox.ts'

const makeWorkspace = portalWorkspaces({ here: true })
const to = 'john@example.com'
let w: Workspace
let inbox: SmtpInbox
/** What the server answers to a recipient; undefined takes it. */
let answer: Error | undefined

beforeAll(async () => {
  inbox = await openSmtpInbox('none', {
    onRcptTo: ({ address }, _session, done) => done(address === to ? answer : null),
  })
  w = await makeWorkspace()
  const business = { name: 'Acme Remodeling', email: 'office@acme.example' }
  writeFileSync(
    join(w.dir, 'config.yml'),
    stringify({ business, mail: { transport: 'smtp', smtp: inbox.smtp } }),
  )
  await w.run('customer', 'create', '--name', 'John Smith', '--email', to)
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Repair|1|100')
  await w.json('invoice', 'create', '--customer', 'John Smith', '--item', 'Repair|1|100')
})
afterAll(() => inbox.close())

const text = async (...args: string[]) => (await w.run(...args)).stdout.replace(/\s+/g, ' ')
const failed = async (): Promise<Json> =>
  (await w.json('outbox', 'list', '--state', 'failed')).json().items[0]

test('a refused mail is told on the document, in the list and in the status, in the server’s words', async () => {
  answer = refusal(550, '5.1.1 No such mailbox')
  const sent = await w.json('send', 'INV-001')
  expect([sent.code, sent.json().results[0].outbox]).toEqual([1, 'failed'])
  expect((await w.json('invoice', 'show', 'INV-001')).json()).toMatchObject({
    delivery: 'failed',
    delivery_error: expect.stringContaining('550 5.1.1 No such mailbox'),
  })
  expect(await text('invoice', 'show', 'INV-001')).toContain('Mail refused: No such mailbox')
  expect(await text('invoice', 'list')).toContain('INV-001: mail refused: No such mailbox')
  const status = await text('status')
  expect(status).toContain(`INV-001: mail to ${to} refused: No such mailbox`)
  expect(status).toMatch(/Mail trouble 1/)
  expect((await w.json('status')).json().mail_failures).toMatchObject([{ number: 'INV-001', to }])
})

test('a retry tells how it went, and a mail that waits can be cancelled and taken up again', async () => {
  const { id } = await failed()
  const refused = await w.json('outbox', 'retry', id)
  expect([refused.code, refused.json()]).toMatchObject([1, { id, state: 'failed', attempts: 2 }])
  answer = refusal(451, 'Try later')
  const waits = await w.json('outbox', 'retry', id)
  expect([waits.code, waits.json().state]).toEqual([0, 'pending'])
  expect((await w.json('outbox', 'cancel', id)).json()).toMatchObject({ id, state: 'canceled' })
  expect((await w.json('outbox', 'cancel', id)).code).toBe(1)
  answer = undefined
  expect((await w.json('outbox', 'retry', id)).json()).toMatchObject({ id, state: 'sent' })
  expect(await text('outbox', 'show', id)).toMatch(/About INV-001 .*State sent/)
})

test('retry wants one mail, or all that were given up', async () => {
  expect((await w.json('outbox', 'retry')).code).toBe(2)
  expect((await w.json('outbox', 'retry', 'msg_1', '--given-up')).code).toBe(2)
  answer = refusal(451, 'Try later')
  const at = (PORTAL_NOW: string, ...args: string[]) =>
    runPortal(w.dir, [...args, '--json'], { env: { PORTAL_NOW } })
  await at('2025-01-15T15:00:00Z', 'send', 'INV-002')
  await at('2025-01-20T15:00:00Z', 'cron', 'outbox')
  expect(await failed()).toMatchObject({ last_error: expect.stringMatching(/^given up after 4 d/) })
  answer = undefined
  const retried = await at('2025-01-20T16:00:00Z', 'outbox', 'retry', '--given-up')
  expect(retried.json()).toMatchObject({ retried: 1, failed: 0 })
  expect((await w.json('invoice', 'show', 'INV-002')).json().delivery).toBe('sent')
})

test('a report on standard input or in a file fails the mail, and the same again changes nothing', async () => {
  const { items } = (await w.json('outbox', 'list', 'INV-002')).json()
  const { id, message_id: messageId } = items.find(({ kind }: Json) => kind === 'invoice_sent')
  const report = postfixBounce({ messageId, to })
  const first = (await w.feed(report, 'outbox', 'bounce', '-', '--json')).json()
  expect(first).toMatchObject({
    id,
    number: 'INV-002',
    state: 'failed',
    bounces: [{ recipient: to, kind: 'hard', status: '5.1.1', news: true }],
  })
  writeFileSync(join(w.dir, 'report.eml'), report)
  const second = await w.json('outbox', 'bounce', 'report.eml')
  expect([second.code, second.json().bounces[0].news]).toEqual([0, false])
  expect(await text('invoice', 'show', 'INV-002')).toContain('Mail came back: No such mailbox')
  expect(await text('outbox', 'show', id)).toContain('Reported')
})

test('a report of no mail of ours ends with 3, and what is no report with 2', async () => {
  const unknown = postfixBounce({ messageId: '<other@elsewhere.example>', to })
  const ran = await w.feed(unknown, 'outbox', 'bounce', '-', '--json')
  expect([ran.code, ran.json().error.code]).toEqual([3, 'not_found'])
  expect(ran.json().error.message).toContain('<other@elsewhere.example>')
  const reply = holidayReply({ messageId: '<other@elsewhere.example>', to })
  for (const other of [reply, '', 'x'.repeat(3_000_000), '\u0000'.repeat(1000)]) {
    const refused = await w.feed(other, 'outbox', 'bounce', '-', '--json')
    expect([refused.code, refused.json().error.code]).toEqual([2, 'invalid_input'])
  }
  expect((await w.json('outbox', 'bounce', 'nowhere.eml')).code).toBe(2)
  expect((await w.json('outbox', 'bounce', '.')).code).toBe(2)
})

test('a mail server that pipes in keeps only what may succeed later', async () => {
  const pipe = (mail: string, ...args: string[]) =>
    w.feed(mail, 'outbox', 'bounce', '-', '--pipe', '--quiet', ...args)
  const unknown = postfixBounce({ messageId: '<other@elsewhere.example>', to })
  for (const mail of [unknown, holidayReply({ messageId: '<1@a.example>', to }), '']) {
    const { code, stdout, stderr } = await pipe(mail)
    expect([code, stdout, stderr]).toEqual([0, '', expect.stringMatching(/^Error: /)])
  }
  const config = join(w.dir, 'config.yml')
  const right = readFileSync(config)
  writeFileSync(config, 'mail: [')
  const broken = await pipe(unknown)
  expect([broken.code, broken.stderr]).toEqual([75, expect.stringContaining('config.yml')])
  rmSync(config)
  expect((await pipe(unknown)).code).toBe(75)
  writeFileSync(config, right)
  const { items } = (await w.json('outbox', 'list', 'INV-001')).json()
  const { message_id: messageId } = items.find(({ kind }: Json) => kind === 'invoice_sent')
  expect((await pipe(postfixBounce({ messageId, to }))).code).toBe(0)
  expect((await w.json('invoice', 'show', 'INV-001')).json().delivery).toBe('failed')
})
