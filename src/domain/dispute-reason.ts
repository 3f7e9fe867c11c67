/** Why a payer disputes a payment, in words of the trade: each provider has its own codes for the same. */

export const disputeReasons = [
  'unauthorized',
  'unrecognized',
  'not_received',
  'not_as_described',
  'refund_missing',
  'canceled',
  'duplicate',
  'wrong_amount',
  'paid_otherwise',
  'no_funds',
  'wrong_account',
  'bank',
  'unspecified',
] as const
export type DisputeReason = (typeof disputeReasons)[number]

/** A phrase for each, to stand inside a sentence. */
export type DisputeWords = Record<DisputeReason, string>

/** As the owner reads them at the terminal. */
export const disputeWords: DisputeWords = {
  unauthorized: 'not authorized by the payer',
  unrecognized: 'not recognized by the payer',
  not_received: 'goods or services not received',
  not_as_described: 'not as described, or faulty',
  refund_missing: 'a refund that was due did not come',
  canceled: 'cancelled, but charged all the same',
  duplicate: 'charged twice',
  wrong_amount: 'a wrong amount was charged',
  paid_otherwise: 'already paid in another way',
  no_funds: 'too little money in the account',
  wrong_account: 'wrong details of the bank account',
  bank: 'the bank cannot process it',
  unspecified: 'no reason given',
}

/** What a provider's code says in these words; a code that is not known here is spelled out, nothing is nothing. */
export function disputeReasonIn(words: DisputeWords, code: string): string {
  const reason = codes.get(code.toLowerCase())
  return reason ? words[reason] : codeWords(code)
}

/** `requested_by_customer` as people write it; what somebody wrote stays as it is. */
export function codeWords(code: string): string {
  return isCode.test(code) ? code.replaceAll('_', ' ').toLowerCase() : code
}

const isCode = /^([a-z0-9]+(_[a-z0-9]+)+|[A-Z0-9]+(_[A-Z0-9]+)+)$/

/* Of Stripe, PayPal and Square, in this order. Each has some that the others do not have. */
const codes = new Map<string, DisputeReason>([
  ['fraudulent', 'unauthorized'],
  ['debit_not_authorized', 'unauthorized'],
  ['unrecognized', 'unrecognized'],
  ['product_not_received', 'not_received'],
  ['product_unacceptable', 'not_as_described'],
  ['credit_not_processed', 'refund_missing'],
  ['subscription_canceled', 'canceled'],
  ['duplicate', 'duplicate'],
  ['insufficient_funds', 'no_funds'],
  ['incorrect_account_details', 'wrong_account'],
  ['bank_cannot_process', 'bank'],
  ['general', 'unspecified'],
  ['customer_initiated', 'unspecified'],

  ['unauthorised', 'unauthorized'],
  ['merchandise_or_service_not_received', 'not_received'],
  ['merchandise_or_service_not_as_described', 'not_as_described'],
  ['canceled_recurring_billing', 'canceled'],
  ['duplicate_transaction', 'duplicate'],
  ['incorrect_amount', 'wrong_amount'],
  ['payment_by_other_means', 'paid_otherwise'],
  ['other', 'unspecified'],

  ['no_knowledge', 'unauthorized'],
  ['not_received', 'not_received'],
  ['not_as_described', 'not_as_described'],
  ['customer_requests_credit', 'refund_missing'],
  ['cancelled', 'canceled'],
  ['amount_differs', 'wrong_amount'],
  ['paid_by_other_means', 'paid_otherwise'],
])
