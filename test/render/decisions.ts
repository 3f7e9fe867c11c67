/** What the pages around a decision are made of, for looking at and for tests. */
import type { Approval } from '../../src/domain/approval.ts'
import { consentFor } from '../../src/domain/consent.ts'
import type { Document } from '../../src/domain/document.ts'
import type { Event, EventType } from '../../src/domain/event.ts'
import type { ApproveInput, DeclineInput, SignedCopyInput } from '../../src/ports/approval-pages.ts'
import { type Changes, estimate } from './documents.ts'
import { acme } from './rendering.ts'

export const consent = consentFor(acme().business)

/** A SHA-256 that can be told from others. */
export const hash = (digit: string) => digit.repeat(64)

/** John Smith's, typed on his telephone and sealed. */
export const approval: Approval = {
  id: 'apr_1',
  document_id: 'doc_1',
  version: 1,
  content_hash: hash('1'),
  kind: 'typed',
  signer_name: 'John Smith',
  signer_email: 'john.smith@example.com',
  consent_version: consent.version,
  consent_text: consent.text,
  share_id: 'sh_1',
  ip: '203.0.113.7',
  user_agent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_2 like Mac OS X) Safari/604.1',
  at: '2025-01-18T15:04:05.000Z',
  chain_head: hash('2'),
  sealed_hash: hash('3'),
  seal_fingerprint: hash('4'),
  sealed_at: '2025-01-18T15:04:07.000Z',
}

/** Estimate EST-001 as approved. */
export function approved(changes: Changes = {}): Document {
  return estimate({ state: 'approved', approved_at: approval.at, approval, ...changes })
}

const shown = {
  path: '/e/token',
  closed: null,
  changed: false,
  version: `1-${hash('1')}`,
  problems: [],
  methods: ['typed', 'drawn'] as const,
  unsaved: '',
  now: new Date('2025-01-21T12:00:00Z'),
}

/** The review page of EST-001 at a first visit. */
export function approveInput(changes: Partial<ApproveInput> = {}): ApproveInput {
  const document = estimate()
  return { ...shown, document, form: {}, consent, ...changes }
}

/** The page to decline EST-001. */
export function declineInput(changes: Partial<DeclineInput> = {}): DeclineInput {
  return { ...shown, document: estimate(), form: {}, ...changes }
}

/** The signed copy of EST-001, with all that led to its signature. */
export function signedInput(changes: Partial<SignedCopyInput> = {}): SignedCopyInput {
  const document = approved()
  const fixed = { picture: null, business: null, seal_fingerprint: hash('4') }
  return { document, approval, events, customer, ...fixed, ...changes }
}

const customer = {
  ...{ id: 'cus_1', name: 'John Smith', email: 'john.smith@example.com', cc: [], phone: '' },
  ...{ address: [], country: 'US', locale: 'en-US', tax_id: '', tax_exempt: false },
  ...{ reminders: true, archived_at: null, created_at: '', updated_at: '' },
}

const message_id = '<sent-1@acme.example>'
const events: Event[] = [
  event('created', '2025-01-15T14:00:00.000Z'),
  event('sent', '2025-01-15T14:05:00.000Z', { version: 1 }),
  event('mail_sent', '2025-01-15T14:05:02.000Z', { to: 'john.smith@example.com', message_id }),
  event('opened', '2025-01-15T14:05:09.000Z'),
  event('viewed', '2025-01-18T15:01:40.000Z', { device: 'phone' }),
  event('consented', approval.at, { version: consent.version }),
  event('approved', approval.at, { name: 'John Smith', kind: 'typed' }),
]

function event(type: EventType, at: string, data: Event['data'] = {}): Event {
  const links = { seq: 1, share_id: null, prev_hash: '', hash: '' }
  return { document_id: 'doc_1', type, actor: 'customer', at, data, ...links }
}
