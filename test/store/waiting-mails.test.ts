import { expect, it } from 'vitest'
import { insertMessage } from '../../src/store/outbox.ts'
import { claimMessages, settleMessage } from '../../src/store/outbox-delivery.ts'
import { readWaitingMails } from '../../src/store/waiting-mails.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, aMessage, now } from './rows.ts'

describeStore('mails that wait', (store) => {
  it('are those that failed and are tried again, the next one first', async () => {
    const { id: document_id, number } = await store().write((trx) => addDocument(trx))
    const retries = { msg_1: '2025-01-15T17:00:00.000Z', msg_2: '2025-01-15T16:00:00.000Z' }
    await store().write(async (trx) => {
      await insertMessage(trx, aMessage({ id: 'msg_new' }))
      await insertMessage(trx, aMessage({ id: 'msg_1', document_id }))
      await insertMessage(trx, aMessage({ id: 'msg_2', kind: 'owner_notice' }))
      const ids = Object.keys(retries)
      await claimMessages(trx, { now, realNow: now, leaseMs: 1, limit: 2, ids })
      for (const [id, next_attempt_at] of Object.entries(retries)) {
        await settleMessage(trx, id, { state: 'retry', error: 'no answer', next_attempt_at })
      }
    })
    const common = { event: null, to: 'john.smith@example.com', last_error: 'no answer' }
    expect(await readWaitingMails(store().read)).toEqual([
      {
        ...common,
        id: 'msg_2',
        kind: 'owner_notice',
        number: null,
        next_attempt_at: retries.msg_2,
      },
      { ...common, id: 'msg_1', kind: 'invoice_sent', number, next_attempt_at: retries.msg_1 },
    ])
  })
})
