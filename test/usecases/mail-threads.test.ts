import { afterEach, beforeEach, expect, test } from 'vitest'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { openSmtpInbox, refusal, type SmtpInbox } from '../support/smtp-inbox.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp
let inbox: SmtpInbox
/** What the server answers to a recipient; undefined takes it. */
let answer: Error | undefined

beforeEach(async () => {
  answer = undefined
  inbox = await openSmtpInbox('none', { onRcptTo: (_address, _session, done) => done(answer) })
  t = await openTestApp({ mail: { transport: 'smtp', smtp: inbox.smtp } })
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Work', unit_price: '100' }]
  const draft = { kind: 'invoice', customer: 'John Smith', items } as const
  await createDocuments(t.app, { drafts: [draft, draft] })
})
afterEach(async () => {
  await t.close()
  await inbox.close()
})

const send = (number: string, more = {}) => sendDocuments(t.app, { numbers: [number], ...more })
const threads = () =>
  inbox.received.map(({ mail }) => [mail.messageId, mail.inReplyTo, mail.references])

test('what follows a document’s first mail is shown under it; each document is a thread of its own', async () => {
  const [first] = await send('INV-001')
  const [second] = await send('INV-001')
  const [other] = await send('INV-002')
  await recordPayment(t.app, { number: 'INV-001', amount: '100', method: 'check' })
  await deliverOutbox(t.app)
  const root = first?.message_id
  expect(threads()).toEqual([
    [root, undefined, undefined],
    [second?.message_id, root, root],
    [other?.message_id, undefined, undefined],
    [expect.any(String), root, root],
  ])
})

test('a mail that never arrived begins no thread, and neither does a test', async () => {
  await send('INV-001', { test: true })
  answer = refusal(550, 'No such mailbox')
  await send('INV-001')
  answer = undefined
  const [third] = await send('INV-001')
  expect(threads().at(-1)).toEqual([third?.message_id, undefined, undefined])
})

test('someone else who gets the document later finds the thread of their own first mail', async () => {
  await send('INV-001')
  const [hers] = await send('INV-001', { to: 'mary@example.com' })
  const [again] = await send('INV-001', { to: 'mary@example.com' })
  expect(threads().at(-1)).toEqual([again?.message_id, hers?.message_id, hers?.message_id])
})
