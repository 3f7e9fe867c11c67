import { expect, it } from 'vitest'
import { readDashboard } from '../../src/store/dashboard.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import { insertMessage } from '../../src/store/outbox.ts'
import { claimMessages, settleMessage } from '../../src/store/outbox-delivery.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, aMessage, anEntry, now } from './rows.ts'

const question = { today: '2025-03-10', now: '2025-03-10T15:00:00.000Z' }
const usd = (count: number, amount_minor: number) => [{ currency: 'USD', count, amount_minor }]

describeStore('the dashboard', (store) => {
  const sent = { state: 'sent', sent_at: now, viewed_at: now } as const
  const add = (...args: Parameters<typeof addDocument> extends [unknown, ...infer R] ? R : never) =>
    store().write((trx) => addDocument(trx, ...args))
  const read = () => readDashboard(store().read, question)
  const book = (...args: Parameters<typeof anEntry>) =>
    store().write((trx) => insertLedgerEntry(trx, anEntry(...args)))

  it('of an empty workspace is empty', async () => {
    expect(await read()).toEqual({
      outstanding: [],
      overdue_1_30: [],
      overdue_31_60: [],
      overdue_over_60: [],
      viewed_not_paid: [],
      awaiting_approval: [],
      awaiting_deposit: [],
      to_invoice: [],
      received: [],
      not_viewed: 0,
      mail_failed: 0,
    })
  })

  it('adds up by currency what is outstanding, and by age what is overdue', async () => {
    for (const due_on of ['2025-03-10', '2025-03-09', '2025-02-08', '2025-02-07', '2025-01-09']) {
      await add(sent, { issued_on: '2025-01-01', due_on })
    }
    await add(sent, { issued_on: '2025-01-01', due_on: '2025-01-08', currency: 'EUR' })
    await add({ ...sent, viewed_at: null }, { issued_on: '2025-01-01', due_on: '2025-03-10' })
    expect(await read()).toMatchObject({
      outstanding: [{ currency: 'EUR', count: 1, amount_minor: 10_000 }, ...usd(6, 60_000)],
      overdue_1_30: usd(2, 20_000),
      overdue_31_60: usd(2, 20_000),
      overdue_over_60: [{ currency: 'EUR', count: 1, amount_minor: 10_000 }],
      viewed_not_paid: [{ currency: 'EUR', count: 1, amount_minor: 10_000 }, ...usd(5, 50_000)],
    })
  })

  it('leaves out drafts, void and uncollectible invoices, credit notes, and what is paid or rests after a refund', async () => {
    const before = await read()
    await add()
    await add({ state: 'void' })
    await add({ state: 'uncollectible' })
    await add({ kind: 'credit_note', state: 'issued' })
    await book(await add(sent), 'payment', 10_000, { on: '2025-01-20' })
    const refunded = await add({ ...sent, rested_at: '2025-01-20T12:00:00.000Z' })
    await book(refunded, 'payment', 10_000, { on: '2025-01-20' })
    await book(refunded, 'refund', 10_000, { on: '2025-01-20' })
    expect((await read()).outstanding).toEqual(before.outstanding)
  })

  it('counts what is left of an invoice that is paid in part', async () => {
    const { outstanding } = await read()
    await book(await add(sent), 'payment', 2_500, { on: '2025-01-20' })
    const [eur, before] = outstanding
    const after = usd((before?.count ?? 0) + 1, (before?.amount_minor ?? 0) + 7_500)
    expect((await read()).outstanding).toEqual([eur, ...after])
  })

  it('adds up what was received this month, less what went back, and counts payments', async () => {
    const document = await add({ state: 'uncollectible' })
    await book(document, 'payment', 5_000, { on: '2025-02-28' })
    await book(document, 'payment', 3_000, { on: '2025-03-01' })
    await book(document, 'payment', 2_000, { on: '2025-03-10' })
    await book(document, 'refund', 500, { on: '2025-03-05' })
    await book(document, 'transfer_in', 700, { on: '2025-03-05' })
    expect((await read()).received).toEqual(usd(2, 4_500))
  })

  it('counts estimates that wait for an answer', async () => {
    const estimate = { kind: 'estimate', state: 'sent' } as const
    await add(estimate, { issued_on: '2025-03-01', valid_until_on: '2025-03-10' })
    await add(estimate, { issued_on: '2025-03-01', valid_until_on: '2025-03-09' })
    await add(
      { kind: 'estimate', state: 'approved' },
      { issued_on: '2025-03-01', valid_until_on: '2025-03-20' },
    )
    expect((await read()).awaiting_approval).toEqual(usd(1, 10_000))
  })

  it('tells approved estimates that wait for their deposit from those to be invoiced', async () => {
    const before = await read()
    expect([before.awaiting_deposit, before.to_invoice]).toEqual([[], usd(1, 10_000)])
    const approved = { kind: 'estimate', state: 'approved' } as const
    const deposit = { deposit: { percent: '40' } }
    await add(approved, deposit)
    await book(await add(approved, deposit), 'payment', 1_000)
    await book(await add(approved, deposit), 'payment', 4_000)
    const refunded = await add({ ...approved, rested_at: now }, deposit)
    await book(refunded, 'payment', 4_000)
    await book(refunded, 'refund', 4_000)
    await add({ kind: 'estimate', state: 'invoiced' }, deposit)
    const { awaiting_deposit, to_invoice } = await read()
    expect(awaiting_deposit).toEqual(usd(2, 7_000))
    expect(to_invoice).toEqual(usd(3, 30_000))
  })

  it('counts what nobody has looked at for two days', async () => {
    const { not_viewed } = await read()
    await add({ state: 'sent', sent_at: '2025-03-08T15:00:00.000Z' })
    await add({ state: 'sent', sent_at: '2025-03-08T15:00:00.001Z' })
    expect((await read()).not_viewed).toBe(not_viewed + 1)
  })

  it('counts documents whose latest mail failed', async () => {
    const document = await add(sent)
    const fail = async () => {
      const message = aMessage({ document_id: document.id })
      await store().write(async (trx) => {
        await insertMessage(trx, message)
        await claimMessages(trx, { now, realNow: now, leaseMs: 1, limit: 1, ids: [message.id] })
        await settleMessage(trx, message.id, { state: 'failed', error: 'no such mailbox' })
      })
    }
    await fail()
    await fail()
    expect((await read()).mail_failed).toBe(1)
    await store().write((trx) => insertMessage(trx, aMessage({ document_id: document.id })))
    expect((await read()).mail_failed).toBe(0)
  })
})
