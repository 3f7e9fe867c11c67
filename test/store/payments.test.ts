import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../src/domain/document.ts'
import type { WebhookEvent } from '../../src/domain/webhook-event.ts'
import type { SandboxCheckout } from '../../src/ports/sandbox-books.ts'
import {
  countReviews,
  findCheckout,
  findCheckoutByNames,
  findOpenCheckout,
  insertCheckout,
  leaseCheckout,
  listCheckoutsSince,
  releaseCheckout,
  updateCheckout,
} from '../../src/store/checkouts.ts'
import { listDisputes, putDispute } from '../../src/store/disputes.ts'
import { getDocument } from '../../src/store/documents.ts'
import { findLedgerEntry, insertLedgerEntry, setFee } from '../../src/store/ledger.ts'
import { createSandboxBooks } from '../../src/store/sandbox-books.ts'
import {
  claimWebhook,
  insertWebhooks,
  listStoredWebhooks,
  requeueWebhooks,
  settleWebhook,
} from '../../src/store/webhook-events.ts'
import { aCheckout } from '../domain/checkouts.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, anEntry, now } from './rows.ts'

const later = '2025-01-15T16:00:00.000Z'
const muchLater = '2025-01-15T17:00:00.000Z'
const names = { checkout_id: null, provider_checkout_id: null, provider_payment_id: null }
const id = (n: number) => `co_${String(n).padStart(26, '0')}`

describeStore('checkouts', (store) => {
  let document: Document
  const open = (n: number, changes = {}) => {
    const own = { id: id(n), document_id: document.id, provider_checkout_id: `cs_${n}` }
    return store().write((trx) => insertCheckout(trx, aCheckout({ ...own, ...changes })))
  }
  beforeAll(async () => {
    document = await store().write((trx) => addDocument(trx, { state: 'sent' }))
  })

  it('come back as they were written', async () => {
    await open(1, { refs: { order: 'o_1' }, live: true })
    expect(await findCheckout(store().read, id(1))).toEqual(
      aCheckout({
        id: id(1),
        document_id: document.id,
        provider_checkout_id: 'cs_1',
        refs: { order: 'o_1' },
        live: true,
      }),
    )
    expect(await findOpenCheckout(store().read, document.id)).toMatchObject({ id: id(1) })
  })

  it('are open once for a document', async () => {
    await expect(open(2)).rejects.toThrow('UNIQUE')
    await open(2, { state: 'expired' })
  })

  it('never change what they ask for', async () => {
    const change = sql`UPDATE checkouts SET amount_minor = 1`
    await expect(store().write((trx) => change.execute(trx))).rejects.toThrow('keeps what')
  })

  it('are pending only while they are processing, and their document knows', async () => {
    const pending = { pending_minor: 500 }
    await expect(store().write((trx) => updateCheckout(trx, id(1), pending))).rejects.toThrow(
      'CHECK',
    )
    await store().write((trx) => updateCheckout(trx, id(1), { ...pending, state: 'processing' }))
    expect(await getDocument(store().read, document.id)).toMatchObject(pending)
    await store().write((trx) => updateCheckout(trx, id(1), { pending_minor: 0, state: 'failed' }))
    expect(await getDocument(store().read, document.id)).toMatchObject({ pending_minor: 0 })
  })

  it('are leased to one process at a time, until real time has passed', async () => {
    await open(3)
    const lease = (realNow: string, until: string) =>
      store().write((trx) => leaseCheckout(trx, id(3), { realNow, until }))
    const release = (until: string) => store().write((trx) => releaseCheckout(trx, id(3), until))
    expect(await lease(now, later)).toBe(true)
    expect(await lease(now, later)).toBe(false)
    expect(await lease(later, muchLater)).toBe(true)
    await release(later)
    expect(await lease(later, muchLater)).toBe(false)
    await release(muchLater)
    expect(await lease(later, muchLater)).toBe(true)
    await store().write((trx) => updateCheckout(trx, id(3), { state: 'canceled' }))
    expect(await lease('2025-02-01T00:00:00.000Z', later)).toBe(false)
  })

  it('are found by any of their names, and only by their own provider’s', async () => {
    await store().write((trx) =>
      insertLedgerEntry(trx, {
        ...anEntry(document, 'payment', 100),
        provider: 'stripe',
        provider_payment_id: 'pi_3',
        checkout_id: id(3),
      }),
    )
    const find = async (provider: 'stripe' | 'paypal', more: object) =>
      (await findCheckoutByNames(store().read, provider, { ...names, ...more }))?.id
    expect(await find('stripe', { checkout_id: id(2) })).toBe(id(2))
    expect(await find('stripe', { provider_checkout_id: 'cs_3' })).toBe(id(3))
    expect(await find('stripe', { provider_payment_id: 'pi_3' })).toBe(id(3))
    expect(await find('paypal', { checkout_id: id(2) })).toBeUndefined()
    expect(await find('paypal', { provider_payment_id: 'pi_3' })).toBeUndefined()
    expect(await find('stripe', {})).toBeUndefined()
    await open(4, { provider_checkout_id: '' })
    expect(await find('stripe', { provider_checkout_id: '' })).toBeUndefined()
  })

  it('are counted while the owner must look at them', async () => {
    expect(await countReviews(store().read)).toBe(0)
    await store().write((trx) => updateCheckout(trx, id(2), { review: 'odd' }))
    expect(await countReviews(store().read)).toBe(1)
  })

  it('are listed from an instant on', async () => {
    const since = (at: string) => listCheckoutsSince(store().read, ['canceled'], at)
    expect((await since(now)).map((one) => one.id)).toEqual([id(3)])
    expect(await since('2025-02-01T00:00:00.000Z')).toEqual([])
  })
})

describeStore('what is known around a payment', (store) => {
  it('fills in a fee once', async () => {
    const document = await store().write((trx) => addDocument(trx, { state: 'sent' }))
    const payment = anEntry(document, 'payment', 100)
    await store().write((trx) => insertLedgerEntry(trx, payment))
    const fee = async (minor: number) => {
      await store().write((trx) => setFee(trx, payment.id, minor))
      return (await findLedgerEntry(store().read, payment.id))?.fee_minor
    }
    expect(await fee(3)).toBe(3)
    expect(await fee(4)).toBe(3)
    const change = sql`UPDATE ledger SET fee_minor = 5`
    await expect(store().write((trx) => change.execute(trx))).rejects.toThrow('never changes')
  })

  it('counts what is disputed as paid until that is lost', async () => {
    const { id: document_id, content } = await store().write((trx) =>
      addDocument(trx, { state: 'sent' }),
    )
    const document = { id: document_id, content }
    const payment = anEntry(document, 'payment', 100)
    const dispute = {
      provider: 'stripe',
      provider_dispute_id: 'dp_1',
      document_id,
      ledger_id: payment.id,
      state: 'open',
      amount_minor: 100,
      currency: 'USD',
      reason: '',
      due_at: null,
      opened_at: now,
      updated_at: now,
    } as const
    await store().write(async (trx) => {
      await insertLedgerEntry(trx, payment)
      await putDispute(trx, dispute)
      await insertLedgerEntry(trx, anEntry(document, 'dispute', 100))
    })
    const disputing = async () => (await getDocument(store().read, document_id)).disputing_minor
    expect(await disputing()).toBe(100)
    await store().write((trx) => putDispute(trx, { ...dispute, state: 'lost', updated_at: later }))
    expect(await disputing()).toBe(0)
    expect(await listDisputes(store().read, { document_id })).toEqual([
      { ...dispute, state: 'lost', updated_at: later },
    ])
  })
})

describeStore('webhook events', (store) => {
  const event = (changes: Partial<WebhookEvent> = {}): WebhookEvent => ({
    ...names,
    id: 'wh_1',
    provider: 'stripe',
    event_id: 'evt_1',
    type: 'checkout.session.completed',
    state: 'received',
    attempts: 0,
    error: '',
    disputes: [],
    body: '{}',
    received_at: now,
    processed_at: null,
    ...changes,
  })
  const insert = (changes?: Partial<WebhookEvent>) =>
    store().write(async (trx) => (await insertWebhooks(trx, [event(changes)]))[0])
  const claim = (more = {}) =>
    store().write((trx) => claimWebhook(trx, { now, realNow: now, until: later, ...more }))

  it('are stored once by provider and event', async () => {
    expect(await insert()).toBe('wh_1')
    expect(await insert({ id: 'wh_2' })).toBe('wh_1')
    expect(await insert({ id: 'wh_3', provider: 'paypal' })).toBe('wh_3')
    const { items, total } = await listStoredWebhooks(store().read, { limit: 1, offset: 0 })
    expect([items.map((one) => one.id), total]).toEqual([['wh_3'], 2])
  })

  it('may come by dozens, and twice among themselves', async () => {
    const many = [
      event(),
      event({ id: 'wh_4', event_id: 'evt_4' }),
      event({ id: 'wh_5', event_id: 'evt_4' }),
    ]
    const ids = await store().write((trx) => insertWebhooks(trx, many))
    expect(ids).toEqual(['wh_1', 'wh_4', 'wh_4'])
    await store().write((trx) =>
      settleWebhook(trx, 'wh_4', {
        state: 'ignored',
        error: '',
        processed_at: now,
        next_attempt_at: null,
      }),
    )
  })

  it('are claimed by one process each, the oldest first, and again when it does not come back', async () => {
    expect(await claim()).toMatchObject({ id: 'wh_1', attempts: 1 })
    expect(await claim()).toMatchObject({ id: 'wh_3' })
    expect(await claim()).toBeUndefined()
    expect(await claim({ realNow: later })).toMatchObject({ id: 'wh_1', attempts: 2 })
  })

  it('that are done with rest, and can be looked at again', async () => {
    const done = {
      state: 'processed',
      error: '',
      processed_at: now,
      next_attempt_at: null,
    } as const
    await store().write((trx) => settleWebhook(trx, 'wh_1', done))
    expect(await claim({ realNow: later, ids: ['wh_1'] })).toBeUndefined()
    expect(await store().write((trx) => requeueWebhooks(trx, { ids: ['wh_1'] }, now))).toEqual([
      'wh_1',
    ])
    expect(await claim({ realNow: later, ids: ['wh_1'] })).toMatchObject({ state: 'received' })
    const unknown = store().write((trx) => requeueWebhooks(trx, { ids: ['wh_9'] }, now))
    await expect(unknown).rejects.toMatchObject({ code: 'not_found' })
  })
})

describeStore('the sandbox’s books', (store) => {
  const checkout: SandboxCheckout = {
    id: 'sx_1',
    reference: 'co_1',
    state: 'open',
    amount_minor: 100,
    currency: 'USD',
    locale: 'en-US',
    description: 'Invoice INV-001',
    created_at: now,
    changed_at: now,
    expires_at: later,
    refunds: [],
  }

  it('open a page once for a reference', async () => {
    const books = createSandboxBooks(store())
    expect(await books.open(checkout)).toEqual(checkout)
    expect(await books.open({ ...checkout, id: 'sx_2' })).toEqual(checkout)
    expect(await books.find('sx_2')).toBeUndefined()
  })

  it('change a page in one step', async () => {
    const books = createSandboxBooks(store())
    await Promise.all(
      Array.from({ length: 10 }, () =>
        books.change('sx_1', (one) => ({ ...one, amount_minor: one.amount_minor + 1 })),
      ),
    )
    expect(await books.find('sx_1')).toMatchObject({ amount_minor: 110 })
    expect(await books.change('sx_9', (one) => one)).toBeUndefined()
  })
})

describe('ids that open something', () => {
  it('are beyond guessing', async () => {
    const { openTestApp } = await import('../support/test-app.ts')
    const t = await openTestApp()
    expect(t.app.ids.next('co')).toMatch(/^co_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(t.app.ids.next('sx')).toMatch(/^sx_[0-9a-hjkmnp-tv-z]{26}$/)
    expect(t.app.ids.next('pay')).toMatch(/^pay_[0-9a-hjkmnp-tv-z]{12}$/)
    await t.close()
  })
})
