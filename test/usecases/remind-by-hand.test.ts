import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { previewReminders } from '../../src/usecases/preview-reminders.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { remindByHand } from '../../src/usecases/remind-by-hand.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

let t: Reminding

beforeEach(async () => {
  t = await openReminding({ reminders: { enabled: false }, nudges: { enabled: false } })
  await t.send({ due_on: '2025-01-30' })
  await t.send({ kind: 'estimate', valid_until_on: '2025-02-14' })
})
afterEach(() => t.close())

const remind = (number: string, dry_run = false) =>
  remindByHand(t.app, { rule: 'reminders', number, dry_run })
const nudge = (number: string) => remindByHand(t.app, { rule: 'nudges', number, dry_run: false })

describe('by hand', () => {
  test('an invoice is reminded of while reminders are off, at any hour, as often as one likes', async () => {
    t.setNow('2025-02-07T05:00:00.000Z')
    expect(await remind('inv-001')).toMatchObject({
      item: { number: 'INV-001', to: 'john@example.com', stage: 7, action: 'send' },
      outbox: 'sent',
    })
    await remind('INV-001')
    expect(await t.sent()).toEqual(['reminder INV-001 7', 'reminder INV-001 7'])
    const [message] = await listMessages(t.app.db.read, { state: 'sent' })
    expect(message).toMatchObject({ kind: 'invoice_sent' })
  })

  test('it may be before the due date, in the words that fit', async () => {
    expect(await remind('INV-001')).toMatchObject({ item: { stage: null }, outbox: 'sent' })
  })

  test('an estimate is nudged', async () => {
    t.setNow('2025-01-18T15:00:00.000Z')
    expect(await nudge('EST-001')).toMatchObject({ item: { stage: 2 }, outbox: 'sent' })
  })

  test('it takes the place of what would go out by itself on that day', async () => {
    t.app.config.reminders.enabled = true
    t.setNow('2025-02-06T12:00:00.000Z')
    await remind('INV-001')
    await t.cron('2025-02-06T14:00:00.000Z')
    expect(await t.sent()).toEqual(['reminder INV-001 7'])
    await t.cron('2025-02-13T14:00:00.000Z')
    expect(await t.sent()).toEqual(['reminder INV-001 7', 'reminder INV-001 14'])
  })

  test('nobody is asked for what is paid, void or decided', async () => {
    await recordPayment(t.app, { number: 'INV-001', amount: '100', method: 'cash' })
    await expect(remind('INV-001')).rejects.toMatchObject({ code: 'nothing_due' })
    await approveEstimate(t.app, { number: 'EST-001' })
    await expect(nudge('EST-001')).rejects.toMatchObject({
      code: 'wrong_state',
      message: 'Nobody is reminded of EST-001: it is approved.',
    })
    await t.send({ due_on: '2025-01-30' })
    await decideDocument(t.app, { number: 'INV-002', decision: 'void' })
    await expect(remind('INV-002')).rejects.toMatchObject({ code: 'wrong_state' })
    expect(await t.sent()).toEqual([])
  })

  test('nobody is written to who must not be or cannot be, and the way out is named', async () => {
    const edit = (changes: Parameters<typeof editCustomer>[1]['changes']) =>
      editCustomer(t.app, { customer: 'John Smith', changes })
    await edit({ reminders: false })
    await expect(remind('INV-001')).rejects.toMatchObject({
      hint: expect.stringMatching(/portal customer edit cus_\w+ --reminders/),
    })
    await edit({ reminders: true, email: '' })
    await expect(remind('INV-001')).rejects.toMatchObject({
      hint: expect.stringContaining('--email'),
    })
  })

  test('a draft, a number that is not there and the wrong kind are refused', async () => {
    const items = [{ description: 'Work', unit_price: '100' }]
    await createDocuments(t.app, { drafts: [{ kind: 'invoice', customer: 'John Smith', items }] })
    await expect(remind('INV-002')).rejects.toMatchObject({
      code: 'wrong_state',
      hint: 'Send it: portal send INV-002',
    })
    await expect(remind('INV-099')).rejects.toMatchObject({ code: 'not_found' })
    await expect(remind('EST-001')).rejects.toMatchObject({
      code: 'not_found',
      hint: 'Write: portal nudge EST-001',
    })
  })

  test('a dry run says what would be done, and does nothing', async () => {
    const before = await listMessages(t.app.db.read)
    expect(await remind('INV-001', true)).toMatchObject({ item: { action: 'send' }, outbox: null })
    await recordPayment(t.app, { number: 'INV-001', amount: '100', method: 'cash' })
    expect(await remind('INV-001', true)).toMatchObject({
      item: { action: 'skip', reason: 'there is nothing to pay' },
    })
    const mails = await listMessages(t.app.db.read)
    expect(mails.filter(({ kind }) => kind !== 'receipt' && kind !== 'owner_notice')).toEqual(
      before,
    )
  })
})

describe('the preview', () => {
  const items = async (on?: string) => {
    const preview = await previewReminders(t.app, { rule: 'reminders', ...(on ? { on } : {}) })
    return preview.items.map(({ number, action, reason }) => `${number} ${action}: ${reason}`)
  }

  test('says who gets what on a day and why, and who does not and why not', async () => {
    t.app.config.reminders.enabled = true
    await t.send({ due_on: '2025-01-30' })
    await t.send({ due_on: '2025-02-05' })
    await recordPayment(t.app, { number: 'INV-002', amount: '100', method: 'cash' })
    expect(await items('2025-02-06')).toEqual([
      'INV-001 send: 7 days after the due date',
      'INV-002 skip: there is nothing to pay',
      'INV-003 send: 1 day after the due date',
    ])
    expect(await items('2025-02-01')).toEqual([
      'INV-001 skip: not due before 2025-02-06: 7 days after the due date',
      'INV-002 skip: there is nothing to pay',
      'INV-003 skip: not due before 2025-02-06: 1 day after the due date',
    ])
  })

  test('leaves out drafts, credit notes and the other kind, and says when all is off', async () => {
    expect(await items('2025-01-31')).toEqual([
      'INV-001 skip: reminders are off (reminders.enabled); else due: 1 day after the due date',
    ])
  })

  test('of a day foretells what the day brings', async () => {
    t.app.config.reminders.enabled = true
    for (const date of ['2025-01-31', '2025-02-06', '2025-02-13', '2025-02-20']) {
      const before = await t.sent()
      const foretold = (await items(date)).filter((item) => item.includes('send'))
      await t.cron(`${date}T14:00:00.000Z`)
      expect((await t.sent()).length - before.length).toBe(foretold.length)
    }
  })
})
