import { expect, it } from 'vitest'
import { contentHash } from '../../src/domain/canonical.ts'
import { documentQuery } from '../../src/store/document-query.ts'
import {
  deleteDocument,
  findDocument,
  getDocument,
  idsCalled,
  loadDocuments,
  updateDocument,
} from '../../src/store/documents.ts'
import { appendEvents, listEvents } from '../../src/store/events.ts'
import { fragment } from '../../src/store/fragment.ts'
import { insertLedgerEntry, listLedger } from '../../src/store/ledger.ts'
import { listDocuments } from '../../src/store/list-documents.ts'
import { insertMessage } from '../../src/store/outbox.ts'
import { claimMessages, settleMessage } from '../../src/store/outbox-delivery.ts'
import { putPdf } from '../../src/store/pdfs.ts'
import { deleteVersion, getVersion, putVersion } from '../../src/store/versions.ts'
import { aDocument } from '../domain/fixtures.ts'
import { describeStore, scansOf } from './fixtures.ts'
import { addDocument, addShare, aMessage, anEntry, anEvent, now } from './rows.ts'

const later = '2025-01-20T15:00:00.000Z'

describeStore('documents', (store) => {
  const add = (...args: Parameters<typeof addDocument> extends [unknown, ...infer R] ? R : never) =>
    store().write((trx) => addDocument(trx, ...args))

  it('come back whole, as a draft without money or mail', async () => {
    const document = await add(
      { id: 'doc_first' },
      { due_on: '2025-02-14', notes: 'Thanks\n— Bob' },
    )
    const expected = aDocument(
      { id: 'doc_first', number: 'INV-001', state: 'draft', delivery: 'none', sent_at: null },
      { due_on: '2025-02-14', notes: 'Thanks\n— Bob' },
    )
    const times = { published_at: null, created_at: now, updated_at: now }
    const none = { failed_payment: null, replaced_approval_at: null }
    expect(document).toEqual({ ...expected, ...times, ...none, reminders: true })
  })

  it('are found by id and by number in upper or lower case', async () => {
    for (const ref of ['doc_first', 'INV-001', 'inv-001']) {
      expect((await findDocument(store().read, ref))?.id).toBe('doc_first')
    }
    expect(await findDocument(store().read, 'INV-1')).toBeUndefined()
  })

  it('are found without reading the others', async () => {
    const wanted = documentQuery(fragment`d.id IN ${idsCalled('INV-001')}`)
    const scanned = (await scansOf(store(), wanted)).filter((one) =>
      /SCAN (d|v|documents)/.test(one),
    )
    expect(scanned).toEqual([])
  })

  it('whose numbers differ in case only are told apart, or asked about', async () => {
    await add({ id: 'doc_upper', number: 'Job-7A' })
    await add({ id: 'doc_lower', number: 'Job-7a' })
    expect((await getDocument(store().read, 'Job-7a')).id).toBe('doc_lower')
    const error = await getDocument(store().read, 'JOB-7A').catch((thrown) => thrown)
    expect(error.code).toBe('conflict')
    expect(error.hint).toContain('Job-7A, Job-7a')
  })

  it('that are not there are refused with the nearest number', async () => {
    const error = await getDocument(store().read, 'INV-0O1').catch((thrown) => thrown)
    expect(error.code).toBe('not_found')
    expect(error.hint).toContain('Did you mean INV-001?')
  })

  it('are loaded many at a time, in the order asked for', async () => {
    const ids = ['doc_upper', 'doc_first', 'doc_nowhere', 'doc_lower']
    const documents = await loadDocuments(store().read, ids)
    expect(documents.map(({ id }) => id)).toEqual(['doc_upper', 'doc_first', 'doc_lower'])
    expect(documents[1]).toEqual(await getDocument(store().read, 'doc_first'))
  })

  it('hold their ledger in the order it was booked', async () => {
    const document = await add({ state: 'sent' })
    const payment = anEntry(document, 'payment', 5_000_000_000, { reference: '"1042"' })
    const refund = anEntry(document, 'refund', 1)
    await store().write(async (trx) => {
      await insertLedgerEntry(trx, payment)
      await insertLedgerEntry(trx, refund)
    })
    const after = await getDocument(store().read, document.id)
    expect(after.ledger).toEqual([payment, refund])
    expect(await listLedger(store().read, { document_id: document.id })).toEqual([payment, refund])
    expect(after.generation).toBe(document.generation + 2)
  })

  it('know how their latest mail fared; canceled and internal mails do not count', async () => {
    const document = await add({ state: 'sent' })
    const delivery = async () => {
      const { delivery: state, delivery_error } = await getDocument(store().read, document.id)
      return [state, delivery_error]
    }
    const send = async (changes: object = {}) => {
      const message = aMessage({ document_id: document.id, ...changes })
      await store().write((trx) => insertMessage(trx, message))
      return message.id
    }
    const settle = (id: string, outcome: Parameters<typeof settleMessage>[2]) =>
      store().write(async (trx) => {
        await claimMessages(trx, { now, realNow: now, leaseMs: 1000, limit: 1, ids: [id] })
        await settleMessage(trx, id, outcome)
      })
    expect(await delivery()).toEqual(['none', ''])
    const first = await send()
    expect(await delivery()).toEqual(['pending', ''])
    await settle(first, { state: 'failed', error: 'no such mailbox' })
    expect(await delivery()).toEqual(['failed', 'no such mailbox'])
    await send({ kind: 'owner_notice' })
    await settle(await send(), { state: 'canceled' })
    expect(await delivery()).toEqual(['failed', 'no such mailbox'])
    await settle(await send({ kind: 'reminder' }), { state: 'sent', at: now })
    expect(await delivery()).toEqual(['sent', ''])
  })

  it('know the invoice that was made of an estimate', async () => {
    const estimate = await add({ kind: 'estimate', state: 'invoiced' })
    const invoice = await add({ estimate_number: estimate.number })
    expect((await getDocument(store().read, estimate.id)).invoice_number).toBe(invoice.number)
    expect(invoice.estimate_number).toBe(estimate.number)
  })

  it('change their generation with every change', async () => {
    const document = await add()
    const changes = { state: 'sent', sent_at: later, updated_at: later } as const
    await store().write((trx) => updateDocument(trx, document.id, changes))
    const after = await getDocument(store().read, document.id)
    expect(after).toEqual({ ...document, ...changes, generation: 2 })
    const wrong = store().write((trx) => updateDocument(trx, 'doc_nowhere', changes))
    await expect(wrong).rejects.toMatchObject({ code: 'conflict' })
  })

  it('show a new version in lists only once it is the shown one', async () => {
    const document = await add({ state: 'sent' }, { due_on: '2025-02-14' })
    const { content, totals } = aDocument(
      {},
      { items: [{ description: 'More', unit_price: '30000000.01' }], due_on: '2025-03-01' },
    )
    const version = {
      document_id: document.id,
      version: 2,
      content,
      content_hash: contentHash(content),
      totals,
      created_at: later,
      published_at: null,
    }
    const row = async () => {
      const filter = { search: document.number, today: '2025-01-20', limit: 1, offset: 0 }
      const { items } = await listDocuments(store().read, filter)
      return [items[0]?.version, items[0]?.total_minor, items[0]?.ends_on]
    }
    await store().write(async (trx) => {
      await putVersion(trx, version)
      await updateDocument(trx, document.id, { draft_version: 2, updated_at: later })
    })
    expect(await row()).toEqual([1, 10_000, '2025-02-14'])
    expect((await getDocument(store().read, document.id)).totals.total_minor).toBe(10_000)
    await store().write(async (trx) => {
      await putVersion(trx, { ...version, published_at: later })
      const changes = { version: 2, draft_version: null, updated_at: later }
      await updateDocument(trx, document.id, changes)
    })
    expect(await row()).toEqual([2, 3_000_000_001, '2025-03-01'])
    expect(await getVersion(store().read, document.id, 2)).toEqual({
      ...version,
      published_at: later,
    })
    const missing = getVersion(store().read, document.id, 3)
    await expect(missing).rejects.toMatchObject({ code: 'not_found' })
  })

  it('keep what was published, and let a draft be written over or dropped', async () => {
    const { id, content, content_hash, totals } = await add({ state: 'sent' })
    const rest = { document_id: id, content_hash, totals, created_at: later, published_at: null }
    const put = (version: number) =>
      store().write((trx) =>
        putVersion(trx, { ...rest, version, content: { ...content, notes: 'new' } }),
      )
    await expect(put(1)).rejects.toThrow('a published version never changes')
    await put(2)
    await put(2)
    expect((await getVersion(store().read, id, 2)).content.notes).toBe('new')
    await store().write((trx) => deleteVersion(trx, id, 2))
    const dropping = store().write((trx) => deleteVersion(trx, id, 1))
    await expect(dropping).rejects.toThrow('a published version is never deleted')
  })

  it('are deleted with all that hangs on them while they are drafts', async () => {
    const document = await add({}, { notes: 'a mistake' })
    await store().write(async (trx) => {
      await appendEvents(trx, [anEvent(document.id), anEvent(document.id, { type: 'edited' })])
      await insertMessage(trx, aMessage({ document_id: document.id, kind: 'test' }))
      const hash = document.content_hash
      const pdf = { hash, document_id: document.id, version: 1, file_hash: hash, bytes: 9 }
      await putPdf(trx, { ...pdf, created_at: now })
      await addShare(trx, document, { scope: 'preview' })
    })
    await store().write((trx) => deleteDocument(trx, document.id))
    expect(await findDocument(store().read, document.id)).toBeUndefined()
    expect(await listEvents(store().read, document.id)).toEqual([])
    const again = add({ number: document.number })
    await expect(again).rejects.toThrow('was given before')
  })

  it('that were sent are never deleted', async () => {
    const document = await add({ state: 'sent' })
    const deleting = store().write((trx) => deleteDocument(trx, document.id))
    await expect(deleting).rejects.toThrow('only a draft is ever deleted')
  })

  it('have no state of another kind, and no number that was not given', async () => {
    await expect(add({ kind: 'invoice', state: 'approved' })).rejects.toThrow('CHECK constraint')
    await expect(add({ kind: 'credit_note', state: 'sent' })).rejects.toThrow('CHECK constraint')
    await expect(add({ relates_to: 'INV-999' })).rejects.toThrow('FOREIGN KEY constraint')
  })
})
