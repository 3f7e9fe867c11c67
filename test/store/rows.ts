import { randomUUID } from 'node:crypto'
import { contentHash } from '../../src/domain/canonical.ts'
import type { ContentDraft } from '../../src/domain/compose.ts'
import type { Customer, Document, LedgerEntry, LedgerKind } from '../../src/domain/document.ts'
import type { NewEvent } from '../../src/domain/event.ts'
import type { OutboxMessage } from '../../src/domain/outbox.ts'
import type { Share } from '../../src/domain/share.ts'
import { hashToken } from '../../src/domain/token.ts'
import type { Trx } from '../../src/store/db.ts'
import { getDocument, insertDocument, type NewDocument } from '../../src/store/documents.ts'
import { claimNumber, nextNumber } from '../../src/store/numbers.ts'
import { insertShare } from '../../src/store/shares.ts'
import { aDocument } from '../domain/fixtures.ts'

/** 10:00 in New York on the day of the worked examples. */
export const now = '2025-01-15T15:00:00.000Z'

/** The customer whom `addDocument` bills. */
export function aCustomer(changes: Partial<Customer> = {}): Customer {
  return {
    id: 'cus_1',
    name: 'John Smith',
    email: 'john.smith@example.com',
    cc: ['books@example.com'],
    phone: '(555) 987-6543',
    address: ['12 Elm Street', 'Springfield'],
    country: 'US',
    locale: 'en-US',
    tax_id: '',
    tax_exempt: false,
    reminders: true,
    archived_at: null,
    created_at: now,
    updated_at: now,
    ...changes,
  }
}

type Added = Partial<NewDocument> & { viewed_at?: string | null }

/** Adds a document, by default a draft invoice over 100.00 with the next number. */
export async function addDocument(
  trx: Trx,
  changes: Added = {},
  draft: Partial<ContentDraft> = {},
): Promise<Document> {
  const kind = changes.kind ?? 'invoice'
  const { content, totals } = aDocument({ kind }, draft)
  const id = changes.id ?? `doc_${randomUUID()}`
  const number = changes.number ?? (await nextNumber(trx, kind, patterns[kind], '', '2025-01-15'))
  await claimNumber(trx, number, kind, id, now)
  const published_at = (changes.state ?? 'draft') === 'draft' ? null : now
  await insertDocument(
    trx,
    { customer_id: 'cus_1', created_at: now, ...changes, id, kind, number },
    { content, content_hash: contentHash(content), totals, created_at: now, published_at },
  )
  return getDocument(trx, id)
}

const patterns = { invoice: 'INV-{seq:3}', estimate: 'EST-{seq:3}', credit_note: 'CN-{seq:3}' }

/** Adds a link to a document whose token is the share's id. */
export async function addShare(
  trx: Trx,
  document: Document,
  changes: Partial<Share> = {},
): Promise<Share> {
  const share: Share = {
    id: `sh_${randomUUID()}`,
    kind: 'invoice',
    document_id: document.id,
    customer_id: document.customer_id,
    scope: 'full',
    label: '',
    rotation: 0,
    created_at: now,
    expires_at: null,
    revoked_at: null,
    opened_at: null,
    last_opened_at: null,
    viewed_at: null,
    downloaded_at: null,
    ...changes,
  }
  await insertShare(trx, share, hashToken(share.id))
  return share
}

/** A movement on a document's ledger; the sign follows from the kind. */
export function anEntry(
  document: Pick<Document, 'id' | 'content'>,
  kind: LedgerKind,
  amount: number,
  changes: Partial<LedgerEntry> = {},
): LedgerEntry {
  const isOut = kind === 'refund' || kind === 'dispute' || kind === 'transfer_out'
  return {
    id: `led_${randomUUID()}`,
    document_id: document.id,
    kind,
    amount_minor: isOut ? -amount : amount,
    currency: document.content.currency,
    provider: 'manual',
    method: 'cash',
    provider_payment_id: '',
    reference: '',
    fee_minor: null,
    checkout_id: null,
    on: '2025-01-15',
    at: now,
    ...changes,
  }
}

export function anEvent(documentId: string, changes: Partial<NewEvent> = {}): NewEvent {
  return {
    document_id: documentId,
    type: 'created',
    actor: 'owner',
    at: now,
    share_id: null,
    data: {},
    ...changes,
  }
}

export function aMessage(changes: Partial<OutboxMessage> = {}): OutboxMessage {
  const id = `msg_${randomUUID()}`
  return {
    id,
    kind: 'invoice_sent',
    document_id: null,
    share_id: null,
    to: 'john.smith@example.com',
    cc: [],
    data: { message: 'Thank you' },
    message_id: `<${id}@acme.example>`,
    state: 'pending',
    attempts: 0,
    next_attempt_at: now,
    leased_until: null,
    last_error: '',
    created_at: now,
    sent_at: null,
    retry_since: null,
    ...changes,
  }
}
