import { expect, test } from 'vitest'
import { eventSentence } from '../../../src/cli/output/event-sentence.ts'
import type { EventData, EventType } from '../../../src/domain/event.ts'

const words = { currency: 'USD', locale: 'en-US', time_zone: 'America/New_York' }
const ach = { amount_minor: 10_000, method: 'stripe_ach', provider: 'stripe' }

test.each<[EventType, EventData, string]>([
  ['checkout_opened', ach, 'began to pay $100.00 by bank transfer (ACH)'],
  ['payment_processing', ach, 'payment of $100.00 by bank transfer (ACH) is on its way'],
  [
    'payment_received',
    { ...ach, receipt: 'RCT-0001', balance_minor: 0 },
    'payment of $100.00 by bank transfer (ACH), receipt RCT-0001, $0.00 left',
  ],
  [
    'payment_recorded',
    { amount_minor: 15_000, method: 'check', reference: '1042', balance_minor: -5_000 },
    'payment of $150.00 by check 1042, $50.00 too much',
  ],
  [
    'payment_failed',
    { ...ach, reason: 'The bank account could not be debited.' },
    'payment of $100.00 by bank transfer (ACH) failed: The bank account could not be debited.',
  ],
  ['refunded', { amount_minor: 500, reason: 'Broken tile' }, 'refunded $5.00: Broken tile'],
  ['refund_failed', { amount_minor: 500, reason: 'declined' }, 'refund of $5.00 failed: declined'],
  ['refund_failed', { amount_minor: 500, balance_minor: 0 }, 'refund of $5.00 came back'],
  [
    'refund_failed',
    { ...ach, checkout: 'co_1', reason: 'The refund rf_1 failed.' },
    'The refund rf_1 failed.',
  ],
  [
    'dispute_opened',
    { ...ach, reason: 'fraudulent', due_at: '2025-02-01T03:00:00.000Z' },
    'payer disputes $100.00: not authorized by the payer, answer at Stripe by 2025-01-31',
  ],
  ['dispute_opened', { ...ach, reason: '', due_at: null }, 'payer disputes $100.00'],
  ['mail_queued', { kind: 'receipt', to: 'a@b.example' }, 'receipt to a@b.example queued'],
  ['mail_sent', { kind: 'invoice_sent', to: 'a@b.example' }, 'mail to a@b.example handed over'],
  ['dispute_lost', ach, 'dispute about $100.00 lost'],
  ['share_revoked', { label: 'bookkeeper' }, 'revoked a link: bookkeeper'],
  ['share_rotated', { label: 'bookkeeper' }, 'gave a link a new address: bookkeeper'],
  ['share_rotated', {}, 'gave a link a new address'],
  [
    'needs_review',
    { reason: 'It was paid\n2 times.' },
    'needs your attention: It was paid 2 times.',
  ],
])('%s of %j reads well', (type, data, sentence) => {
  expect(eventSentence({ type, data }, words)).toBe(sentence)
})
