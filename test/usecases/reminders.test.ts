import { afterEach, describe, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { cancelMessage } from '../../src/usecases/change-message.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { declineEstimate } from '../../src/usecases/decline-estimate.ts'
import { deliverOutbox } from '../../src/usecases/deliver-outbox.ts'
import { editCustomer } from '../../src/usecases/edit-customer.ts'
import { editDocument } from '../../src/usecases/edit-document.ts'
import { listShares } from '../../src/usecases/list-shares.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { reviseDocument } from '../../src/usecases/revise-document.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { runReminders } from '../../src/usecases/run-reminders.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { showTimeline } from '../../src/usecases/show-timeline.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openReminding, type Reminding } from '../support/reminding.ts'

let t: Reminding

async function open(config: Record<string, unknown> = {}): Promise<void> {
  t = await openReminding(config)
}
afterEach(() => t.close())

/** Nine o'clock in New York on a day of winter. */
const nine = (date: string) => `${date}T14:00:00.000Z`
const day = (date: string) => `${date}T16:00:00.000Z`
const pay = (number: string, amount = '100') =>
  recordPayment(t.app, { number, amount, method: 'check' })
const last = async () => (await listMessages(t.app.db.read)).at(-1)

describe('reminders', () => {
  test('go out on their days, each once, with a link of their own', async () => {
    await open()
    await t.send({ due_on: '2025-01-30' })
    for (const date of ['01-30', '01-31', '01-31', '02-01', '02-06', '02-13', '02-14', '03-01']) {
      await t.cron(day(`2025-${date}`))
    }
    expect(await t.sent()).toEqual([
      'reminder INV-001 1',
      'reminder INV-001 7',
      'reminder INV-001 14',
    ])
    const { items } = await listShares(t.app, { number: 'INV-001' })
    expect(items.map(({ label, kind }) => `${kind}: ${label}`)).toEqual([
      'invoice: sent to john@example.com',
      'invoice: reminder to john@example.com',
      'invoice: reminder to john@example.com',
      'invoice: reminder to john@example.com',
    ])
    expect((await verifyWorkspace(t.app)).problems).toEqual([])
  })

  test('are off until they are switched on', async () => {
    await open({ reminders: { enabled: false }, nudges: { enabled: false } })
    await t.send({ due_on: '2025-01-30' })
    await t.send({ kind: 'estimate' })
    await t.cron(day('2025-02-10'))
    expect(await t.sent()).toEqual([])
  })

  test('are counted as waiting while it is night', async () => {
    await open()
    await t.send({ due_on: '2025-01-30' })
    for (const [instant, waiting] of [
      ['2025-01-31T13:00:00.000Z', 0],
      ['2025-02-01T04:00:00.000Z', 1],
      ['2025-02-01T13:59:00.000Z', 1],
    ] as const) {
      t.setNow(instant)
      expect(await runReminders(t.app, 'reminders')).toMatchObject({ queued: 0, waiting })
    }
    t.setNow('2025-02-01T14:00:00.000Z')
    expect(await runReminders(t.app, 'reminders')).toMatchObject({ queued: 1, sent: 1, waiting: 0 })
  })

  test('come as one mail after days without cron', async () => {
    await open()
    await t.send({ due_on: '2025-01-30' })
    await t.cron(day('2025-02-09'))
    await t.cron(day('2025-02-10'))
    await t.cron(day('2025-02-13'))
    expect(await t.sent()).toEqual(['reminder INV-001 7', 'reminder INV-001 14'])
  })

  test('are not for what is paid, void, given up or only promised', async () => {
    await open()
    for (let i = 0; i < 4; i++) await t.send({ due_on: '2025-01-30' })
    await pay('INV-001')
    await pay('INV-002', '40')
    await decideDocument(t.app, { number: 'INV-003', decision: 'void' })
    await decideDocument(t.app, { number: 'INV-004', decision: 'uncollectible' })
    await t.cron(day('2025-01-31'))
    expect(await t.sent()).toEqual(['reminder INV-002 1'])
  })

  test('begin anew when the due date is moved', async () => {
    await open()
    await t.send({ due_on: '2025-01-30' })
    await t.cron(day('2025-01-31'))
    await editDocument(t.app, { number: 'INV-001', changes: { due_on: '2025-02-20' } })
    await t.cron(day('2025-02-10'))
    await t.cron(day('2025-02-21'))
    expect(await t.sent()).toEqual(['reminder INV-001 1', 'reminder INV-001 1'])
  })

  test('wait while the customer has no address, and go to the new one', async () => {
    await open()
    await createCustomer(t.app, { name: 'Ann Lee' })
    const items = [{ description: 'Work', unit_price: '100' }]
    await createDocuments(t.app, {
      drafts: [{ kind: 'invoice', customer: 'Ann Lee', items, due_on: '2025-01-30' }],
    })
    await shareDocument(t.app, { number: 'INV-001' })
    await t.cron(day('2025-01-31'))
    expect(await t.sent()).toEqual([])
    await editCustomer(t.app, { customer: 'Ann Lee', changes: { email: 'ann@example.com' } })
    await t.cron(day('2025-02-01'))
    expect(await t.sent()).toEqual(['reminder INV-001 1'])
    expect(await last()).toMatchObject({ to: 'ann@example.com' })
  })

  test('do not open again what was closed: without a link none goes out', async () => {
    await open()
    await t.send({ due_on: '2025-01-30' })
    await revokeShares(t.app, { ref: 'INV-001' })
    await t.cron(day('2025-01-31'))
    expect(await t.sent()).toEqual([])
    await sendDocuments(t.app, { numbers: ['INV-001'] })
    await t.cron(day('2025-02-06'))
    expect(await t.sent()).toEqual(['reminder INV-001 7'])
  })

  test('of many processes at once are sent once', async () => {
    await open()
    for (let i = 0; i < 5; i++) await t.send({ due_on: '2025-01-30' })
    t.setNow(day('2025-01-31'))
    await Promise.all(Array.from({ length: 4 }, () => runReminders(t.app, 'reminders')))
    await deliverOutbox(t.app)
    expect((await t.sent()).sort()).toEqual([1, 2, 3, 4, 5].map((n) => `reminder INV-00${n} 1`))
  })

  test('stand in the timeline, with their stage', async () => {
    await open()
    await t.send({ due_on: '2025-01-30' })
    await t.cron(day('2025-02-06'))
    const { events } = await showTimeline(t.app, 'INV-001')
    expect(events.slice(-2)).toMatchObject([
      { type: 'mail_queued', actor: 'system', data: { kind: 'reminder', stage: 7 } },
      { type: 'mail_sent', actor: 'system', data: { kind: 'reminder' } },
    ])
  })
})

describe('nudges', () => {
  test('go out days after sending, until the estimate is decided or expires', async () => {
    await open()
    for (const valid_until_on of ['2025-02-14', '2025-02-14', '2025-02-14', '2025-01-20']) {
      await t.send({ kind: 'estimate', valid_until_on })
    }
    await approveEstimate(t.app, { number: 'EST-001' })
    await t.cron(nine('2025-01-17'))
    await declineEstimate(t.app, { number: 'EST-002' })
    await t.cron(nine('2025-01-22'))
    expect(await t.sent()).toEqual([
      'nudge EST-002 2',
      'nudge EST-003 2',
      'nudge EST-004 2',
      'nudge EST-003 7',
    ])
  })

  test('begin anew with a new version that is sent, and rest while it is made', async () => {
    await open()
    await t.send({ kind: 'estimate', valid_until_on: '2025-03-01' })
    await t.cron(nine('2025-01-17'))
    await reviseDocument(t.app, { number: 'EST-001' })
    await editDocument(t.app, { number: 'EST-001', changes: { notes: 'Cheaper now' } })
    await t.cron(nine('2025-01-22'))
    t.setNow(day('2025-01-25'))
    await sendDocuments(t.app, { numbers: ['EST-001'] })
    await t.cron(nine('2025-01-26'))
    await t.cron(nine('2025-01-27'))
    expect(await t.sent()).toEqual(['nudge EST-001 2', 'nudge EST-001 2'])
  })

  test('do not begin anew when it only holds longer', async () => {
    await open()
    await t.send({ kind: 'estimate', valid_until_on: '2025-01-20' })
    await t.cron(nine('2025-01-17'))
    t.setNow(day('2025-01-19'))
    const changes = { valid_until_on: '2025-03-01' }
    await editDocument(t.app, { number: 'EST-001', changes })
    await t.cron(nine('2025-01-21'))
    await t.cron(nine('2025-01-22'))
    expect(await t.sent()).toEqual(['nudge EST-001 2', 'nudge EST-001 7'])
  })
})

describe('a reminder that waits in the outbox', () => {
  /** It is queued, and its server does not take it before the clock moves on. */
  async function queue(date = '2025-01-31', config: Record<string, unknown> = {}): Promise<void> {
    await open(config)
    await t.send({ due_on: '2025-01-30' })
    await hold(nine(date))
  }

  async function hold(instant: string): Promise<void> {
    const { mailer } = t.app
    t.app.mailer = async () => {
      throw new Error('no mail server')
    }
    await t.cron(instant)
    t.app.mailer = mailer
  }

  const waiting = async () => {
    const all = await listMessages(t.app.db.read)
    return all
      .filter(({ kind }) => kind === 'reminder')
      .map(({ state, data, last_error }) => `${data.stage} ${state}: ${last_error}`)
  }

  test('goes out when the server is back', async () => {
    await queue()
    await t.cron(day('2025-01-31'))
    expect(await t.sent()).toEqual(['reminder INV-001 1'])
  })

  test('does not go out at night, but in the morning', async () => {
    await queue()
    await t.cron('2025-02-01T04:00:00.000Z')
    expect(await waiting()).toEqual(['1 pending: waits until it is day'])
    await t.cron(nine('2025-02-01'))
    expect(await t.sent()).toEqual(['reminder INV-001 1'])
  })

  test.each<[string, () => Promise<unknown>]>([
    ['there is nothing to pay', () => pay('INV-001')],
    ['you switched them off for this customer', () => edit({ reminders: false })],
    ['the customer has no e-mail address', () => edit({ email: '' })],
    ['the address has changed', () => edit({ email: 'john.smith@example.com' })],
    ['the date it goes by has changed', () => due('2025-03-01')],
  ])('is cancelled: %s', async (reason, change) => {
    await queue()
    await change()
    await t.cron(day('2025-01-31'))
    expect((await waiting())[0]).toBe(`1 canceled: ${reason}`)
    const { events } = await showTimeline(t.app, 'INV-001')
    expect(events.map(({ type }) => type)).toContain('mail_canceled')
  })

  const edit = (changes: Parameters<typeof editCustomer>[1]['changes']) =>
    editCustomer(t.app, { customer: 'John Smith', changes })
  const due = (due_on: string) => editDocument(t.app, { number: 'INV-001', changes: { due_on } })

  test('that was cancelled may come again when the reason is gone', async () => {
    await queue()
    await edit({ reminders: false })
    await t.cron(day('2025-01-31'))
    await edit({ reminders: true })
    await t.cron(day('2025-02-01'))
    expect(await t.sent()).toEqual(['reminder INV-001 1'])
  })

  test('goes to the corrected address, once', async () => {
    await queue()
    await edit({ email: 'john.smith@example.com' })
    await t.cron(day('2025-01-31'))
    await t.cron(day('2025-02-01'))
    expect(await t.sent()).toEqual(['reminder INV-001 1'])
    expect(await last()).toMatchObject({ to: 'john.smith@example.com', state: 'sent' })
  })

  test('gives way to a later one, so that one mail leaves when the server is back', async () => {
    await queue('2025-01-31', { reminders: { enabled: true, days_after_due: [1, 2, 3] } })
    await hold(nine('2025-02-01'))
    await hold(nine('2025-02-02'))
    await t.cron(day('2025-02-02'))
    expect(await t.sent()).toEqual(['reminder INV-001 3'])
    expect(await waiting()).toEqual([
      '1 canceled: a later one took its place',
      '2 canceled: a later one took its place',
      '3 sent: ',
    ])
  })

  test('that the owner cancels does not come again', async () => {
    await queue()
    await cancelMessage(t.app, { id: (await last())?.id ?? '' })
    await t.cron(day('2025-01-31'))
    await t.cron(day('2025-02-01'))
    expect(await t.sent()).toEqual([])
    await t.cron(nine('2025-02-06'))
    expect(await t.sent()).toEqual(['reminder INV-001 7'])
  })
})

describe('an estimate whose mail waits', () => {
  test('is nudged counting from the day on which the mail was taken', async () => {
    await open()
    const { mailer } = t.app
    t.app.mailer = async () => {
      throw new Error('no mail server')
    }
    await t.send({ kind: 'estimate', valid_until_on: '2025-03-01' })
    await t.cron(nine('2025-01-17'))
    t.app.mailer = mailer
    await t.cron(day('2025-01-17'))
    await t.cron(nine('2025-01-18'))
    expect(await t.sent()).toEqual([])
    await t.cron(nine('2025-01-19'))
    expect(await t.sent()).toEqual(['nudge EST-001 2'])
  })
})
