import { expect, it } from 'vitest'
import type { OutboxMessage } from '../../src/domain/outbox.ts'
import { fragment } from '../../src/store/fragment.ts'
import { getMessage, insertMessage, listMessages, requeueMessage } from '../../src/store/outbox.ts'
import { claimMessages, settleMessage, waiting } from '../../src/store/outbox-delivery.ts'
import { describeStore, scansOf } from './fixtures.ts'
import { addDocument, aMessage, now } from './rows.ts'

const later = '2025-01-15T15:05:00.000Z'
const realNow = '2026-11-22T11:00:00.000Z'
const afterLease = '2026-11-22T11:01:00.000Z'

describeStore('the outbox', (store) => {
  const queue = async (changes: Partial<OutboxMessage> = {}) => {
    const message = aMessage(changes)
    await store().write((trx) => insertMessage(trx, message))
    return message
  }
  const claim = (changes: Partial<Parameters<typeof claimMessages>[1]> = {}) =>
    store().write((trx) =>
      claimMessages(trx, { now, realNow, leaseMs: 60_000, limit: 100, ...changes }),
    )
  const settle = (
    ...args: Parameters<typeof settleMessage> extends [unknown, ...infer R] ? R : never
  ) => store().write((trx) => settleMessage(trx, ...args))

  it('finds what waits without reading what was sent', async () => {
    const wanted = fragment`SELECT id FROM outbox WHERE seq IN ${waiting({ now, realNow })}`
    expect(await scansOf(store(), wanted)).toEqual([])
  })

  it('gives a message out once, and keeps it as sent', async () => {
    const message = await queue({
      cc: ['a@example.com'],
      data: { attach_pdf: true, n: 1, no: null },
    })
    expect(await getMessage(store().read, message.id)).toEqual(message)
    const claimed = { ...message, state: 'sending', attempts: 1, leased_until: afterLease }
    expect(await claim()).toEqual([claimed])
    expect(await claim()).toEqual([])
    await settle(message.id, { state: 'sent', at: later })
    const sent = { ...message, state: 'sent', attempts: 1, sent_at: later }
    expect(await getMessage(store().read, message.id)).toEqual(sent)
    expect(
      await claim({ now: '2030-01-01T00:00:00.000Z', realNow: '2030-01-01T00:00:00.000Z' }),
    ).toEqual([])
  })

  it('gives out what is due, oldest first, up to a limit, or only what is asked for', async () => {
    const messages = [
      await queue(),
      await queue(),
      await queue({ next_attempt_at: later }),
      await queue(),
    ]
    const ids = messages.map(({ id }) => id)
    const taken = async (...args: Parameters<typeof claim>) =>
      (await claim(...args)).map(({ id }) => ids.indexOf(id))
    expect(await taken({ limit: 1 })).toEqual([0])
    expect(await taken({ ids: ids.slice(2) })).toEqual([3])
    expect(await taken()).toEqual([1])
    expect(await taken({ now: later })).toEqual([2])
    for (const id of ids) await settle(id, { state: 'sent', at: now })
  })

  it('tries again at the time it is told', async () => {
    const { id } = await queue()
    await claim()
    await settle(id, { state: 'retry', next_attempt_at: later, error: 'greylisted' })
    expect(await getMessage(store().read, id)).toMatchObject({
      state: 'pending',
      attempts: 1,
      last_error: 'greylisted',
    })
    expect(await claim()).toEqual([])
    expect(await claim({ now: later })).toMatchObject([{ id, attempts: 2 }])
    await settle(id, { state: 'failed', error: 'no such mailbox' })
    expect(await getMessage(store().read, id)).toMatchObject({
      state: 'failed',
      last_error: 'no such mailbox',
    })
  })

  it('gives a message out again when its claimer does not come back, by real time', async () => {
    const { id, message_id } = await queue()
    await claim()
    const early = { now: '2030-01-01T00:00:00.000Z', realNow: '2026-11-22T11:00:59.999Z' }
    expect(await claim(early)).toEqual([])
    expect(await claim({ realNow: afterLease })).toMatchObject([{ id, message_id, attempts: 2 }])
    const late = settle(id, { state: 'retry', next_attempt_at: later, error: 'slow' }, 1)
    await expect(late).rejects.toMatchObject({ code: 'conflict' })
    await settle(id, { state: 'sent', at: now }, 2)
    const twice = settle(id, { state: 'sent', at: later }, 2)
    await expect(twice).rejects.toMatchObject({ code: 'conflict' })
  })

  it('cancels what has not gone out, and nothing else', async () => {
    const { id } = await queue()
    await settle(id, { state: 'canceled', error: 'paid meanwhile' })
    expect(await getMessage(store().read, id)).toMatchObject({
      state: 'canceled',
      last_error: 'paid meanwhile',
    })
    expect(await claim()).toEqual([])
    const again = settle(id, { state: 'canceled' })
    await expect(again).rejects.toMatchObject({ code: 'conflict' })
  })

  it('takes a message up again on request, unless it is sent or on its way', async () => {
    const [failed] = await listMessages(store().read, { state: 'failed' })
    const [sent] = await listMessages(store().read, { state: 'sent' })
    const requeue = (id = '') => store().write((trx) => requeueMessage(trx, id, later))
    expect(await requeue(failed?.id)).toBe(true)
    expect(await requeue(sent?.id)).toBe(false)
    expect(await claim()).toEqual([])
    expect(await claim({ now: later })).toMatchObject([{ id: failed?.id }])
    expect(await requeue(failed?.id)).toBe(false)
  })

  it('is listed by state and by document', async () => {
    const document = await store().write((trx) => addDocument(trx, { state: 'sent' }))
    const message = await queue({ document_id: document.id })
    expect(await listMessages(store().read, { document_id: document.id })).toEqual([message])
    expect(await listMessages(store().read, { state: 'pending' })).toEqual([message])
    expect((await listMessages(store().read)).length).toBeGreaterThan(5)
    const missing = getMessage(store().read, 'msg_none')
    await expect(missing).rejects.toMatchObject({ code: 'not_found' })
  })

  it('refuses a second message with the same Message-ID', async () => {
    const { message_id } = await queue()
    await expect(queue({ message_id })).rejects.toThrow('UNIQUE constraint failed')
  })
})
