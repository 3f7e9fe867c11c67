import { expect, it } from 'vitest'
import { verifyChain } from '../../src/domain/event-chain.ts'
import { appendEvents, getChainHead, listEvents } from '../../src/store/events.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, anEvent } from './rows.ts'

describeStore('timelines', (store) => {
  const verify = async (id: string) => {
    const { head, count } = await getChainHead(store().read, id)
    return verifyChain(await listEvents(store().read, id), head, count)
  }

  it('are chains of events, one for each document', async () => {
    await store().write(async (trx) => {
      await addDocument(trx, { id: 'doc_a' })
      await addDocument(trx, { id: 'doc_b' })
      await appendEvents(trx, [
        anEvent('doc_a', { data: { number: 'INV-001', total_minor: 100, online: true, by: null } }),
        anEvent('doc_b'),
        anEvent('doc_a', { type: 'sent', share_id: 'sh_1' }),
      ])
    })
    await store().write((trx) => appendEvents(trx, [anEvent('doc_a', { type: 'viewed' })]))
    const events = await listEvents(store().read, 'doc_a')
    expect(events.map(({ type }) => type)).toEqual(['created', 'sent', 'viewed'])
    expect(events[0]?.data).toEqual({ number: 'INV-001', total_minor: 100, online: true, by: null })
    expect(events[1]?.prev_hash).toBe(events[0]?.hash)
    expect(await getChainHead(store().read, 'doc_a')).toEqual({ count: 3, head: events[2]?.hash })
    expect([...(await verify('doc_a')), ...(await verify('doc_b'))]).toEqual([])
  })

  it('need a document', async () => {
    const adding = store().write((trx) => appendEvents(trx, [anEvent('doc_none')]))
    await expect(adding).rejects.toThrow()
  })
})
