import type { Config } from '../config/schema.ts'
import { addDays, civilDateIn } from '../domain/dates.ts'
import type { Content, Customer, Document, Kind } from '../domain/document.ts'
import { totals } from '../domain/totals.ts'

const numbers = { invoice: 'INV-001', estimate: 'EST-001', credit_note: 'CN-001' } as const

/** A made-up customer for previews where there is no document to show. */
export function sampleCustomer(config: Config, now: Date): Customer {
  const at = now.toISOString()
  return {
    id: 'sample',
    name: 'John Smith',
    email: 'john.smith@example.com',
    cc: [],
    phone: '',
    address: ['456 Oak Avenue', 'Springfield, IL 62701'],
    country: config.business.country,
    locale: config.business.locale,
    tax_id: '',
    tax_exempt: false,
    reminders: true,
    archived_at: null,
    created_at: at,
    updated_at: at,
  }
}

/** A made-up document of a kind in the business's currency and locale, dated `now`; never stored. */
export function sampleDocument(kind: Kind, config: Config, now: Date): Document {
  const content = sampleContent(kind, config, now)
  const at = now.toISOString()
  return {
    id: 'sample',
    kind,
    number: numbers[kind],
    customer_id: 'sample',
    state: kind === 'credit_note' ? 'issued' : 'sent',
    version: 1,
    draft_version: null,
    content,
    content_hash: '',
    totals: totals(content),
    ledger: [],
    pending_minor: 0,
    disputing_minor: 0,
    receipts: [],
    generation: 1,
    relates_to: null,
    estimate_number: null,
    invoice_number: kind === 'credit_note' ? numbers.invoice : null,
    delivery: 'none',
    delivery_error: '',
    created_at: at,
    updated_at: at,
    sent_at: at,
    opened_at: null,
    viewed_at: null,
    approved_at: null,
    declined_at: null,
    decline_reason: null,
    approval: null,
    voided_at: null,
    rested_at: null,
  }
}

function sampleContent(kind: Kind, config: Config, now: Date): Content {
  const { business, documents } = config
  const today = civilDateIn(business.time_zone, now)
  const { name, email, phone, address, country, tax_id } = sampleCustomer(config, now)
  const line = { unit: '', taxes: ['T'], discount: null }
  return {
    kind,
    currency: business.currency,
    locale: business.locale,
    issued_on: today,
    due_on: kind === 'invoice' ? addDays(today, documents.due_in_days) : null,
    valid_until_on: kind === 'estimate' ? addDays(today, documents.valid_for_days) : null,
    prices_include_tax: false,
    bill_to: { name, email, phone, address, country, tax_id },
    taxes: [{ id: 'T', name: 'Tax', rate: '8' }],
    items: [
      { ...line, description: 'Kitchen remodel', quantity: '1', unit_price: '5000' },
      { ...line, description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65' },
      { ...line, description: 'Materials', quantity: '1', unit_price: '1500' },
    ],
    discount: null,
    deposit: kind === 'estimate' ? { percent: '50' } : null,
    terms: '',
    notes: '',
    online_pay: true,
  }
}
