import { type RawBuilder, sql } from 'kysely'
import { expect, it } from 'vitest'
import { appendEvents } from '../../src/store/events.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, anEntry, anEvent } from './rows.ts'

/* What no code of ours does, and no code of ours could: the database itself refuses. */
describeStore('the books', (store) => {
  const run = (statement: RawBuilder<unknown>) =>
    store()
      .write((trx) => statement.execute(trx))
      .then(() => 'done')

  it('are written first', async () => {
    await store().write(async (trx) => {
      const document = await addDocument(trx, { id: 'doc_1', state: 'sent' })
      await addDocument(trx, { id: 'doc_2' })
      await insertLedgerEntry(
        trx,
        anEntry(document, 'payment', 100, { provider_payment_id: 'pi_1' }),
      )
      await appendEvents(trx, [
        anEvent('doc_1'),
        anEvent('doc_1', { type: 'sent' }),
        anEvent('doc_2'),
      ])
    })
  })

  it.each([
    ['a ledger entry is changed', sql`UPDATE ledger SET amount_minor = 1`, 'append-only'],
    ['a ledger entry is deleted', sql`DELETE FROM ledger`, 'append-only'],
    ['an event is changed', sql`UPDATE events SET type = 'viewed'`, 'append-only'],
    ['an event is deleted', sql`DELETE FROM events WHERE document_id = 'doc_1'`, 'append-only'],
    [
      "a draft's event is deleted alone",
      sql`DELETE FROM events WHERE document_id = 'doc_2'`,
      'append-only',
    ],
    ['a published version is changed', sql`UPDATE versions SET totals = '{}'`, 'published version'],
    [
      'a published version is withdrawn',
      sql`UPDATE versions SET published_at = NULL`,
      'published version',
    ],
    ['a document changes its number', sql`UPDATE documents SET number = 'INV-2'`, 'keeps its'],
    [
      'a document changes its kind',
      sql`UPDATE documents SET kind = 'credit_note', state = 'issued'`,
      'keeps its',
    ],
    ['a sent document is deleted', sql`DELETE FROM documents WHERE id = 'doc_1'`, 'only a draft'],
    ['a number is deleted', sql`DELETE FROM numbers`, 'never deleted'],
    ['a number is changed', sql`UPDATE numbers SET number = 'INV-9'`, 'never changes'],
    ['a number is moved', sql`UPDATE numbers SET document_id = 'doc_2'`, 'never changes'],
    [
      'text goes where a number belongs',
      sql`UPDATE documents SET total_minor = 'ten'`,
      'cannot store TEXT',
    ],
    [
      'a fraction goes where cents belong',
      sql`UPDATE documents SET total_minor = 1.5`,
      'cannot store REAL',
    ],
  ])('refuse when %s', async (_, statement, reason) => {
    await expect(run(statement)).rejects.toThrow(reason)
  })

  it('refuse the same movement of a provider a second time', async () => {
    const document = { id: 'doc_1', content: { currency: 'USD' } } as never
    const book = (kind: 'payment' | 'refund', id: string) =>
      store().write((trx) =>
        insertLedgerEntry(trx, anEntry(document, kind, 100, { provider_payment_id: id })),
      )
    await expect(book('payment', 'pi_1')).rejects.toMatchObject({ code: 'conflict' })
    await book('refund', 'pi_1')
    await book('payment', 'pi_2')
    await book('payment', '')
    await book('payment', '')
  })

  it('refuse a wrong sign and another currency', async () => {
    const document = { id: 'doc_1', content: { currency: 'USD' } } as never
    const book = (changes: object) =>
      store().write((trx) => insertLedgerEntry(trx, anEntry(document, 'payment', 100, changes)))
    await expect(book({ amount_minor: -100 })).rejects.toThrow('CHECK constraint')
    await expect(book({ kind: 'refund' })).rejects.toThrow('CHECK constraint')
    await expect(book({ kind: 'gift' })).rejects.toThrow('CHECK constraint')
    await expect(book({ currency: 'EUR' })).rejects.toThrow('in the currency of its document')
  })

  it('refuse two events in the same place of a timeline', async () => {
    const fork = sql`INSERT INTO events (document_id, type, actor, at, data, prev_hash, hash)
      SELECT document_id, type, actor, at, data, prev_hash, hash FROM events LIMIT 1`
    await expect(run(fork)).rejects.toThrow('UNIQUE constraint failed')
  })
})
