import { expect, test } from 'vitest'
import { codeWords, disputeReasonIn, disputeWords } from '../../src/domain/dispute-reason.ts'

/* Lists of the providers' own documentation. */
const known = {
  stripe: [
    ...['bank_cannot_process', 'credit_not_processed', 'customer_initiated', 'general'],
    ...['debit_not_authorized', 'duplicate', 'fraudulent', 'incorrect_account_details'],
    ...['insufficient_funds', 'product_not_received', 'product_unacceptable'],
    ...['subscription_canceled', 'unrecognized'],
  ],
  paypal: [
    ...['merchandise_or_service_not_received', 'merchandise_or_service_not_as_described'],
    ...['unauthorised', 'credit_not_processed', 'duplicate_transaction', 'incorrect_amount'],
    ...['payment_by_other_means', 'canceled_recurring_billing', 'other'],
  ],
  square: [
    ...['amount_differs', 'cancelled', 'duplicate', 'no_knowledge', 'not_as_described'],
    ...['not_received', 'paid_by_other_means', 'customer_requests_credit'],
  ],
}

test.each(Object.entries(known))('each reason of %s has words', (_, codes) => {
  const phrases: string[] = Object.values(disputeWords)
  for (const code of codes) expect(phrases, code).toContain(disputeReasonIn(disputeWords, code))
})

test.each([
  ['product_not_received', 'goods or services not received'],
  ['MERCHANDISE_OR_SERVICE_NOT_RECEIVED', 'goods or services not received'],
  ['unauthorised', 'not authorized by the payer'],
  ['problem_with_remittance', 'problem with remittance'],
  ['EMV_LIABILITY_SHIFT', 'emv liability shift'],
  ['', ''],
  ['constructor', 'constructor'],
])('a dispute because of %j', (code, words) => {
  expect(disputeReasonIn(disputeWords, code)).toBe(words)
})

test.each(['Broken tile', 'Duplicate', 'duplicate', 'VAT', 'Rabatt wie besprochen.'])(
  'what the owner wrote stays: %s',
  (reason) => {
    expect(codeWords(reason)).toBe(reason)
  },
)
