import fc from 'fast-check'
import { expect, it } from 'vitest'
import { balance } from '../../src/domain/balance.ts'
import { addDays } from '../../src/domain/dates.ts'
import {
  type Kind,
  kinds,
  type LedgerKind,
  ledgerKinds,
  type ShownState,
  type StoredState,
} from '../../src/domain/document.ts'
import { shownStates, standing } from '../../src/domain/standing.ts'
import { creditNoteEdges, estimateEdges, invoiceEdges } from '../../src/domain/states.ts'
import { insertCustomer } from '../../src/store/customers.ts'
import type { Trx } from '../../src/store/db.ts'
import { loadDocuments } from '../../src/store/documents.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import { type DocumentFilter, listDocuments } from '../../src/store/list-documents.ts'
import { describeStore } from './fixtures.ts'
import { aCustomer, addDocument, anEntry, now } from './rows.ts'

const everything = { today: '2025-01-20', limit: 1000, offset: 0 }

const edges = { estimate: estimateEdges, invoice: invoiceEdges, credit_note: creditNoteEdges }

/** All states that a kind is ever stored in. */
function statesOf(kind: Kind): StoredState[] {
  return [...new Set(['draft' as const, ...Object.values(edges[kind]).map((edge) => edge.to)])]
}

/** Any document at all, with money on it that no use case would ever put there. */
const anyDocument = fc.constantFrom(...kinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    state: fc.constantFrom(...statesOf(kind)),
    days: fc.integer({ min: -2, max: 2 }),
    price: fc.constantFrom('100', '0', '-40'),
    isViewed: fc.boolean(),
    money: fc.array(
      fc.tuple(fc.constantFrom<LedgerKind>(...ledgerKinds), fc.constantFrom(10_000, 5_000, 1)),
      { maxLength: 4 },
    ),
  }),
)

describeStore('lists of documents', (store) => {
  it('show the state and the balance that the domain derives, whatever the document', async () => {
    const undo = new Error('undo')
    const check = async (
      trx: Trx,
      examples: (typeof anyDocument extends fc.Arbitrary<infer T> ? T : never)[],
    ) => {
      for (const { kind, state, days, price, isViewed, money } of examples) {
        const end = addDays(everything.today, days)
        const date =
          kind === 'invoice' ? { due_on: end } : kind === 'estimate' ? { valid_until_on: end } : {}
        const document = await addDocument(
          trx,
          { kind, state, viewed_at: isViewed ? now : null },
          { issued_on: '2025-01-01', items: [{ description: 'Work', unit_price: price }], ...date },
        )
        for (const [entry, amount] of money)
          await insertLedgerEntry(trx, anEntry(document, entry, amount))
      }
      const { items, total } = await listDocuments(trx, everything)
      expect(total).toBe(items.length)
      const documents = await loadDocuments(
        trx,
        items.map(({ id }) => id),
      )
      const derived = documents.map((document) => ({
        number: document.number,
        state: standing(document, everything.today).state,
        balance_due_minor: balance(document).balance_due_minor,
        paid_minor: balance(document).paid_minor,
        refunded_minor: balance(document).refunded_minor,
      }))
      expect(items).toMatchObject(derived)
      for (const state of new Set(Object.values(shownStates).flat()) as Set<ShownState>) {
        const found = await listDocuments(trx, { ...everything, states: [state] })
        const expected = derived.filter((one) => one.state === state).map((one) => one.number)
        expect(found.items.map(({ number }) => number)).toEqual(expected)
      }
    }
    await fc.assert(
      fc.asyncProperty(fc.array(anyDocument, { minLength: 1, maxLength: 8 }), (examples) =>
        store()
          .write(async (trx) => {
            await check(trx, examples)
            throw undo
          })
          .catch((error) => {
            if (error !== undo) throw error
          }),
      ),
      { numRuns: 60 },
    )
  })

  const list = (filter: Partial<DocumentFilter>) =>
    listDocuments(store().read, { ...everything, ...filter })
  const numbers = async (filter: Partial<DocumentFilter>) =>
    (await list(filter)).items.map(({ number }) => number)

  it('give a line with all that a table needs', async () => {
    await store().write(async (trx) => {
      const mary = { id: 'cus_2', name: 'mary Major', email: 'mary@major.example' }
      await insertCustomer(trx, aCustomer(mary))
      const sent = { state: 'sent', sent_at: now } as const
      const first = await addDocument(
        trx,
        { ...sent, number: 'INV-1000' },
        { issued_on: '2025-01-03', due_on: '2025-01-31' },
      )
      await insertLedgerEntry(trx, anEntry(first, 'payment', 4_000))
      await addDocument(
        trx,
        { ...sent, number: 'INV-999', viewed_at: now },
        { issued_on: '2025-01-01', due_on: '2025-01-10' },
      )
      await addDocument(
        trx,
        {
          ...sent,
          number: 'EST-1',
          kind: 'estimate',
          customer_id: 'cus_2',
          sent_at: '2025-01-18T00:00:00.000Z',
          updated_at: '2025-01-19T00:00:00.000Z',
        },
        { issued_on: '2025-01-02', items: [{ description: 'Work', unit_price: '30000000' }] },
      )
      await addDocument(
        trx,
        { number: '50%_off', customer_id: 'cus_2' },
        { issued_on: '2025-01-04', items: [{ description: 'x', unit_price: '1' }] },
      )
    })
    const { items, total } = await list({ search: 'inv-1000' })
    expect(total).toBe(1)
    expect(items).toEqual([
      {
        id: expect.stringMatching(/^doc_/),
        kind: 'invoice',
        number: 'INV-1000',
        version: 1,
        state: 'partially_paid',
        stored_state: 'sent',
        delivery: 'none',
        delivery_error: '',
        customer_id: 'cus_1',
        customer_name: 'John Smith',
        customer_email: 'john.smith@example.com',
        currency: 'USD',
        issued_on: '2025-01-03',
        ends_on: '2025-01-31',
        total_minor: 10_000,
        paid_minor: 4_000,
        refunded_minor: 0,
        balance_due_minor: 6_000,
        updated_at: now,
        sent_at: now,
        viewed_at: null,
      },
    ])
  })

  it('are sorted by the newest number, or as asked', async () => {
    expect(await numbers({})).toEqual(['INV-1000', 'INV-999', 'EST-1', '50%_off'])
    expect(await numbers({ sort: 'number' })).toEqual(['50%_off', 'EST-1', 'INV-999', 'INV-1000'])
    expect(await numbers({ sort: 'issued_on' })).toEqual([
      'INV-999',
      'EST-1',
      'INV-1000',
      '50%_off',
    ])
    expect(await numbers({ sort: '-total' })).toEqual(['EST-1', 'INV-1000', 'INV-999', '50%_off'])
    expect(await numbers({ sort: '-customer' })).toEqual([
      'EST-1',
      '50%_off',
      'INV-1000',
      'INV-999',
    ])
    expect((await numbers({ sort: '-updated' }))[0]).toBe('EST-1')
    expect((await numbers({ sort: '-ends_on', kind: 'invoice' }))[0]).toBe('INV-1000')
    const wrong = list({ sort: 'toatl' })
    await expect(wrong).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'sort' }],
    })
  })

  it('come a page at a time, with the number of all', async () => {
    const page = await list({ limit: 2, offset: 1 })
    expect(page.items.map(({ number }) => number)).toEqual(['INV-999', 'EST-1'])
    expect(page.total).toBe(4)
    expect(await list({ limit: 2, offset: 4 })).toEqual({ items: [], total: 4 })
  })

  it.each([
    ['kind', { kind: 'estimate' }, ['EST-1']],
    ['several kinds', { kind: ['estimate', 'credit_note'] }, ['EST-1']],
    ['customer', { customer_id: 'cus_2' }, ['EST-1', '50%_off']],
    ['first date', { since: '2025-01-03' }, ['INV-1000', '50%_off']],
    ['last date', { until: '2025-01-02' }, ['INV-999', 'EST-1']],
    ['both dates', { since: '2025-01-02', until: '2025-01-02' }, ['EST-1']],
    ['shown state', { states: ['overdue'] }, ['INV-999']],
    [
      'several states',
      { states: ['overdue', 'expired', 'draft'] },
      ['INV-999', 'EST-1', '50%_off'],
    ],
    ['what was never viewed', { not_viewed_since: now }, ['INV-1000']],
    ['a part of the number', { search: ' nv-9 ' }, ['INV-999']],
    ["the customer's name", { search: 'MARY' }, ['EST-1', '50%_off']],
    ["the customer's e-mail", { search: 'major.exam' }, ['EST-1', '50%_off']],
    ['a name as it is printed', { search: 'john sm' }, ['INV-1000', 'INV-999', 'EST-1', '50%_off']],
    ['% and _ as themselves', { search: '%_' }, ['50%_off']],
    ['nothing that is there', { search: "'; --" }, []],
  ] satisfies [string, Partial<DocumentFilter>, string[]][])(
    'are narrowed by %s',
    async (_, filter, expected) => {
      expect(await numbers(filter)).toEqual(expected)
      expect((await list({ ...filter, limit: 1 })).total).toBe(expected.length)
    },
  )
})
