/** Documents as the store would give them, for looking at and for tests. */
import type { Content, Document, LedgerEntry } from '../../src/domain/document.ts'
import { totals } from '../../src/domain/totals.ts'

export type Changes = Partial<Omit<Document, 'content'>> & { content?: Partial<Content> }

const billTo = {
  name: 'John Smith',
  email: 'john.smith@example.com',
  phone: '555-0142',
  address: ['742 Evergreen Terrace', 'Springfield, IL 62704'],
  country: 'US',
  tax_id: '',
}

const invoiceContent: Content = {
  kind: 'invoice',
  currency: 'USD',
  locale: 'en-US',
  issued_on: '2025-01-15',
  due_on: '2025-01-30',
  valid_until_on: null,
  prices_include_tax: false,
  bill_to: billTo,
  taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
  items: [
    line('Kitchen remodel: demolition and preparation', '1', '', '2500'),
    line('Carpentry labor', '40', 'hrs', '85'),
    line('Cabinets, soft-close, painted white', '8', '', '400'),
  ],
  discount: null,
  deposit: null,
  terms: 'Payment is due within 15 days. A late fee of 1.5% per month applies after that.',
  notes: 'Thank you for your business!',
  online_pay: true,
}

/** Invoice INV-001 over $9,828.00, sent on January 15, 2025. */
export function invoice(changes: Changes = {}): Document {
  return build({ kind: 'invoice', number: 'INV-001', state: 'sent' }, invoiceContent, changes)
}

/** Estimate EST-001 over $9,828.00 with half of it as deposit. */
export function estimate(changes: Changes = {}): Document {
  const content: Content = {
    ...invoiceContent,
    kind: 'estimate',
    due_on: null,
    valid_until_on: '2025-02-14',
    deposit: { percent: '50' },
    terms: 'The price is fixed until the date above. Work starts within two weeks of the deposit.',
  }
  return build({ kind: 'estimate', number: 'EST-001', state: 'sent' }, content, changes)
}

/** Credit note CN-001 for INV-001. */
export function creditNote(changes: Changes = {}): Document {
  const content: Content = {
    ...invoiceContent,
    kind: 'credit_note',
    due_on: null,
    terms: '',
    notes: '',
  }
  const fixed = {
    kind: 'credit_note',
    number: 'CN-001',
    state: 'issued',
    relates_to: 'INV-001',
  } as const
  return build(fixed, content, changes)
}

/** One line of the ledger; a refund's amount is negative. */
export function entry(kind: LedgerEntry['kind'], amount_minor: number, on: string): LedgerEntry {
  return {
    id: `led_${kind}${on}`,
    document_id: 'doc_1',
    kind,
    amount_minor,
    currency: 'USD',
    provider: 'manual',
    method: 'check',
    provider_payment_id: '',
    reference: kind === 'payment' ? '1042' : '',
    on,
    at: `${on}T15:00:00.000Z`,
  }
}

/** An item line, taxed with T. */
export function line(description: string, quantity: string, unit: string, unit_price: string) {
  return { description, quantity, unit, unit_price, taxes: ['T'], discount: null }
}

function build(
  fixed: Pick<Document, 'kind' | 'number' | 'state'> & Partial<Document>,
  base: Content,
  { content: contentChanges, ...changes }: Changes,
): Document {
  const content = { ...base, ...contentChanges }
  return {
    id: 'doc_1',
    customer_id: 'cus_1',
    version: 1,
    draft_version: null,
    content,
    content_hash: '0'.repeat(64),
    totals: totals(content),
    ledger: [],
    pending_minor: 0,
    disputing_minor: 0,
    receipts: [],
    generation: 1,
    relates_to: null,
    estimate_number: null,
    invoice_number: null,
    delivery: 'sent',
    delivery_error: '',
    created_at: '2025-01-15T14:00:00.000Z',
    updated_at: '2025-01-15T14:00:00.000Z',
    sent_at: '2025-01-15T14:00:00.000Z',
    opened_at: null,
    viewed_at: null,
    approved_at: null,
    declined_at: null,
    decline_reason: null,
    approval: null,
    voided_at: null,
    rested_at: null,
    ...fixed,
    ...changes,
  }
}
