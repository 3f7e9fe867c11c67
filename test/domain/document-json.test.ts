import { describe, expect, it } from 'vitest'
import { documentJson } from '../../src/domain/document-json.ts'
import { aDocument, entry } from './fixtures.ts'

const customer = { id: 'cus_1', name: 'John Smith', email: 'john.smith@example.com' }
const today = '2025-01-20'

/** The contract's list, in its order, and why a mail did not arrive. */
const contract =
  `id number kind version state flags delivery delivery_error customer currency locale issued_on due_on
  valid_until_on prices_include_tax items subtotal_minor discount_minor taxes tax_minor total_minor
  deposit paid_minor pending_minor refunded_minor balance_due_minor amount_due_now_minor online_pay
  terms notes relates_to estimate_number invoice_number sent_at opened_at viewed_at approved_at
  declined_at decline_reason paid_at approval payments`.split(/\s+/)

describe('the JSON of a document', () => {
  it('has exactly the fields of the contract, and one more', () => {
    expect(Object.keys(documentJson(aDocument(), customer, today)).toSorted()).toEqual(
      contract.toSorted(),
    )
  })

  it('has decimals as text and amounts in minor units', () => {
    const taxes = [{ id: 'T', name: 'Tax', rate: '8' }]
    const items = [
      {
        description: 'Labor',
        quantity: '40',
        unit: 'hrs',
        unit_price: '65',
        discount: { percent: '10' },
      },
    ]
    const json = documentJson(aDocument({}, { items, taxes }), customer, today)
    expect(json.items).toEqual([
      {
        description: 'Labor',
        quantity: '40',
        unit: 'hrs',
        unit_price: '65',
        discount_minor: 26000,
        amount_minor: 234000,
        taxes: ['T'],
      },
    ])
    expect(json.taxes).toEqual([
      { id: 'T', name: 'Tax', rate: '8', taxable_minor: 234000, amount_minor: 18720 },
    ])
    expect(json).toMatchObject({
      subtotal_minor: 234000,
      tax_minor: 18720,
      total_minor: 252720,
      balance_due_minor: 252720,
      amount_due_now_minor: 252720,
    })
  })

  it('names the deposit by its percentage or as a fixed sum', () => {
    const percent = aDocument({ kind: 'estimate' }, { deposit: { percent: '50' } })
    expect(documentJson(percent, customer, today).deposit).toEqual({
      percent: '50',
      amount_minor: 5000,
      paid_minor: 0,
    })
    const ledger = [entry('payment', 2000)]
    const fixed = aDocument(
      { kind: 'estimate', state: 'approved', ledger },
      { deposit: { fixed: '20' } },
    )
    expect(documentJson(fixed, customer, today).deposit).toEqual({
      percent: null,
      amount_minor: 2000,
      paid_minor: 2000,
    })
    expect(documentJson(aDocument(), customer, today).deposit).toBeNull()
  })

  it('lists the booked entries, signed, with what was given back of each', () => {
    const payment = entry('payment', 10000, { id: 'led_1', provider_payment_id: '1042' })
    const refund = entry('refund', -2500, { id: 'led_2', reference: 'led_1' })
    const json = documentJson(aDocument({ ledger: [payment, refund] }), customer, today)
    expect(json.payments).toEqual([
      {
        id: 'led_1',
        number: 'INV-001',
        kind: 'payment',
        amount_minor: 10000,
        currency: 'USD',
        provider: 'manual',
        method: 'check',
        provider_payment_id: '1042',
        state: 'partially_refunded',
        at: '2025-01-20T09:00:00.000Z',
        receipt: null,
        refunded_minor: 2500,
      },
      expect.objectContaining({
        id: 'led_2',
        amount_minor: -2500,
        state: 'succeeded',
        refunded_minor: 0,
      }),
    ])
  })
})

describe('an invoice was paid', () => {
  const paidAt = (...ledger: Parameters<typeof entry>[]) =>
    documentJson(aDocument({ ledger: ledger.map((one) => entry(...one)) }), customer, today).paid_at

  it('with the entry that settled it', () => {
    expect(paidAt(['payment', 4000, { at: '1' }], ['payment', 6000, { at: '2' }])).toBe('2')
    expect(paidAt(['payment', 10000, { at: '1' }], ['payment', 5, { at: '2' }])).toBe('1')
    expect(paidAt(['credit', 10000, { at: '1' }])).toBe('1')
  })

  it('not while something is due, and not by a payment that went back', () => {
    expect(paidAt(['payment', 4000])).toBeNull()
    expect(paidAt(['payment', 10000], ['refund', -1])).toBeNull()
    expect(
      paidAt(['payment', 10000, { at: '1' }], ['refund', -1], ['payment', 1, { at: '3' }]),
    ).toBe('3')
  })

  it('without any entry when there was nothing to pay', () => {
    const free = aDocument({}, { items: [{ description: 'Free', unit_price: '0' }] })
    expect(documentJson(free, customer, today)).toMatchObject({ state: 'paid', paid_at: null })
  })
})
