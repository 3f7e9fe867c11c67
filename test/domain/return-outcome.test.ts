import { describe, expect, it } from 'vitest'
import type { Checkout } from '../../src/domain/checkout.ts'
import type { Document } from '../../src/domain/document.ts'
import {
  confirmingMs,
  isStillDue,
  type Return,
  type ReturnOutcome,
  returnOutcome,
  returnOutcomes,
} from '../../src/domain/return-outcome.ts'
import { aCheckout } from './checkouts.ts'
import { aDocument, entry } from './fixtures.ts'

const back: Return = { came: 'back', unreachable: false, waited_ms: 0 }
const paidOtherwise = { ledger: [entry('payment', 10_000)] }

type Case = [ReturnOutcome, string, Partial<Checkout>, Partial<Document>, Partial<Return>]

const cases: Case[] = [
  ['paid', 'what was paid', { state: 'succeeded' }, paidOtherwise, {}],
  [
    'paid',
    'what was paid and too much',
    { state: 'succeeded' },
    { ledger: [entry('payment', 20_000)] },
    {},
  ],
  ['paid', 'what was paid, whatever else fails', { state: 'succeeded' }, {}, { unreachable: true }],
  ['processing', 'what is on its way', { state: 'processing' }, { pending_minor: 10_000 }, {}],
  [
    'processing',
    'what another is on its way for',
    { state: 'canceled' },
    { pending_minor: 10_000 },
    {},
  ],
  ['needs_review', 'what does not fit', { state: 'succeeded', review: 'odd' }, {}, {}],
  ['unreachable', 'what nobody knows', {}, paidOtherwise, { unreachable: true }],
  ['void', 'what was cancelled', {}, { state: 'void' }, {}],
  ['already_paid', 'what was paid otherwise', { state: 'canceled' }, paidOtherwise, {}],
  ['changed', 'what was edited', { content_hash: 'other' }, {}, {}],
  ['changed', 'what is less by now', {}, { ledger: [entry('payment', 1)] }, {}],
  ['declined', 'what failed', { state: 'failed' }, {}, {}],
  ['declined', 'what was declined and can be tried again', { failure: 'declined' }, {}, {}],
  ['confirming', 'what the provider has not heard of', {}, {}, {}],
  ['not_finished', 'the same after a while', {}, {}, { waited_ms: confirmingMs }],
  ['not_finished', 'what was given up', {}, {}, { came: 'canceled' }],
  ['not_finished', 'what nobody came back from', {}, {}, { came: 'no' }],
  ['not_finished', 'what had ended', { state: 'expired' }, {}, {}],
  ['not_finished', 'what was closed for another way', { state: 'canceled' }, {}, {}],
]

describe('who comes back is told', () => {
  it.each(cases)('%s of %s', (outcome, _, checkout, changes, more) => {
    const document = aDocument(changes)
    const own = { content_hash: document.content_hash, ...checkout }
    expect(returnOutcome(aCheckout(own), document, { ...back, ...more })).toBe(outcome)
  })

  it('every outcome at some time', () => {
    expect(new Set(cases.map(([outcome]) => outcome))).toEqual(new Set(returnOutcomes))
  })
})

describe('a checkout may still be collected', () => {
  it('while it is open and as much is due', () => {
    expect(isStillDue(aCheckout(), aDocument())).toBe(true)
    expect(isStillDue(aCheckout({ amount_minor: 4_000 }), aDocument())).toBe(true)
  })

  it.each<[string, Partial<Checkout>, Partial<Document>]>([
    ['it was closed', { state: 'canceled' }, {}],
    ['less is due', {}, { ledger: [entry('payment', 1)] }],
    ['another is on its way', {}, { pending_minor: 1 }],
    ['it was cancelled', {}, { state: 'void' }],
    ['it rests', {}, { rested_at: '2025-01-20T09:00:00.000Z' }],
  ])('not when %s', (_, checkout, changes) => {
    expect(isStillDue(aCheckout(checkout), aDocument(changes))).toBe(false)
  })
})
