import type { MethodName, ProviderName } from '../domain/checkout.ts'
import type { Instant } from '../domain/document.ts'
import { type Fragment, fragment, type Source, select } from './fragment.ts'

/** Money that a provider has collected and not settled yet. */
export type PaymentOnItsWay = {
  number: string
  provider: ProviderName
  method: MethodName
  checkout_id: string
  amount_minor: number
  currency: string
  since: Instant
}

/** A dispute that is not decided yet. */
export type OpenDispute = {
  number: string
  provider: string
  provider_dispute_id: string
  amount_minor: number
  currency: string
  reason: string
  /** Until when the provider takes evidence; null where it does not say. */
  due_at: Instant | null
}

/** A checkout that the owner must look at. */
export type CheckoutToReview = {
  number: string
  provider: ProviderName
  checkout_id: string
  amount_minor: number
  currency: string
  reason: string
}

/** A refund that was asked for and that its provider has not decided yet. */
export type RefundOnItsWay = {
  id: string
  number: string
  provider: string
  amount_minor: number
  currency: string
  since: Instant
}

/** An invoice for which more was received than it asks. */
export type Overpayment = {
  number: string
  /** What is too much, less refunds that wait and what disputes hold. */
  amount_minor: number
  currency: string
  /** The latest payment of which that much can be given back, else of its deposit; null where there is none. */
  payment_id: string | null
}

/** What is not settled about payments, or needs the owner; the oldest (of disputes the most urgent) first. */
export type PaymentConcerns = {
  processing: PaymentOnItsWay[]
  refunding: RefundOnItsWay[]
  disputes: OpenDispute[]
  needs_review: CheckoutToReview[]
  overpaid: Overpayment[]
}

/** Of one document by its id, or of all. */
export async function readPaymentConcerns(
  r: Source,
  { document_id }: { document_id?: string } = {},
): Promise<PaymentConcerns> {
  const about: Fragment = document_id === undefined ? fragment`1` : fragment`d.id = ${document_id}`
  return {
    processing: await select(
      r,
      fragment`SELECT d.number, c.provider, c.method, c.id AS checkout_id,
          c.pending_minor AS amount_minor, c.currency, coalesce(c.processing_at, c.updated_at) AS since
        FROM checkouts AS c JOIN documents AS d ON d.id = c.document_id
        WHERE c.state = 'processing' AND ${about} ORDER BY c.seq`,
    ),
    refunding: await select(
      r,
      fragment`SELECT f.id, d.number, f.provider, f.amount_minor, f.currency, f.created_at AS since
        FROM refunds AS f JOIN documents AS d ON d.id = f.document_id
        WHERE f.state = 'pending' AND ${about} ORDER BY f.created_at, f.id`,
    ),
    disputes: await select(
      r,
      fragment`SELECT d.number, p.provider, p.provider_dispute_id, p.amount_minor, p.currency,
          p.reason, p.due_at
        FROM disputes AS p JOIN documents AS d ON d.id = p.document_id
        WHERE p.state = 'open' AND ${about} ORDER BY p.due_at IS NULL, p.due_at, p.opened_at`,
    ),
    needs_review: await select(
      r,
      fragment`SELECT d.number, c.provider, c.id AS checkout_id, c.amount_minor, c.currency,
          c.review AS reason
        FROM checkouts AS c JOIN documents AS d ON d.id = c.document_id
        WHERE c.review <> '' AND ${about} ORDER BY c.seq`,
    ),
    overpaid: await select(r, overpaid(about)),
  }
}

/* The sum of a ledger counts what a dispute holds as gone. A deposit is given back where it came in: there. */
function overpaid(about: Fragment): Fragment {
  return fragment`SELECT number, over_minor AS amount_minor, currency, (
      SELECT p.id FROM ledger AS p
      WHERE p.document_id IN (o.id, o.estimate_id) AND p.kind = 'payment'
        AND over_minor <= p.amount_minor + (SELECT coalesce(sum(amount_minor), 0) FROM ledger
          WHERE document_id = p.document_id AND reference = p.id AND kind <> 'payment')
        - (SELECT coalesce(sum(amount_minor), 0) FROM refunds
          WHERE ledger_id = p.id AND state = 'pending')
      ORDER BY p.document_id = o.id DESC, p.seq DESC LIMIT 1) AS payment_id
    FROM (
      SELECT d.id, d.number, d.number_key, d.currency,
        (SELECT id FROM documents WHERE number = d.estimate_number) AS estimate_id,
        l.received_minor - max(0, d.total_minor)
        - (SELECT coalesce(sum(amount_minor), 0) FROM refunds
          WHERE state = 'pending' AND document_id IN
            (d.id, (SELECT id FROM documents WHERE number = d.estimate_number))) AS over_minor
      FROM (SELECT document_id, sum(amount_minor) AS received_minor FROM ledger
        GROUP BY document_id) AS l JOIN documents AS d ON d.id = l.document_id
      WHERE d.kind = 'invoice' AND d.state IN ('sent', 'uncollectible') AND ${about}
        AND l.received_minor > max(0, d.total_minor)
    ) AS o WHERE over_minor > 0 ORDER BY number_key`
}
