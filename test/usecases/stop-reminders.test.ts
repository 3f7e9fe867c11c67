import { afterEach, beforeEach, expect, test } from 'vitest'
import { linkPath } from '../../src/domain/link.ts'
import { tokenFor } from '../../src/domain/token.ts'
import { findUnsubscribeShare } from '../../src/store/unsubscribes.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { listShares } from '../../src/usecases/list-shares.ts'
import { previewReminders } from '../../src/usecases/preview-reminders.ts'
import { remindByHand } from '../../src/usecases/remind-by-hand.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { showReminders } from '../../src/usecases/show-reminders.ts'
import { type StopScope, showStop, stopReminders } from '../../src/usecases/stop-reminders.ts'
import { stoppedAt } from '../../src/usecases/stopped-at.ts'
import { switchReminders } from '../../src/usecases/switch-reminders.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

let t: Reminding

beforeEach(async () => {
  t = await openReminding()
  await t.send({ due_on: '2025-01-30' })
  await t.send({ due_on: '2025-01-30' })
  await t.cron('2025-01-31T14:00:00.000Z')
})
afterEach(() => t.close())

const document = async (number = 'INV-001') => (await showDocument(t.app, number)).document

async function token(): Promise<string> {
  const share = await findUnsubscribeShare(t.app.db.read, (await document()).id)
  return tokenFor(t.app.linkKey, 'unsubscribe', share?.id ?? '', share?.rotation ?? 0)
}

const stop = async (scope: StopScope) => stopReminders(t.app, { token: await token(), scope })

async function reasons(): Promise<string[]> {
  const { items } = await previewReminders(t.app, { rule: 'reminders', on: '2025-02-06' })
  return items.map(({ number, reason }) => `${number}: ${reason}`)
}

test('reminders of one document stop; the other’s, the document itself and its history go on', async () => {
  await stop('document')
  expect(await reasons()).toEqual([
    'INV-001: the customer stopped them for this document',
    'INV-002: 7 days after the due date',
  ])
  await t.cron('2025-02-06T14:00:00.000Z')
  expect((await t.sent()).slice(2)).toEqual(['reminder INV-002 7'])
  expect(await sendDocuments(t.app, { numbers: ['INV-001'] })).toMatchObject([{ ok: true }])
})

test('all reminders stop, also by hand, and the owner sees it and can allow them again', async () => {
  await stop('customer')
  await t.cron('2025-02-06T14:00:00.000Z')
  expect(await t.sent()).toHaveLength(2)
  const by_hand = { rule: 'reminders', number: 'INV-002', dry_run: false } as const
  await expect(remindByHand(t.app, by_hand)).rejects.toMatchObject({ code: 'wrong_state' })
  const { id, customer_id } = await document()
  expect(await stoppedAt(t.app, customer_id)).toBe('2025-01-31T14:00:00.000Z')
  expect(await showReminders(t.app, id)).toMatchObject({
    document: true,
    customer: true,
    stopped: { scope: 'customer' },
    items: [{ rule: 'reminders', stage: 1, outcome: 'sent', mail: 'sent' }],
  })
  await editCustomer(t.app, { customer: 'John Smith', changes: { reminders: true } })
  expect(await stoppedAt(t.app, customer_id)).toBeNull()
  await t.cron('2025-02-06T15:00:00.000Z')
  expect(await t.sent()).toHaveLength(4)
})

test('the owner switches them off and on for one document', async () => {
  await switchReminders(t.app, { number: 'INV-001', reminders: false })
  await switchReminders(t.app, { number: 'INV-001', reminders: false })
  expect((await reasons())[0]).toBe('INV-001: you switched them off for this document')
  await stop('document')
  await switchReminders(t.app, { number: 'INV-001', reminders: true })
  expect((await reasons())[0]).toBe('INV-001: 7 days after the due date')
  const { problems } = await verifyWorkspace(t.app)
  expect(problems).toEqual([])
})

test('a reminder that waits is not delivered any more', async () => {
  const { mailer } = t.app
  t.app.mailer = async () => {
    throw new Error('no mail server')
  }
  await t.cron('2025-02-06T14:00:00.000Z')
  t.app.mailer = mailer
  await stop('customer')
  await t.cron('2025-02-06T16:00:00.000Z')
  expect(await t.sent()).toHaveLength(2)
})

test('the link has no page and is no link to the document', async () => {
  const { items } = await listShares(t.app, { number: 'INV-001' })
  expect(items.map(({ kind }) => kind)).toEqual(['invoice', 'invoice'])
  await rotateShares(t.app, { ref: 'INV-001' })
  expect(await showStop(t.app, { token: await token() })).toMatchObject({ status: 'page' })
  const path = linkPath('unsubscribe', await token()).slice(1)
  expect((await t.app.site.list()).filter((file) => file.startsWith(path))).toEqual([])
})
