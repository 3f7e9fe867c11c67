import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PayForm, readPayForm } from '../../src/domain/pay-form.ts'
import {
  type Charger,
  type PayOptions,
  payOptions,
  whyNotPayable,
} from '../../src/domain/payable.ts'
import { aDocument, entry } from './fixtures.ts'

/** Charges from `least` to `most`, and only whole multiples of `step`. */
function charger(
  method: Charger['method'],
  { least = 1, most = Number.MAX_SAFE_INTEGER, step = 1 } = {},
): Charger {
  return {
    method,
    provider: 'stripe',
    check: (minor) => (minor < least ? 'minimum' : minor > most || minor % step ? 'no' : 'ok'),
  }
}

const card = charger('stripe_card', { least: 50 })
const partial = { enabled: true, minimum_minor: 1_000 }
const whole = { enabled: false, minimum_minor: 1_000 }
const rest = '2025-01-20T09:00:00.000Z'

describe('nothing is payable online of', () => {
  it.each<[string, Parameters<typeof aDocument>[0], Parameters<typeof aDocument>[1], string]>([
    ['a draft', { state: 'draft' }, {}, 'not_open'],
    ['a cancelled invoice', { state: 'void' }, {}, 'void'],
    ['one that was given up', { state: 'uncollectible' }, {}, 'not_open'],
    ['a paid one', { ledger: [entry('payment', 10_000)] }, {}, 'already_paid'],
    ['an overpaid one', { ledger: [entry('payment', 10_001)] }, {}, 'already_paid'],
    ['one of zero', {}, { items: [{ description: 'x', unit_price: '0' }] }, 'already_paid'],
    ['one below zero', {}, { items: [{ description: 'x', unit_price: '-5' }] }, 'already_paid'],
    ['one that is on its way', { pending_minor: 10_000 }, {}, 'processing'],
    ['one that rests', { ledger: [], rested_at: rest }, {}, 'resting'],
    ['one that is paid offline', {}, { online_pay: false }, 'offline'],
    ['a credit note', { kind: 'credit_note' }, {}, 'not_open'],
    ['an estimate that waits', { kind: 'estimate' }, { deposit: { percent: '50' } }, 'not_open'],
    [
      'an approved estimate without a deposit',
      { kind: 'estimate', state: 'approved' },
      {},
      'already_paid',
    ],
  ])('%s', (_, changes, draft, reason) => {
    expect(whyNotPayable(aDocument(changes, draft))).toBe(reason)
    expect(payOptions(aDocument(changes, draft), [card], partial)).toBe(reason)
  })

  it('anything that no method can charge', () => {
    const large = charger('paypal', { least: 20_000 })
    expect(payOptions(aDocument(), [large], partial)).toBe('no_method')
    expect(payOptions(aDocument(), [], whole)).toBe('no_method')
  })
})

describe('what is offered', () => {
  it('is all that is due, and a part where that is allowed', () => {
    const options = { due_minor: 10_000, currency: 'USD', methods: [{ method: 'stripe_card' }] }
    expect(payOptions(aDocument(), [card], whole)).toMatchObject({ ...options, custom: null })
    expect(payOptions(aDocument(), [card], partial)).toMatchObject({
      ...options,
      custom: { least_minor: 1_000, most_minor: 10_000 },
    })
  })

  it('starts at the provider’s minimum where that is higher', () => {
    const dear = charger('paypal', { least: 4_000 })
    expect(payOptions(aDocument(), [dear], partial)).toMatchObject({
      custom: { least_minor: 4_000 },
    })
    expect(payOptions(aDocument(), [dear, card], partial)).toMatchObject({
      custom: { least_minor: 1_000 },
      methods: [{ method: 'paypal' }, { method: 'stripe_card' }],
    })
  })

  it('leaves no choice where a part would leave too little', () => {
    const nearly = aDocument({ ledger: [entry('payment', 8_001)] })
    expect(payOptions(nearly, [card], partial)).toMatchObject({ due_minor: 1_999, custom: null })
  })

  it('leaves out a method that can charge neither all nor any part', () => {
    const small = charger('paypal', { most: 500 })
    const huge = charger('square_card', { least: 9_500 })
    const offered = payOptions(aDocument(), [small, huge, card], partial)
    expect(offered).toMatchObject({
      methods: [{ method: 'square_card' }, { method: 'stripe_card' }],
    })
  })

  it('is the deposit of an approved estimate, whole', () => {
    const estimate = aDocument(
      { kind: 'estimate', state: 'approved' },
      { deposit: { percent: '50' } },
    )
    expect(payOptions(estimate, [card], partial)).toMatchObject({ due_minor: 5_000, custom: null })
  })
})

describe('the form', () => {
  const offer = (document = aDocument(), rule = partial) => {
    const chargers = [card, charger('paypal', { step: 100 })]
    const options = payOptions(document, chargers, rule) as PayOptions
    return { options, chargers, locale: 'en-US' }
  }
  const read = (form: Partial<PayForm>, offered = offer()) =>
    readPayForm({ amount_choice: 'due', amount: '', method: 'stripe_card', ...form }, offered)
  const codes = (form: Partial<PayForm>, offered = offer()) => {
    const result = read(form, offered)
    return Array.isArray(result) ? result.map(({ field, code }) => `${field} ${code}`) : result
  }

  it('asks for all that is due', () => {
    const wish = { amount_minor: 10_000, method: 'stripe_card', provider: 'stripe' }
    expect(read({})).toEqual(wish)
    expect(read({ amount_choice: '' })).toEqual(wish)
    /* What stands in the field does not count then. */
    expect(read({ amount: '5' })).toEqual(wish)
  })

  it.each([
    ['40', 4_000],
    ['40.5', 4_050],
    [' 40.00 ', 4_000],
    ['040', 4_000],
    ['+40', 4_000],
    ['100.00', 10_000],
    ['90', 9_000],
  ])('asks for %s', (amount, amount_minor) => {
    expect(read({ amount_choice: 'custom', amount })).toMatchObject({ amount_minor })
  })

  it('is read as the customer writes', () => {
    const ask = (amount: string, locale: string) =>
      codes({ amount_choice: 'custom', amount }, { ...offer(), locale })
    expect(ask('40,50', 'de-DE')).toMatchObject({ amount_minor: 4_050 })
    expect(ask('40,50', 'en-US')).toEqual(['amount not_an_amount'])
    expect(ask('1,000.00', 'en-US')).toEqual(['amount too_much'])
  })

  it('is told everything that is wrong at once, in sentences', () => {
    expect(read({ amount_choice: 'custom', amount: '95', method: 'cash' })).toEqual([
      {
        field: 'amount',
        code: 'leaves_too_little',
        message: 'Pay all $100.00, or at most $90.00: too little would be left.',
      },
      {
        field: 'method',
        code: 'not_offered',
        message: 'Choose one of the ways to pay that are offered.',
      },
    ])
  })

  it('cannot ask for a part where only all can be paid', () => {
    const all = offer(aDocument(), whole)
    expect(codes({ amount_choice: 'custom', amount: '40' }, all)).toEqual([
      'amount_choice not_offered',
    ])
    expect(codes({ amount_choice: 'everything' }, all)).toEqual(['amount_choice missing'])
  })

  it('cannot ask a method for what it cannot charge', () => {
    const form = { amount_choice: 'custom', amount: '40.50', method: 'paypal' }
    expect(codes(form)).toEqual(['method not_for_this_amount'])
  })

  it('has as many digits as its currency', () => {
    const yen = offer(
      aDocument({}, { currency: 'JPY', items: [{ description: 'x', unit_price: '9000' }] }),
    )
    expect(codes({ amount_choice: 'custom', amount: '4000.5' }, yen)).toEqual([
      'amount too_many_digits',
    ])
    const dinar = offer(
      aDocument({}, { currency: 'KWD', items: [{ description: 'x', unit_price: '9' }] }),
    )
    expect(read({ amount_choice: 'custom', amount: '4.125' }, dinar)).toMatchObject({
      amount_minor: 4_125,
    })
  })

  it('never leaves less than the least, nor takes more than all', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5_000, max: 20_000 }), (minor) => {
        const amount = (minor / 100).toFixed(2)
        const result = read({ amount_choice: 'custom', amount })
        const isFine = minor === 10_000 || (minor >= 1_000 && minor <= 9_000)
        expect(Array.isArray(result)).toBe(!isFine)
      }),
    )
  })
})
