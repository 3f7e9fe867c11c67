/** Inputs of the pages around a payment, as the use cases would give them. */
import { receiptFacts } from '../../src/domain/receipt.ts'
import type { ReturnOutcome } from '../../src/domain/return-outcome.ts'
import type {
  HandOverInput,
  PayInput,
  ReceiptInput,
  ReturnInput,
  SandboxInput,
} from '../../src/ports/payment-pages.ts'
import { entry, invoice } from './documents.ts'

const now = new Date('2025-01-21T12:00:00Z')

/** A payment by card of January 20, 2025, with its receipt. */
export const paidByCard = {
  ...entry('payment', 200_000, '2025-01-20'),
  provider: 'stripe',
  method: 'stripe_card',
  provider_payment_id: 'pi_3OaB1234567890',
  reference: '',
}
export const firstReceipt = {
  number: 'RCT-0001',
  ledger_id: paidByCard.id,
  share_id: 'shr_1',
  rotation: 0,
  revoked: false,
}
export const receiptLink = {
  number: 'RCT-0001',
  ledger_id: paidByCard.id,
  path: '/r/receipt-token',
}

/** The pay page of INV-001, payable by card, bank transfer and PayPal. */
export function payInput(changes: Partial<PayInput> = {}): PayInput {
  return {
    document: invoice(),
    path: '/i/token',
    offer: {
      due_minor: 982_800,
      currency: 'USD',
      custom: null,
      methods: [
        { method: 'stripe_card', provider: 'stripe' },
        { method: 'stripe_ach', provider: 'stripe' },
        { method: 'paypal', provider: 'paypal' },
      ],
    },
    form: {},
    problems: [],
    unreachable: false,
    reference: '',
    receipts: [],
    now,
    ...changes,
  }
}

/** The same where an amount may be chosen. */
export function partsInput(changes: Partial<PayInput> = {}): PayInput {
  const base = payInput()
  const offer =
    typeof base.offer === 'string'
      ? base.offer
      : { ...base.offer, custom: { least_minor: 100, most_minor: 982_800 } }
  return { ...base, offer, ...changes }
}

export function handOverInput(changes: Partial<HandOverInput> = {}): HandOverInput {
  return {
    document: invoice(),
    provider: 'stripe',
    method: 'stripe_card',
    amount_minor: 982_800,
    currency: 'USD',
    url: 'https://checkout.stripe.com/c/pay/cs_live_a1b2',
    test: false,
    ...changes,
  }
}

export function returnInput(
  outcome: ReturnOutcome,
  changes: Partial<ReturnInput> = {},
): ReturnInput {
  return {
    outcome,
    document: invoice(),
    checkout: {
      amount_minor: 200_000,
      currency: 'USD',
      method: 'stripe_card',
      provider: 'stripe',
      state: 'open',
    },
    path: '/i/token',
    receipt: null,
    can_pay: true,
    refresh_s: null,
    reference: '',
    now,
    ...changes,
  }
}

/** After a part payment by card. */
export function paidInput(changes: Partial<ReturnInput> = {}): ReturnInput {
  const document = invoice({ ledger: [paidByCard], receipts: [firstReceipt] })
  return returnInput('paid', { document, receipt: receiptLink, ...changes })
}

export function receiptInput(document = paidInput().document): ReceiptInput {
  const facts = receiptFacts(document, firstReceipt)
  if (!facts) throw new Error('The document has no such payment.')
  return { facts, document, path: '/r/receipt-token', mode: 'live', now }
}

export function sandboxInput(changes: Partial<SandboxInput> = {}): SandboxInput {
  return {
    path: '/sandbox/sbx_1',
    amount_minor: 982_800,
    currency: 'USD',
    locale: 'en-US',
    description: 'Invoice INV-001, Acme Remodeling',
    state: 'open',
    return_url: 'http://127.0.0.1:4180/go/chk_1/return?k=abc',
    ...changes,
  }
}
