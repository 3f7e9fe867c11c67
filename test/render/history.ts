/** A customer with a past: what the pages of a history are given. */
import type { Customer, Document } from '../../src/domain/document.ts'
import { historyOf } from '../../src/domain/history.ts'
import { statementsOf } from '../../src/domain/statement.ts'
import type { HistoryInput, StatementInput } from '../../src/ports/history-pages.ts'
import { creditNote, entry, estimate, invoice } from './documents.ts'

const zone = 'America/New_York'
const today = '2025-02-03'

export const john: Customer = {
  id: 'cus_1',
  name: 'John Smith',
  email: 'john.smith@example.com',
  cc: [],
  phone: '',
  address: ['742 Evergreen Terrace', 'Springfield, IL 62704'],
  country: 'US',
  locale: 'en-US',
  tax_id: '',
  tax_exempt: false,
  reminders: true,
  archived_at: null,
  created_at: '2025-01-01T12:00:00.000Z',
  updated_at: '2025-01-01T12:00:00.000Z',
}

/** With an id of its own. */
function numbered(document: Document, number: string, changes: Partial<Document> = {}): Document {
  return { ...document, id: `doc_${number}`, number, ...changes }
}

const paid = entry('payment', 982_800, '2025-01-20')

/** Something of everything. */
export const documents: Document[] = [
  numbered(invoice({ content: { issued_on: '2024-12-01', due_on: '2024-12-16' } }), 'INV-001', {
    ledger: [paid],
    receipts: [
      { number: 'RCT-0001', ledger_id: paid.id, share_id: 'sh_1', rotation: 0, revoked: false },
    ],
  }),
  numbered(invoice(), 'INV-002', { ledger: [entry('payment', 200_000, '2025-01-22')] }),
  numbered(invoice({ content: { due_on: '2025-03-01' } }), 'INV-003'),
  numbered(invoice(), 'INV-004', { state: 'void', voided_at: '2025-01-18T15:00:00.000Z' }),
  numbered(creditNote(), 'CN-001'),
  numbered(estimate({ content: { valid_until_on: '2025-02-28' } }), 'EST-001'),
  numbered(estimate(), 'EST-002', { state: 'approved' }),
  numbered(estimate(), 'EST-003'),
  numbered(estimate(), 'EST-004', { state: 'declined' }),
  numbered(estimate(), 'EST-005', { state: 'invoiced', invoice_number: 'INV-003' }),
]

export function historyInput(changes: Partial<HistoryInput> = {}): HistoryInput {
  return {
    customer: john,
    history: historyOf(documents, today),
    openable: new Set(documents.map(({ id }) => id).filter((id) => id !== 'doc_INV-004')),
    path: '/h/token',
    ends_at: '2025-02-04T15:00:00.000Z',
    pages: { outstanding: 1, estimates: 1, settled: 1, payments: 1 },
    form: { from: '2025-01-01', until: today },
    problems: [],
    today,
    asked: null,
    ...changes,
  }
}

export function statementInput(changes: Partial<StatementInput> = {}): StatementInput {
  const range = { from: '2025-01-01', until: today }
  return { customer: john, range, statements: statementsOf(documents, range, zone), ...changes }
}
