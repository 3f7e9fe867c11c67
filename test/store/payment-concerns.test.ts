import { expect, it } from 'vitest'
import type { Checkout } from '../../src/domain/checkout.ts'
import type { Document } from '../../src/domain/document.ts'
import { insertCheckout } from '../../src/store/checkouts.ts'
import { putDispute } from '../../src/store/disputes.ts'
import { insertLedgerEntry } from '../../src/store/ledger.ts'
import { readPaymentConcerns } from '../../src/store/payment-concerns.ts'
import { insertRefund } from '../../src/store/refunds.ts'
import { describeStore } from './fixtures.ts'
import { addDocument, anEntry, now } from './rows.ts'

describeStore('what is not settled about payments', (store) => {
  const none = { processing: [], refunding: [], disputes: [], needs_review: [], overpaid: [] }
  const invoice = () => store().write((trx) => addDocument(trx, { state: 'sent', sent_at: now }))
  const open = (document: Document, changes: Partial<Checkout>) =>
    store().write((trx) => insertCheckout(trx, aCheckout(document, changes)))

  it('is nothing in an empty workspace', async () => {
    expect(await readPaymentConcerns(store().read)).toEqual(none)
  })

  it('is what is on its way, and what needs a look', async () => {
    const document = await invoice()
    const { number } = document
    await open(document, { state: 'processing', pending_minor: 10_000 })
    await open(document, { state: 'succeeded', review: 'It was paid 2 times (pi_1, pi_2).' })
    await open(document, { state: 'open' })
    expect(await readPaymentConcerns(store().read)).toEqual({
      ...none,
      processing: [
        expect.objectContaining({ number, method: 'stripe_ach', amount_minor: 10_000, since: now }),
      ],
      needs_review: [
        expect.objectContaining({
          number,
          provider: 'stripe',
          reason: expect.stringMatching(/2 times/),
        }),
      ],
    })
  })

  it('is every dispute that is not decided, the most urgent first, and every refund that waits', async () => {
    const document = await invoice()
    const payment = anEntry(document, 'payment', 10_000, { provider: 'stripe' })
    const about = { provider: 'stripe', document_id: document.id, ledger_id: payment.id }
    const money = { amount_minor: 2_000, currency: 'USD', reason: 'fraudulent' }
    await store().write(async (trx) => {
      await insertLedgerEntry(trx, payment)
      const days = { dp_1: '2025-02-20', dp_2: null, dp_3: '2025-02-01', dp_4: '2025-01-20' }
      for (const [provider_dispute_id, day] of Object.entries(days)) {
        const state = provider_dispute_id === 'dp_4' ? 'won' : 'open'
        const due_at = day && `${day}T00:00:00.000Z`
        const times = { due_at, opened_at: now, updated_at: now }
        await putDispute(trx, { ...about, ...money, provider_dispute_id, state, ...times })
      }
      for (const state of ['pending', 'failed'] as const) {
        const answer = { provider_refund_id: '', failure: '', created_at: now, updated_at: now }
        await insertRefund(trx, {
          ...about,
          ...money,
          id: `rf_${state}`,
          reopen: false,
          state,
          ...answer,
        })
      }
    })
    const found = await readPaymentConcerns(store().read, { document_id: document.id })
    expect(found).toMatchObject({
      processing: [],
      needs_review: [],
      refunding: [{ id: 'rf_pending', number: document.number, amount_minor: 2_000 }],
    })
    expect(found.disputes.map((one) => one.provider_dispute_id)).toEqual(['dp_3', 'dp_1', 'dp_2'])
  })

  it('is every invoice for which too much was received, with the payment to give back', async () => {
    const document = await invoice()
    const { number } = document
    const pay = (amount: number, at: string) =>
      anEntry(document, 'payment', amount, { id: at, at: `2025-01-${at.slice(-2)}T10:00:00.000Z` })
    const book = (...entries: Parameters<typeof insertLedgerEntry>[1][]) =>
      store().write(async (trx) => {
        for (const one of entries) await insertLedgerEntry(trx, one)
      })
    const overpaid = async () =>
      (await readPaymentConcerns(store().read, { document_id: document.id })).overpaid
    await book(pay(10_000, 'pay_15'))
    expect(await overpaid()).toEqual([])
    await book(pay(500, 'pay_16'), pay(200, 'pay_17'))
    const told = { number, currency: 'USD' }
    expect(await overpaid()).toEqual([{ ...told, amount_minor: 700, payment_id: 'pay_15' }])
    await book(anEntry(document, 'refund', 300, { reference: 'pay_16' }))
    expect(await overpaid()).toEqual([{ ...told, amount_minor: 400, payment_id: 'pay_15' }])
    expect((await readPaymentConcerns(store().read)).overpaid).toHaveLength(1)
    const times = { created_at: now, updated_at: now }
    const waits = { state: 'pending', provider_refund_id: '', failure: '', ...times } as const
    const what = { amount_minor: 250, currency: 'USD', reason: '', reopen: false }
    const about = { provider: 'manual', document_id: document.id, ledger_id: 'pay_15' } as const
    await store().write((trx) => insertRefund(trx, { id: 'rf_waits', ...about, ...what, ...waits }))
    expect(await overpaid()).toEqual([{ ...told, amount_minor: 150, payment_id: 'pay_17' }])
    await book(anEntry(document, 'dispute', 150, { reference: 'pay_17' }))
    expect(await overpaid()).toEqual([])
  })

  it('of one document leaves the others out', async () => {
    const { id } = await invoice()
    expect(await readPaymentConcerns(store().read, { document_id: id })).toEqual(none)
  })
})

let made = 0

function aCheckout(document: Document, changes: Partial<Checkout>): Checkout {
  made += 1
  return {
    id: `co_${String(made).padStart(26, '0')}`,
    document_id: document.id,
    share_id: null,
    content_hash: document.content_hash,
    lang: null,
    provider: 'stripe',
    method: 'stripe_ach',
    amount_minor: 10_000,
    currency: 'USD',
    state: 'open',
    pending_minor: 0,
    provider_checkout_id: '',
    refs: {},
    url: '',
    account: '',
    live: false,
    review: '',
    failure: '',
    created_at: now,
    updated_at: now,
    processing_at: null,
    asked_at: null,
    expires_at: now,
    returned_at: null,
    leased_until: null,
    ...changes,
  }
}
