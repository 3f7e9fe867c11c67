/** The tables as Kysely sees them; `migrations/` makes them. Booleans are 0/1, JSON is text. */
import type { ColumnType, Generated } from 'kysely'

type Json = string
type Bit = 0 | 1

export type CustomersTable = {
  id: string
  name: string
  email: string
  cc: Json
  phone: string
  address: Json
  country: string
  locale: string
  tax_id: string
  tax_exempt: Bit
  reminders: Bit
  archived_at: string | null
  created_at: string
  updated_at: string
}

/** Every number ever given, over all kinds; rows are never deleted, so none is given twice. */
export type NumbersTable = {
  number: string
  kind: string
  /** Null once the draft that had it was deleted. */
  document_id: string | null
  given_at: string
}

/** The next sequence of a pattern in a period (`""` when numbering never resets, else the year). */
export type CountersTable = { kind: string; period: string; next: number }

export type DocumentsTable = {
  id: string
  kind: string
  number: string
  /** The number with its digits padded, so that INV-999 sorts before INV-1000. */
  number_key: string
  customer_id: string
  state: string
  version: number
  draft_version: number | null
  /* Copied from the shown version, for lists. */
  currency: string
  issued_on: string
  /** Due or valid-until date. */
  ends_on: string | null
  customer_name: string
  total_minor: number
  deposit_minor: number | null
  generation: number
  relates_to: string | null
  estimate_number: string | null
  created_at: string
  updated_at: string
  sent_at: string | null
  opened_at: string | null
  viewed_at: string | null
  approved_at: string | null
  declined_at: string | null
  decline_reason: string | null
  voided_at: string | null
  /** Since a refund: the customer is not asked for the money until the invoice is reopened. */
  rested_at: string | null
  /** The owner's switch for reminders and nudges about this document. */
  reminders: Generated<Bit>
  /** Length and head of the document's chain of events: a cut-off tail shows. */
  events_count: number
  events_head: string
}

export type VersionsTable = {
  document_id: string
  version: number
  content: Json
  content_hash: string
  /** As computed from `content` when it was written; `verify` computes them anew. */
  totals: Json
  created_at: string
  /** Null while it is a draft; a published version is never changed. */
  published_at: string | null
}

export type LedgerTable = {
  seq: Generated<number>
  id: string
  document_id: string
  /** Null for what the owner recorded. */
  checkout_id: string | null
  kind: string
  amount_minor: number
  currency: string
  provider: string
  method: string
  provider_payment_id: string
  reference: string
  /** What the provider kept; null where it does not say. The only column that is ever filled in later. */
  fee_minor: number | null
  on: string
  at: string
}

export type CheckoutsTable = {
  seq: Generated<number>
  id: string
  document_id: string
  /** The link it was started from, to lead the customer back. */
  share_id: string | null
  /** Of the version that the customer saw. */
  content_hash: string
  /** Chosen to read the document in; null for its own. */
  lang: string | null
  provider: string
  method: string
  amount_minor: number
  currency: string
  state: string
  /** Collected and not settled yet; above zero only while it is processing. */
  pending_minor: number
  provider_checkout_id: string
  refs: Json
  url: string
  account: string
  live: Bit
  review: string
  failure: string
  created_at: string
  updated_at: string
  /** Since when its money is on its way, or was. */
  processing_at: string | null
  /* Real time, as the provider's page and other processes go by it. */
  expires_at: string
  returned_at: string | null
  leased_until: string | null
  /** When the provider was last asked about it. */
  asked_at: string | null
}

export type ReceiptsTable = {
  number: string
  ledger_id: string
  document_id: string
  share_id: string
  created_at: string
}

export type RefundsTable = {
  id: string
  document_id: string
  ledger_id: string
  provider: string
  amount_minor: number
  currency: string
  reason: string
  /** Whether the money is to be asked for again at once. */
  reopen: Bit
  state: string
  provider_refund_id: string
  failure: string
  created_at: string
  updated_at: string
}

export type DisputesTable = {
  provider: string
  provider_dispute_id: string
  document_id: string
  ledger_id: string
  state: string
  amount_minor: number
  currency: string
  reason: string
  due_at: string | null
  opened_at: string
  updated_at: string
}

export type WebhookEventsTable = {
  seq: Generated<number>
  id: string
  provider: string
  event_id: string
  type: string
  state: string
  attempts: number
  error: string
  checkout_id: string | null
  provider_checkout_id: string | null
  provider_payment_id: string | null
  /** What it says itself of disputes of that payment; null where it says nothing. */
  disputes: Json | null
  body: string
  received_at: string
  processed_at: string | null
  /** When it is looked at next; null once that is over. */
  next_attempt_at: string | null
  leased_until: string | null
}

/** What the sandbox, playing an outside provider, knows. */
export type SandboxCheckoutsTable = { id: string; reference: string; data: Json }

export type SharesTable = {
  seq: Generated<number>
  id: string
  kind: string
  document_id: string | null
  customer_id: string
  scope: string
  label: string
  rotation: number
  created_at: string
  expires_at: string | null
  revoked_at: string | null
  opened_at: string | null
  viewed_at: string | null
  last_opened_at: string | null
  downloaded_at: string | null
}

/** What a customer signed; the picture is the signature or the scan. Never changed but to note its seal. */
export type ApprovalsTable = {
  id: string
  document_id: string
  version: number
  content_hash: string
  kind: string
  signer_name: string
  signer_email: string
  consent_version: string
  consent_text: string
  share_id: string | null
  ip: string
  user_agent: string
  picture: Buffer | null
  picture_type: string | null
  at: string
  chain_head: string
  sealed_hash: string | null
  seal_fingerprint: string | null
  sealed_at: string | null
}

/** SHA-256 of each token ever given for a share; only the one of the current rotation opens it. */
export type TokensTable = { token_hash: string; share_id: string; rotation: number }

export type EventsTable = {
  seq: Generated<number>
  document_id: string
  type: string
  actor: string
  at: string
  share_id: string | null
  data: Json
  prev_hash: string
  hash: string
  /** When it came with an import; it happened in another workspace. Not part of the hash. */
  imported_at: Generated<string | null>
}

export type OutboxTable = {
  seq: Generated<number>
  id: string
  kind: string
  document_id: string | null
  share_id: string | null
  to: string
  cc: Json
  data: Json
  message_id: string
  state: string
  attempts: number
  next_attempt_at: string
  leased_until: string | null
  last_error: string
  created_at: string
  sent_at: string | null
  retry_since: string | null
}

/** What mail servers reported of a mail after it was taken, one row a report and recipient. */
export type BouncesTable = {
  seq: Generated<number>
  outbox_id: string
  /** SHA-256 of what tells one report from another. */
  report_id: string
  recipient: string
  kind: string
  /** Enhanced status code such as 5.1.1; empty when the report has none. */
  status: string
  words: string
  at: string
}

/** What happened, for the owner's daily mail; `digest_on` is the day of the mail that told it. */
export type NoticesTable = {
  seq: Generated<number>
  document_id: string | null
  data: Json
  at: string
  digest_on: string | null
}

/** A stage of a document's reminders or nudges that was decided; `stage` is null for what went by hand. */
export type RemindersTable = {
  seq: Generated<number>
  document_id: string
  rule: string
  /** What its days count from: the due date, or the instant of sending. */
  round: string
  stage: number | null
  outcome: string
  /** Why it was skipped; empty for what was sent. */
  reason: string
  outbox_id: string | null
  at: string
}

/** Customers who want no more reminders, about one document or (null) any. */
export type UnsubscribesTable = {
  seq: Generated<number>
  customer_id: string
  document_id: string | null
  share_id: string | null
  at: string
}

/** One page per share of a document: what was last written under `site/`. */
export type PagesTable = {
  share_id: string
  document_id: string
  /** Generation of the document that the written page shows; -1 when none was written. */
  generation: number
  /** Rotation of the share whose token names the written page. */
  rotation: number
  fingerprint: string
  fresh_until_at: string | null
  /** Set by every change of the document; a partial index finds the pages to rebuild. */
  stale: Bit
  /** What names the PDF beside the page; null while it is missing, empty where none is wanted. */
  pdf_hash: string | null
}

/** One row once `build` has run: for which kind of host, and the look that all pages had then. */
export type SiteTable = { id: number; mode: string; look: string; built_at: string }

/** The catalogue: what is sold, by a code of the owner's. */
export type ItemsTable = {
  id: string
  code: string
  description: string
  unit: string
  unit_price: string
  currency: string
  taxed: Bit
  archived_at: string | null
  created_at: string
  updated_at: string
}

/** Invoices that the clock makes, each series a row. */
export type RecurringTable = {
  id: string
  customer_id: string
  draft: Json
  unit: string
  every: number
  anchor_on: string
  day: number
  starts_on: string
  ends_on: string | null
  times: number | null
  send: Bit
  state: string
  paused_on: string | null
  next_index: number
  next_on: string | null
  made: number
  created_at: string
  updated_at: string
}

/** A period of a series that was decided: its invoice is made, or it was skipped. */
export type RecurringPeriodsTable = {
  seq: Generated<number>
  recurring_id: string
  period: string
  outcome: string
  /** Null when it was skipped, or its draft was deleted. */
  document_id: string | null
  /** Whether its mail still has to be put into the outbox. */
  mail: string
  /** Why it could not be mailed yet; empty when nothing is wrong. */
  error: string
  at: string
}

/** PDFs under `pdfs/<hash>.pdf`, named by the SHA-256 of what was printed. */
export type PdfsTable = {
  hash: string
  document_id: string
  version: number
  file_hash: string
  bytes: number
  created_at: string
}

export type JobsTable = {
  name: string
  started_at: string
  finished_at: string | null
  ok: Bit
  counts: Json
}

/** Sums of the ledger by document; a view. `balance_minor` is of the money alone, whatever the state. */
export type DocumentMoneyView = {
  document_id: ColumnType<string, never, never>
  paid_minor: ColumnType<number, never, never>
  refunded_minor: ColumnType<number, never, never>
  disputed_minor: ColumnType<number, never, never>
  balance_minor: ColumnType<number, never, never>
}

export type Tables = {
  customers: CustomersTable
  numbers: NumbersTable
  counters: CountersTable
  documents: DocumentsTable
  versions: VersionsTable
  ledger: LedgerTable
  checkouts: CheckoutsTable
  receipts: ReceiptsTable
  refunds: RefundsTable
  disputes: DisputesTable
  webhook_events: WebhookEventsTable
  sandbox_checkouts: SandboxCheckoutsTable
  shares: SharesTable
  tokens: TokensTable
  approvals: ApprovalsTable
  events: EventsTable
  outbox: OutboxTable
  reminders: RemindersTable
  unsubscribes: UnsubscribesTable
  bounces: BouncesTable
  notices: NoticesTable
  pages: PagesTable
  site: SiteTable
  items: ItemsTable
  recurring: RecurringTable
  recurring_periods: RecurringPeriodsTable
  pdfs: PdfsTable
  jobs: JobsTable
  /** For few documents: adds up the ledger of each that is asked for. */
  document_money: DocumentMoneyView
  /** For statements that look at all documents: adds up the whole ledger once. */
  document_money_scan: DocumentMoneyView
}
