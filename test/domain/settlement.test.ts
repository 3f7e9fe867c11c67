import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Checkout, checkoutEdges, checkoutStates } from '../../src/domain/checkout.ts'
import type { LedgerEntry } from '../../src/domain/document.ts'
import type {
  Charge,
  ProviderDispute,
  ProviderRefund,
  ProviderState,
} from '../../src/domain/provider-state.ts'
import type { Refund } from '../../src/domain/refund.ts'
import { type Books, type Settlement, settle } from '../../src/domain/settlement.ts'
import { aCheckout } from './checkouts.ts'
import { entry } from './fixtures.ts'

const at = '2025-01-20T09:00:00.000Z'
const charge: Charge = {
  provider_payment_id: 'pi_1',
  state: 'succeeded',
  amount_minor: 10_000,
  currency: 'USD',
  fee_minor: 320,
  at,
  failure: '',
}
const refund: ProviderRefund = {
  provider_refund_id: 're_1',
  provider_payment_id: 'pi_1',
  refund_id: '',
  state: 'succeeded',
  amount_minor: 2_500,
  currency: 'USD',
  at,
  reason: 'requested_by_customer',
}
const dispute: ProviderDispute = {
  provider_dispute_id: 'dp_1',
  provider_payment_id: 'pi_1',
  state: 'open',
  amount_minor: 10_000,
  currency: 'USD',
  reason: 'fraudulent',
  due_at: '2025-02-01T00:00:00.000Z',
  at,
}
const truth: ProviderState = {
  state: 'succeeded',
  reference: 'co_1',
  account: 'acct_1',
  live: false,
  charges: [charge],
  refunds: [],
  disputes: [],
}
const books: Books = {
  kind: 'invoice',
  state: 'sent',
  currency: 'USD',
  ledger: [],
  refunds: [],
  disputes: [],
}
const paid = entry('payment', 10_000, {
  id: 'pay_1',
  provider: 'stripe',
  provider_payment_id: 'pi_1',
  checkout_id: 'co_1',
  fee_minor: 320,
})

function decide(
  told: Partial<ProviderState>,
  { ledger, checkout, ...more }: Partial<Books> & { checkout?: Partial<Checkout> } = {},
): Settlement {
  const known = { ...books, ...more, ledger: ledger ?? [] }
  return settle(aCheckout(checkout), known, { ...truth, ...told })
}

const kinds = ({ bookings }: Settlement) =>
  bookings.map(({ kind, amount_minor }) => [kind, amount_minor])

describe('a payment', () => {
  it('is booked with its fee', () => {
    expect(decide({})).toMatchObject({
      state: 'succeeded',
      pending_minor: 0,
      review: '',
      bookings: [
        { kind: 'payment', amount_minor: 10_000, provider_payment_id: 'pi_1', fee_minor: 320 },
      ],
    })
  })

  it('is booked once', () => {
    expect(decide({}, { ledger: [paid] })).toMatchObject({ bookings: [], fees: [], review: '' })
  })

  it('of another provider with the same id is another one', () => {
    const ledger = [{ ...paid, provider: 'paypal' }]
    expect(kinds(decide({}, { ledger }))).toEqual([['payment', 10_000]])
  })

  it('that is on its way is pending and not booked', () => {
    const told = { state: 'processing', charges: [{ ...charge, state: 'processing' }] } as const
    expect(decide({ ...told, charges: [...told.charges] })).toMatchObject({
      state: 'processing',
      pending_minor: 10_000,
      bookings: [],
    })
  })

  it('that failed is not booked, and says why', () => {
    const failed: Charge = { ...charge, state: 'failed', failure: 'R01' }
    expect(decide({ state: 'failed', charges: [failed] })).toMatchObject({
      state: 'failed',
      pending_minor: 0,
      failure: 'R01',
      bookings: [],
    })
  })

  it('whose fee is told later gets it', () => {
    const ledger = [{ ...paid, fee_minor: null }]
    expect(decide({}, { ledger }).fees).toEqual([{ ledger_id: paid.id, fee_minor: 320 }])
  })

  it('without a charge is no news yet', () => {
    expect(decide({ charges: [] })).toMatchObject({ state: 'open', bookings: [] })
  })

  it.each(['failed', 'expired', 'canceled'] as const)(
    'that comes after its checkout had %s is booked all the same',
    (state) => {
      expect(decide({}, { checkout: { state } })).toMatchObject({
        state: 'succeeded',
        bookings: [{ kind: 'payment' }],
      })
    },
  )
})

describe('a refund', () => {
  it('is booked by its own id, whoever asked for it', () => {
    const told = [refund, { ...refund, provider_refund_id: 're_2', amount_minor: 500 }]
    const booked = entry('refund', -2_500, { provider: 'stripe', provider_payment_id: 're_1' })
    expect(kinds(decide({ refunds: told }, { ledger: [paid, booked] }))).toEqual([['refund', -500]])
  })

  it('that is heard of together with its payment follows it', () => {
    const { bookings } = decide({ refunds: [refund] })
    expect(bookings).toMatchObject([
      { kind: 'payment' },
      { kind: 'refund', amount_minor: -2_500, of_payment: 'pi_1' },
    ])
  })

  it('that is pending or failed is not booked', () => {
    for (const state of ['pending', 'failed'] as const) {
      expect(kinds(decide({ refunds: [{ ...refund, state }] }, { ledger: [paid] }))).toEqual([])
    }
  })

  it('that failed after it was done is taken back, once', () => {
    const ledger = [
      paid,
      entry('refund', -2_500, { provider: 'stripe', provider_payment_id: 're_1' }),
    ]
    const failed = { refunds: [{ ...refund, state: 'failed' as const }] }
    expect(kinds(decide(failed, { ledger }))).toEqual([['refund_failed', 2_500]])
    const back = entry('refund_failed', 2_500, { provider: 'stripe', provider_payment_id: 're_1' })
    expect(kinds(decide(failed, { ledger: [...ledger, back] }))).toEqual([])
  })

  it('of a payment that was never booked is not booked either', () => {
    const wrong = { ...charge, amount_minor: 9_000 }
    const settled = decide({ charges: [wrong], refunds: [{ ...refund, amount_minor: 9_000 }] })
    expect(settled).toMatchObject({ bookings: [], review: '', state: 'failed' })
  })

  it('that was asked for here is known by our id, and later by the provider’s', () => {
    const asked: Refund = {
      id: 'rf_1',
      document_id: 'doc_1',
      ledger_id: 'pay_1',
      provider: 'stripe',
      amount_minor: 2_500,
      currency: 'USD',
      reason: '',
      reopen: false,
      state: 'pending',
      provider_refund_id: '',
      failure: '',
      created_at: at,
      updated_at: at,
    }
    const told = { refunds: [{ ...refund, refund_id: 'rf_1' }] }
    const news = { id: 'rf_1', state: 'succeeded', provider_refund_id: 're_1', failure: '' }
    expect(decide(told, { ledger: [paid], refunds: [asked] }).refunds).toEqual([news])
    const noted = { ...asked, provider_refund_id: 're_1' }
    expect(decide({ refunds: [refund] }, { ledger: [paid], refunds: [noted] }).refunds).toEqual([
      news,
    ])
    const done: Refund = { ...noted, state: 'succeeded' }
    expect(decide(told, { ledger: [paid], refunds: [done] }).refunds).toEqual([])
    const older = { refunds: [{ ...refund, state: 'pending' as const }] }
    expect(decide(older, { ledger: [paid], refunds: [done] }).refunds).toEqual([])
  })
})

describe('a dispute', () => {
  const open = entry('dispute', -10_000, { provider: 'stripe', provider_payment_id: 'dp_1' })
  const known = {
    provider: 'stripe',
    provider_dispute_id: 'dp_1',
    document_id: 'doc_1',
    ledger_id: 'pay_1',
    state: 'open',
    amount_minor: 10_000,
    currency: 'USD',
    reason: 'fraudulent',
    due_at: dispute.due_at,
    opened_at: at,
    updated_at: at,
  } as const

  it('holds what was paid', () => {
    const settled = decide({ disputes: [dispute] }, { ledger: [paid] })
    expect(kinds(settled)).toEqual([['dispute', -10_000]])
    expect(settled.disputes).toMatchObject([{ state: 'open', due_at: dispute.due_at }])
  })

  it('that is known is no news, unless its deadline moved', () => {
    const so_far = { ledger: [paid, open], disputes: [known] }
    expect(decide({ disputes: [dispute] }, so_far)).toMatchObject({ bookings: [], disputes: [] })
    const later = { ...dispute, due_at: '2025-02-09T00:00:00.000Z' }
    expect(decide({ disputes: [later] }, so_far).disputes).toHaveLength(1)
  })

  it('that is won gives it back, and one that is lost keeps it', () => {
    const so_far = { ledger: [paid, open], disputes: [known] }
    const won = decide({ disputes: [{ ...dispute, state: 'won' }] }, so_far)
    expect(kinds(won)).toEqual([['dispute_won', 10_000]])
    const lost = decide({ disputes: [{ ...dispute, state: 'lost' }] }, so_far)
    expect(lost).toMatchObject({ bookings: [], disputes: [{ state: 'lost' }] })
  })

  it('that was won, and is called lost afterwards, is the owner’s to look at', () => {
    const back = entry('dispute_won', 10_000, { provider: 'stripe', provider_payment_id: 'dp_1' })
    const told = { disputes: [{ ...dispute, state: 'lost' as const }] }
    expect(decide(told, { ledger: [paid, open, back] }).review).toContain('lost after all')
  })

  it('is not opened again by an older truth', () => {
    const won = { ...known, state: 'won' as const }
    expect(
      decide({ disputes: [dispute] }, { ledger: [paid, open], disputes: [won] }),
    ).toMatchObject({ disputes: [] })
  })
})

describe('the owner must look at', () => {
  it.each<[string, Partial<ProviderState>, string]>([
    ['a strange reference', { reference: 'co_2' }, 'the reference "co_2"'],
    ['a payment to another account', { account: 'acct_2' }, 'the account "acct_2"'],
    ['a live payment for a test', { live: true }, 'a live payment'],
  ])('%s, of which nothing is believed', (_, told, says) => {
    const settled = decide(told)
    expect(settled).toMatchObject({ state: 'open', bookings: [] })
    expect(settled.review).toContain(says)
  })

  it.each<[string, Partial<Charge>]>([
    ['a smaller amount', { amount_minor: 9_999 }],
    ['a larger amount', { amount_minor: 10_001 }],
    ['another currency', { currency: 'EUR' }],
  ])('%s, which is not booked', (_, changes) => {
    const settled = decide({ charges: [{ ...charge, ...changes }] })
    expect(settled).toMatchObject({ state: 'failed', bookings: [] })
    expect(settled.review).toMatch(
      /^Asked for 100.00 USD, but [\d.]+ (USD|EUR) was paid \(pi_1\)\.$/,
    )
  })

  it('a second payment on one page, which is booked', () => {
    const second = { ...charge, provider_payment_id: 'pi_2' }
    const settled = decide({ charges: [charge, second] })
    expect(settled.bookings).toHaveLength(2)
    expect(settled.review).toBe('It was paid 2 times (pi_1, pi_2).')
    const back = { ...refund, provider_payment_id: 'pi_2', amount_minor: 10_000 }
    expect(decide({ charges: [charge, second], refunds: [back] }).review).toBe('')
  })

  it('what was paid after it was cancelled, which is booked', () => {
    const settled = decide({}, { state: 'void' })
    expect(settled).toMatchObject({ bookings: [{ kind: 'payment' }] })
    expect(settled.review).toBe('It was paid after it was cancelled.')
  })

  it('a deposit of an estimate that is not approved', () => {
    expect(decide({}, { kind: 'estimate', state: 'sent' }).review).not.toBe('')
    expect(decide({}, { kind: 'estimate', state: 'approved' }).review).toBe('')
    expect(decide({}, { kind: 'estimate', state: 'invoiced' }).review).toBe('')
  })

  it('a payment in a currency that the document no longer has, which cannot be booked', () => {
    const settled = decide({}, { currency: 'EUR' })
    expect(settled).toMatchObject({ bookings: [] })
    expect(settled.review).toContain('is in EUR now')
  })

  it('a refund in another currency', () => {
    const settled = decide({ refunds: [{ ...refund, currency: 'EUR' }] }, { ledger: [paid] })
    expect(settled).toMatchObject({ bookings: [] })
    expect(settled.review).toContain('25.00 EUR')
  })
})

describe('what was on its way and is called off', () => {
  const waiting = { state: 'processing', pending_minor: 10_000 } as const

  it('has failed: nothing is held back any more', () => {
    const settled = decide({ state: 'canceled', charges: [] }, { checkout: waiting })
    expect(settled).toMatchObject({ state: 'failed', pending_minor: 0 })
    expect(settled.failure).not.toBe('')
  })

  it('is still on its way for those who hear an older truth', () => {
    const settled = decide({ state: 'open', charges: [] }, { checkout: waiting })
    expect(settled).toMatchObject({ state: 'processing', pending_minor: 10_000 })
  })
})

describe('a movement of nothing', () => {
  it('is no movement', () => {
    const settled = decide(
      {
        refunds: [{ ...refund, amount_minor: 0 }],
        disputes: [{ ...dispute, amount_minor: 0 }],
      },
      { ledger: [paid] },
    )
    expect(settled).toMatchObject({ bookings: [], disputes: [] })
  })
})

describe('the account', () => {
  it('that only the first truth tells is believed', () => {
    const settled = decide({ account: 'acct_9' }, { checkout: { account: '' } })
    expect(settled).toMatchObject({ review: '', bookings: [{ kind: 'payment' }] })
  })
})

describe('states', () => {
  it('only change as the table says', () => {
    for (const before of checkoutStates) {
      for (const told of checkoutStates) {
        const { state } = decide({ state: told }, { checkout: { state: before } })
        const allowed: readonly string[] = [before, ...checkoutEdges[before]]
        expect(allowed).toContain(state)
      }
    }
  })
})

it('told again and again in any order, a truth is booked once', () => {
  const truths = fc.array(
    fc.constantFrom<Partial<ProviderState>>(
      { state: 'open', charges: [] },
      { state: 'processing', charges: [{ ...charge, state: 'processing' }] },
      {},
      { refunds: [refund] },
      { refunds: [{ ...refund, state: 'pending' }] },
      { disputes: [dispute] },
      { disputes: [{ ...dispute, state: 'won' }] },
    ),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(truths, (told) => {
      const ledger: LedgerEntry[] = []
      let state: Checkout['state'] = 'open'
      for (const one of [...told, {}, { refunds: [refund] }]) {
        const settled = decide(one, { ledger, checkout: { state } })
        state = settled.state
        for (const { kind, amount_minor, provider_payment_id } of settled.bookings) {
          const more = { provider: 'stripe', provider_payment_id, checkout_id: 'co_1' }
          ledger.push(entry(kind, amount_minor, more))
        }
      }
      const keys = ledger.map(({ kind, provider_payment_id }) => `${kind} ${provider_payment_id}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(state).toBe('succeeded')
      expect(keys).toContain('payment pi_1')
      expect(keys).toContain('refund re_1')
    }),
  )
})
