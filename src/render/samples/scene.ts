import type { Config } from '../../config/schema.ts'
import { addDays, civilDateIn } from '../../domain/dates.ts'
import type {
  CivilDate,
  Content,
  Customer,
  Document,
  Instant,
  Kind,
  LedgerEntry,
  LedgerKind,
} from '../../domain/document.ts'
import { totals } from '../../domain/totals.ts'
import type { ReceiptLink } from '../../ports/payment-pages.ts'
import { sampleCustomer, sampleDocument } from '../sample-document.ts'
import { sampleText } from './text.ts'

/** What differs from the plain sample document. */
export type Changes = Partial<Omit<Document, 'content'>> & {
  content?: Partial<Content>
  /** Days from today on which it was issued; some days ago where absent. */
  issued?: number
}

/** The business, the day and the customer that all samples tell of. */
export type Scene = {
  config: Config
  now: Date
  today: CivilDate
  customer: Customer
  /** The date, and the instant, so many days from today. */
  day(days: number): CivilDate
  at(days: number): Instant
  document(kind: Kind, changes?: Changes): Document
  /** So much of a document's total, booked so many days from today. */
  booked(document: Document, kind: LedgerKind, part: number, days: number): LedgerEntry
}

const dayMs = 86_400_000
/** Long enough ago to have been read, not long enough to be due. */
const someDaysAgo = -6

/**
 * Sets the scene for samples in the business's own currency and language.
 * @param own what the documents say in place of the made-up words and items
 */
export function createScene(config: Config, now: Date, own: Partial<Content> = {}): Scene {
  const today = civilDateIn(config.business.time_zone, now)
  const at = (days: number) => new Date(now.getTime() + days * dayMs).toISOString()
  return {
    config,
    now,
    today,
    customer: sampleCustomer(config, now),
    day: (days) => addDays(today, days),
    at,
    document(kind, { content: changes, issued = someDaysAgo, ...rest } = {}) {
      const plain = sampleDocument(kind, config, new Date(at(issued)))
      const words = sampleText(kind, config)
      const content = { ...plain.content, ...words, ...own, ...changes }
      return { ...plain, ...hashes, content, totals: totals(content), ...rest }
    },
    booked: (document, kind, part, days) => ({
      id: `sample_${kind}`,
      document_id: document.id,
      kind,
      amount_minor: Math.round(document.totals.total_minor * part),
      currency: document.content.currency,
      provider: 'stripe',
      method: 'stripe_card',
      provider_payment_id: 'pi_3OaB1234567890',
      reference: '',
      on: addDays(today, days),
      at: at(days),
    }),
  }
}

/** As long as real ones. */
const hashes = { content_hash: '1'.repeat(64) }

/** The document with part of its total paid by card two days ago, and the receipt of that. */
export function paidBy(scene: Scene, document: Document, part: number): Document {
  const payment = scene.booked(document, 'payment', part, -2)
  return {
    ...document,
    ledger: [payment],
    receipts: [
      {
        number: 'RCT-0001',
        ledger_id: payment.id,
        share_id: 'sample',
        rotation: 0,
        revoked: false,
      },
    ],
  }
}

/** The receipts of a document, as links that a page shows. */
export function receiptsOf({ receipts }: Document, path: string): ReceiptLink[] {
  return receipts.map(({ number, ledger_id }) => ({ number, ledger_id, path: `${path}/receipt` }))
}
