import { afterEach, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { cancelMessage, retryMessage } from '../../src/usecases/change-message.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { openSmtpInbox, refusal, type SmtpInbox } from '../support/smtp-inbox.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let inbox: SmtpInbox
/** What the server answers to a recipient; undefined takes it. */
let answer: Error | undefined

async function begin(): Promise<void> {
  answer = undefined
  inbox = await openSmtpInbox('none', {
    onRcptTo: (_address, _session, done) => done(answer),
  })
  t = await openTestApp({ mail: { transport: 'smtp', smtp: inbox.smtp } })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Work', unit_price: '100' }]
  await createDocuments(t.app, { drafts: [{ kind: 'invoice', customer: 'John Smith', items }] })
}
afterEach(async () => {
  await t.close()
  await inbox.close()
})

const send = () => sendDocuments(t.app, { numbers: ['INV-001'] })

test('a mail that the server takes is sent, with the same Message-ID everywhere', async () => {
  await begin()
  const [result] = await send()
  expect(result).toMatchObject({ ok: true, outbox: 'sent' })
  expect(inbox.received[0]?.mail.messageId).toBe(result?.message_id)
  expect(inbox.received[0]?.recipients).toEqual(['john@example.com'])
})

test('a mail that is put off stays pending and goes out when its time has come', async () => {
  await begin()
  answer = refusal(450, 'Greylisted, try again later')
  const [result] = await send()
  expect(result).toMatchObject({ ok: true, outbox: 'pending', error: { code: 'mail_failed' } })
  expect((await showDocument(t.app, 'INV-001')).document.delivery).toBe('pending')
  answer = undefined
  expect(await deliverOutbox(t.app)).toMatchObject({ sent: 0, pending: 0 })
  t.setNow('2025-01-15T15:01:01Z')
  expect(await deliverOutbox(t.app)).toMatchObject({ sent: 1 })
  expect(inbox.received[0]?.mail.messageId).toBe(result?.message_id)
})

test('a mail that is refused for good failed, the owner is told, and a retry may still bring it', async () => {
  await begin()
  answer = refusal(550, 'No such mailbox')
  const [result] = await send()
  expect(result).toMatchObject({ ok: false, outbox: 'failed' })
  expect(result?.error?.message).toContain('No such mailbox')
  const { document } = await showDocument(t.app, 'INV-001')
  expect(document).toMatchObject({ delivery: 'failed', state: 'sent' })
  answer = undefined
  await deliverOutbox(t.app)
  expect(inbox.received.map(({ recipients }) => recipients)).toEqual([['owner@acme.example']])
  const [failed] = await listMessages(t.app.db.read, { state: 'failed' })
  expect((await retryMessage(t.app, { id: failed?.id ?? '' })).state).toBe('sent')
})

test('a dead server loses nothing: tried for four days, then given up and said so', async () => {
  await begin()
  await inbox.close()
  const [result] = await send()
  expect(result).toMatchObject({ ok: true, outbox: 'pending' })
  let now = Date.parse('2025-01-15T15:00:00Z')
  const tries: number[] = []
  for (let minute = 1; minute <= 97 * 60; minute++) {
    now += 60_000
    const due = await listMessages(t.app.db.read, { state: 'pending' })
    const [mail] = due.filter(({ kind }) => kind === 'invoice_sent')
    if (!mail || mail.next_attempt_at > new Date(now).toISOString()) continue
    t.setNow(new Date(now).toISOString())
    await deliverOutbox(t.app, { ids: [mail.id] })
    tries.push(minute)
  }
  expect(tries.slice(0, 7)).toEqual([1, 6, 21, 51, 111, 231, 351])
  const [mail] = await listMessages(t.app.db.read, { state: 'failed' })
  expect(mail?.last_error).toContain('given up after 4 days')
})

test('a document that is cancelled takes its waiting mail along', async () => {
  await begin()
  await sendDocuments(t.app, { numbers: ['INV-001'], queue: true })
  await decideDocument(t.app, { number: 'INV-001', decision: 'void' })
  expect(await deliverOutbox(t.app)).toMatchObject({ sent: 0 })
  expect(await listMessages(t.app.db.read)).toMatchObject([{ state: 'canceled' }])
})

test('a waiting mail can be cancelled; one that was sent cannot be retried', async () => {
  await begin()
  await sendDocuments(t.app, { numbers: ['INV-001'], queue: true })
  const [waiting] = await listMessages(t.app.db.read)
  expect((await cancelMessage(t.app, { id: waiting?.id ?? '' })).state).toBe('canceled')
  await send()
  const [sent] = await listMessages(t.app.db.read, { state: 'sent' })
  await expect(retryMessage(t.app, { id: sent?.id ?? '' })).rejects.toMatchObject({
    code: 'wrong_state',
  })
})

test('two deliverers at once send one mail', async () => {
  await begin()
  await sendDocuments(t.app, { numbers: ['INV-001'], queue: true })
  await Promise.all([deliverOutbox(t.app), deliverOutbox(t.app), deliverOutbox(t.app)])
  expect(inbox.received).toHaveLength(1)
})
