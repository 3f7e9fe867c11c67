import { expect, test } from 'vitest'
import { nextStep } from '../../src/cli/document-outcome.ts'
import type { DocumentJson } from '../../src/domain/document-json.ts'

const invoice = {
  ...{ kind: 'invoice', number: 'INV-001', state: 'partially_paid', flags: [], delivery: 'sent' },
  ...{ customer: { id: '', name: '', email: '' }, payments: [] },
  ...{ balance_due_minor: 20_000, amount_due_now_minor: 20_000 },
  ...{ pending_minor: 0, refunded_minor: 0 },
} as unknown as DocumentJson

test('what is open is recorded next, unless payment rests or is on its way', () => {
  expect(nextStep(invoice)).toMatch(/^portal payment record INV-001/)
  // As after a refund of its deposit, which is booked on the estimate.
  const resting = { ...invoice, amount_due_now_minor: 0 }
  expect(nextStep(resting)).toMatch(/^portal invoice reopen INV-001/)
  expect(nextStep({ ...resting, pending_minor: 20_000 })).toMatch(/^portal payment record/)
})
