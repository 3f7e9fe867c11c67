import { contentHash } from '../../src/domain/canonical.ts'
import { type ContentDraft, composeContent } from '../../src/domain/compose.ts'
import type { Document, LedgerEntry, LedgerKind } from '../../src/domain/document.ts'
import type { ContentDefaults } from '../../src/domain/draft.ts'
import { PortalError, type Problem } from '../../src/domain/errors.ts'

export const defaults: ContentDefaults = {
  today: '2025-01-15',
  bill_to: {
    name: 'John Smith',
    email: 'john.smith@example.com',
    phone: '',
    address: ['12 Elm Street', 'Springfield'],
    country: 'US',
    tax_id: '',
  },
  tax_exempt: false,
  locale: 'en-US',
  config: {
    business: { currency: 'USD' },
    documents: {
      due_in_days: 15,
      valid_for_days: 14,
      prices_include_tax: false,
      taxes: [],
      invoice_terms: 'Due on receipt of goods.',
      estimate_terms: 'Prices hold while the estimate is valid.',
      deposit: null,
    },
  },
}

/** A sent invoice over 100.00, due 2025-01-30, unless told otherwise. */
export function aDocument(
  changes: Partial<Document> = {},
  draft: Partial<ContentDraft> = {},
): Document {
  const kind = changes.kind ?? 'invoice'
  const items = [{ description: 'Work', unit_price: '100' }]
  const { content, totals } = composeContent({ kind, items, ...draft }, defaults)
  return {
    id: 'doc_1',
    kind,
    number: 'INV-001',
    customer_id: 'cus_1',
    state: kind === 'credit_note' ? 'issued' : 'sent',
    version: 1,
    draft_version: null,
    content,
    content_hash: contentHash(content),
    totals,
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
    created_at: '2025-01-15T12:00:00.000Z',
    updated_at: '2025-01-15T12:00:00.000Z',
    sent_at: '2025-01-15T12:00:00.000Z',
    opened_at: null,
    viewed_at: null,
    approved_at: null,
    declined_at: null,
    decline_reason: null,
    approval: null,
    voided_at: null,
    rested_at: null,
    ...changes,
  }
}

export function entry(
  kind: LedgerKind,
  amount_minor: number,
  more: Partial<LedgerEntry> = {},
): LedgerEntry {
  return {
    id: `led_${kind}_${amount_minor}`,
    document_id: 'doc_1',
    kind,
    amount_minor,
    currency: 'USD',
    provider: 'manual',
    method: 'check',
    provider_payment_id: '',
    reference: '',
    on: '2025-01-20',
    at: '2025-01-20T09:00:00.000Z',
    ...more,
  }
}

/** What `run` complained about. */
export function problemsOf(run: () => unknown): Problem[] {
  try {
    run()
  } catch (error) {
    if (error instanceof PortalError) return error.details
    throw error
  }
  return []
}

/** The error that `run` throws for people. */
export function errorOf(run: () => unknown): PortalError | undefined {
  try {
    run()
  } catch (error) {
    if (error instanceof PortalError) return error
    throw error
  }
  return undefined
}
