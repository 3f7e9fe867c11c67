import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { retryMessage } from '../../src/usecases/change-message.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { recordBounce } from '../../src/usecases/record-bounce.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { eximBounce, holidayReply, postfixBounce } from '../support/bounces.ts'
import { openSmtpInbox, type SmtpInbox } from '../support/smtp-inbox.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

const to = 'john@example.com'
let t: TestApp
let inbox: SmtpInbox

beforeEach(async () => {
  inbox = await openSmtpInbox()
  t = await openTestApp({
    public_url: 'https://portal.acme.example',
    mail: { transport: 'smtp', smtp: inbox.smtp },
  })
  await createCustomer(t.app, { name: 'John Smith', email: to })
  const items = [{ description: 'Work', unit_price: '100' }]
  await createDocuments(t.app, { drafts: [{ kind: 'invoice', customer: 'John Smith', items }] })
})
afterEach(async () => {
  await t.close()
  await inbox.close()
})

/** Sends INV-001 and gives what a report about that mail needs. */
async function sent(more: { cc?: string[] } = {}) {
  const [result] = await sendDocuments(t.app, { numbers: ['INV-001'], ...more })
  return { messageId: result?.message_id ?? '', to }
}

const bounce = (text: string) => recordBounce(t.app, Buffer.from(text))
const invoice = async () => (await showDocument(t.app, 'INV-001')).document
const story = async () => (await showTimeline(t.app, 'INV-001')).events.map(({ type }) => type)
const notices = async () =>
  (await listMessages(t.app.db.read)).filter(({ kind }) => kind === 'owner_notice')

test('a mail that came back is failed with the server’s words, and the owner is told once', async () => {
  const about = await sent()
  const { message, number, bounces } = await bounce(postfixBounce(about))
  expect(number).toBe('INV-001')
  expect(bounces).toMatchObject([{ recipient: to, kind: 'hard', status: '5.1.1', news: true }])
  expect(message).toMatchObject({ state: 'failed', message_id: about.messageId })
  expect(await invoice()).toMatchObject({
    delivery: 'failed',
    delivery_error: expect.stringContaining('No such mailbox'),
  })
  expect((await story()).at(-1)).toBe('mail_failed')
  const again = await bounce(postfixBounce(about))
  expect(again.bounces).toMatchObject([{ news: false }])
  expect((await story()).filter((type) => type === 'mail_failed')).toHaveLength(1)
  const mail = message.id
  expect(await notices()).toMatchObject([{ data: { event: 'mail_failed', to, mail } }])
})

test('a mail that is late is only noted', async () => {
  const about = await sent()
  const { message, bounces } = await bounce(postfixBounce(about, 'delayed', '4.7.1'))
  expect(message.state).toBe('sent')
  expect(bounces).toMatchObject([
    { kind: 'soft', news: true, words: expect.stringMatching(/Grey/) },
  ])
  expect(await notices()).toEqual([])
  expect((await bounce(postfixBounce(about, 'delivered', '2.0.0'))).bounces).toEqual([])
})

test('the copy that came back is told, and the mail itself stays sent', async () => {
  const { messageId } = await sent({ cc: ['mary@example.com'] })
  const { message } = await bounce(postfixBounce({ messageId, to: 'Mary@example.com' }))
  expect(message.state).toBe('sent')
  expect(await notices()).toMatchObject([{ data: { to: 'mary@example.com' } }])
})

test('an address that it was forwarded to stands for the only recipient', async () => {
  const { messageId } = await sent()
  const { message } = await bounce(postfixBounce({ messageId, to: 'jsmith@forward.example' }))
  expect(message).toMatchObject({ to, state: 'failed' })
})

test('no secret of the returned mail is kept', async () => {
  await bounce(postfixBounce(await sent()))
  const kept = JSON.stringify([
    await listMessages(t.app.db.read),
    await t.app.db.read.selectFrom('bounces').selectAll().execute(),
    (await showTimeline(t.app, 'INV-001')).events,
  ])
  expect(kept).toContain('No such mailbox')
  expect(kept).not.toContain('0123456789abcdefghjkmnpqrstvwxyz')
  expect(await verifyWorkspace(t.app)).toMatchObject({ ok: true })
})

test('a mail of nobody here is not found, and what is no bounce is refused; nothing changes', async () => {
  const about = await sent()
  const unknown = postfixBounce({ messageId: '<other@elsewhere.example>', to })
  await expect(bounce(unknown)).rejects.toMatchObject({ code: 'not_found' })
  const nameless = eximBounce(about).replaceAll(/^message-id.*$/gim, '')
  await expect(bounce(nameless)).rejects.toMatchObject({ code: 'not_found' })
  await expect(bounce(holidayReply(about))).rejects.toMatchObject({ code: 'invalid_input' })
  expect((await invoice()).delivery).toBe('sent')
})

test('a mail that was cancelled or never tried is not failed by a report', async () => {
  await sendDocuments(t.app, { numbers: ['INV-001'], queue: true })
  const [waiting] = await listMessages(t.app.db.read)
  const about = { messageId: waiting?.message_id ?? '', to }
  expect((await bounce(postfixBounce(about))).message.state).toBe('pending')
})

test('a report that overtakes the answer of the mail server counts', async () => {
  await sendDocuments(t.app, { numbers: ['INV-001'], queue: true })
  const [waiting] = await listMessages(t.app.db.read)
  const mailer = await t.app.mailer()
  const app = {
    ...t.app,
    mailer: async () => ({
      ...mailer,
      deliver: async (mail: Parameters<typeof mailer.deliver>[0]) => {
        const taken = await mailer.deliver(mail)
        await bounce(postfixBounce({ messageId: mail.message_id, to }))
        return taken
      },
    }),
  }
  await deliverOutbox(app, { ids: [waiting?.id ?? ''] })
  expect((await invoice()).delivery).toBe('failed')
})

test('after a bounce the mail can be tried again, with the same Message-ID', async () => {
  const about = await sent()
  const { message } = await bounce(postfixBounce(about))
  expect((await retryMessage(t.app, { id: message.id })).state).toBe('sent')
  expect(inbox.received.map(({ mail }) => mail.messageId)).toEqual([
    about.messageId,
    about.messageId,
  ])
  const second = postfixBounce({ ...about, reportId: '<report-2@mx.example.com>' })
  expect((await bounce(second)).message.state).toBe('failed')
})
