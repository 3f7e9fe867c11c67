import type { CivilDate } from '../domain/document.ts'
import { type Fragment, fragment } from './fragment.ts'

/**
 * `standing()` in SQL, for lists: the shown state of a row of `documents AS d` with its
 * `document_money AS m`. A property test holds the two against each other.
 */
export function shownState(today: CivilDate): Fragment {
  return fragment`CASE
    WHEN d.state <> 'sent' THEN d.state
    WHEN d.kind = 'invoice' THEN ${invoiceState(today)}
    WHEN d.ends_on < ${today} THEN 'expired'
    WHEN d.viewed_at IS NOT NULL THEN 'viewed'
    ELSE 'sent' END`
}

/** `balance_due_minor` of `balance()` in SQL: what is closed has nothing due. */
export const balanceDue = fragment`CASE
  WHEN d.kind = 'credit_note' OR d.state IN ('void', 'invoiced') THEN 0 ELSE m.balance_minor END`

function invoiceState(today: CivilDate): Fragment {
  return fragment`CASE
    WHEN ${received} > max(0, d.total_minor) THEN 'overpaid'
    WHEN m.refunded_minor > 0 AND m.paid_minor <= m.refunded_minor THEN 'refunded'
    WHEN m.refunded_minor > 0 THEN 'partially_refunded'
    WHEN m.balance_minor <= 0 THEN 'paid'
    WHEN d.ends_on < ${today} THEN 'overdue'
    WHEN ${received} > 0 THEN 'partially_paid'
    WHEN d.viewed_at IS NOT NULL THEN 'viewed'
    ELSE 'sent' END`
}

const received = fragment`(m.paid_minor - m.refunded_minor - m.disputed_minor)`
