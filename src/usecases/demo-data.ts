/** The demo's small contractor: believable documents in every state that a newcomer should see. */
import type { CustomerDraft } from '../domain/customer.ts'
import type { DocumentDraft } from './create-documents.ts'
import type { ManualMethod } from './record-payment.ts'

export const demoConfig = {
  business: {
    name: 'Acme Remodeling',
    email: 'office@acme-remodeling.example',
    phone: '+1 555 0142',
    website: 'https://acme-remodeling.example',
    address: ['200 Mill Road', 'Springfield, NY 10101'],
    tax_id: '12-3456789',
    time_zone: 'America/New_York',
    locale: 'en-US',
    currency: 'USD',
  },
  branding: { color: '#1f5fbf', footer: 'Licensed and insured · License NY-48213' },
  documents: {
    taxes: [{ id: 'tax', name: 'Tax', rate: '8' }],
    invoice_terms: 'Payment is due by the date above. Thank you for your business.',
    estimate_terms:
      'The deposit is due when you approve. The balance is due when the work is done.\nPrices hold until the date above.',
  },
  payments: {
    instructions:
      'Bank transfer: First Springfield Bank, account 000123456\nChecks payable to Acme Remodeling',
    // Play money: the whole way from Pay Now to the receipt can be tried.
    sandbox: { enabled: true },
    partial: { enabled: true, minimum: '50.00' },
  },
  // The demo's first estimate is from January 2025; its link is to be looked at for long.
  links: { estimate_days_after_expiry: 36500 },
}

const john: CustomerDraft = {
  name: 'John Smith',
  email: 'john.smith@example.com',
  phone: '+1 555 0177',
  address: ['123 Main Street', 'Springfield, NY 10101'],
}
const maria: CustomerDraft = {
  name: 'Maria Garcia',
  email: 'maria.garcia@example.com',
  address: ['45 Oak Avenue', 'Springfield, NY 10102'],
}
const harbor: CustomerDraft = {
  name: 'Harbor Street Dental',
  email: 'office@harbor-dental.example',
  cc: ['books@harbor-dental.example'],
  phone: '+1 555 0110',
  address: ['8 Harbor Street', 'Suite 200', 'Springfield, NY 10103'],
}

/** When something happened: a date, or so many days before today. */
type When = string | { days_ago: number }

export type DemoDocument = {
  made: When
  draft: Omit<DocumentDraft, 'issued_on'> & { due_in_days?: number }
  /** Days from issue to the end of an estimate. */
  valid_for_days?: number
  send?: boolean
  viewed?: boolean
  payment?: { amount: string; method: ManualMethod; reference?: string; made: When }
  void?: boolean
}

const kitchen = [
  { description: 'Kitchen remodel', quantity: '1', unit_price: '5000' },
  { description: 'Labor', quantity: '40', unit: 'hrs', unit_price: '65' },
  { description: 'Materials', quantity: '1', unit_price: '1500' },
]

export const demoDocuments: DemoDocument[] = [
  {
    made: '2025-01-10',
    draft: {
      kind: 'estimate',
      customer: john,
      items: kitchen,
      deposit: { percent: '50' },
      notes: 'Includes removal of the old cabinets and one year of warranty on all work.',
    },
    valid_for_days: 14,
    send: true,
    viewed: true,
  },
  {
    made: '2025-01-15',
    draft: { kind: 'invoice', customer: john, items: kitchen, due_in_days: 15 },
    send: true,
  },
  {
    made: { days_ago: 24 },
    draft: {
      kind: 'invoice',
      customer: maria,
      items: [
        {
          description: 'Bathroom: tiles, grout and sealing',
          quantity: '12.5',
          unit: 'hrs',
          unit_price: '72.50',
        },
        {
          description: 'Porcelain tiles, matte white\n30 × 60 cm, box of 8',
          quantity: '14',
          unit: 'boxes',
          unit_price: '38.90',
          discount: { percent: '10' },
        },
        { description: 'Disposal fee', unit_price: '85', taxes: [] },
      ],
    },
    send: true,
    viewed: true,
    payment: { amount: '1593.10', method: 'check', reference: '1042', made: { days_ago: 9 } },
  },
  {
    made: { days_ago: 8 },
    draft: {
      kind: 'invoice',
      customer: harbor,
      items: [
        { description: 'Reception desk, built to measure', unit_price: '4200' },
        { description: 'Installation', quantity: '16', unit: 'hrs', unit_price: '65' },
      ],
      discount: { fixed: '190' },
    },
    send: true,
    viewed: true,
    payment: { amount: '2000', method: 'bank', reference: 'first part', made: { days_ago: 3 } },
  },
  {
    made: { days_ago: 3 },
    draft: {
      kind: 'invoice',
      customer: maria,
      items: [
        { description: 'Repair of the back door', quantity: '3', unit: 'hrs', unit_price: '65' },
      ],
    },
    send: true,
  },
  {
    made: { days_ago: 0 },
    draft: {
      kind: 'invoice',
      customer: harbor,
      items: [{ description: 'Shelving for the storage room', unit_price: '980' }],
    },
  },
  {
    made: { days_ago: 2 },
    draft: {
      kind: 'estimate',
      customer: harbor,
      items: [
        {
          description: 'Repaint of three treatment rooms',
          quantity: '3',
          unit: 'rooms',
          unit_price: '640',
        },
        { description: 'Low-odor paint, two coats', quantity: '9', unit: 'gal', unit_price: '58' },
      ],
      deposit: { percent: '30' },
      notes: 'Work can be done over a weekend so that the practice stays open.',
    },
    valid_for_days: 21,
    send: true,
    viewed: true,
  },
  {
    made: { days_ago: 12 },
    draft: {
      kind: 'estimate',
      customer: maria,
      items: [{ description: 'Deck, 4 × 5 m, larch', unit_price: '7400' }],
    },
    valid_for_days: 30,
    send: true,
    void: true,
  },
]
