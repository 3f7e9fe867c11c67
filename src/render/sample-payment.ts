import type { Config } from '../config/schema.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { Document, LedgerEntry, LedgerKind } from '../domain/document.ts'

/** The document with a payment and its receipt, made up where it has none; never stored. */
export function withReceipt(document: Document, config: Config, now: Date): Document {
  if (document.receipts.length > 0) return document
  const half = Math.max(1, Math.floor(document.totals.total_minor / 2))
  const payment = entry(document, config, now, { id: 'sample_payment', kind: 'payment' })
  return {
    ...document,
    ledger: [...document.ledger, { ...payment, amount_minor: half }],
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

/** The same with something given back of the latest payment. */
export function withRefund(document: Document, config: Config, now: Date): Document {
  const paid = withReceipt(document, config, now)
  if (paid.ledger.some(({ kind }) => kind === 'refund')) return paid
  const refund = entry(paid, config, now, { id: 'sample_refund', kind: 'refund' })
  const reference = paid.receipts.at(-1)?.ledger_id ?? ''
  const payment = paid.ledger.find(({ id }) => id === reference)
  const amount_minor = -Math.ceil((payment?.amount_minor ?? 1) / 10)
  return { ...paid, ledger: [...paid.ledger, { ...refund, reference, amount_minor }] }
}

function entry(
  { id: document_id, content }: Document,
  config: Config,
  now: Date,
  made: { id: string; kind: LedgerKind },
): LedgerEntry {
  return {
    ...made,
    document_id,
    amount_minor: 0,
    currency: content.currency,
    provider: 'stripe',
    method: 'stripe_card',
    provider_payment_id: 'pi_sample',
    reference: '',
    on: civilDateIn(config.business.time_zone, now),
    at: now.toISOString(),
  }
}
