import type {
  CivilDate,
  Instant,
  Kind,
  MailDelivery,
  ShownState,
  StoredState,
} from '../domain/document.ts'
import { type Fragment, fragment, joinFragments, listOf, type Source, select } from './fragment.ts'
import { deliveryOf, fromLatestMail } from './latest-mail.ts'
import { searchPattern } from './search-pattern.ts'
import { balanceDue, shownState } from './shown-state.ts'
import { parseSort } from './sort.ts'

export type DocumentFilter = {
  kind?: Kind | readonly Kind[]
  /** Shown states; a document has one, so an overdue invoice is not among the sent ones. */
  states?: readonly ShownState[]
  customer_id?: string
  /** First and last date of issue. */
  since?: CivilDate
  until?: CivilDate
  /** Words in the number, the customer's name (as printed, or now) or e-mail. */
  search?: string
  /** Only what was sent at or before this instant and was not viewed since. */
  not_viewed_since?: Instant
  /** The date in the business's zone. */
  today: CivilDate
  limit: number
  offset: number
  /** One of `documentSorts`, with "-" in front for descending; by default the newest number first. */
  sort?: string
}

/** A document as a line of a list. */
export type DocumentRow = {
  id: string
  kind: Kind
  number: string
  version: number
  state: ShownState
  stored_state: StoredState
  delivery: MailDelivery
  /** Why the latest mail failed; empty when it did not. */
  delivery_error: string
  customer_id: string
  customer_name: string
  customer_email: string
  currency: string
  issued_on: CivilDate
  ends_on: CivilDate | null
  total_minor: number
  paid_minor: number
  refunded_minor: number
  balance_due_minor: number
  updated_at: Instant
  sent_at: Instant | null
  viewed_at: Instant | null
}

/** Short names, and those of the JSON. */
const sorts = {
  number: 'd.number_key',
  issued_on: 'd.issued_on',
  ends_on: 'd.ends_on',
  due_on: 'd.ends_on',
  valid_until_on: 'd.ends_on',
  total: 'd.total_minor',
  total_minor: 'd.total_minor',
  customer: '(SELECT name FROM customers WHERE id = d.customer_id) COLLATE NOCASE',
  updated: 'd.updated_at',
}

/** What `sort` may be; a leading "-" turns it round. */
const documentSorts = Object.keys(sorts) as (keyof typeof sorts)[]

/** A page of documents, and how many there are in all. Throws invalid_input for an unknown sort. */
export async function listDocuments(
  r: Source,
  filter: DocumentFilter,
): Promise<{ items: DocumentRow[]; total: number }> {
  const matching = fragment`FROM documents AS d WHERE ${conditions(filter)}`
  const rows = await select<DocumentRow>(r, pageQuery(matching, filter))
  const items = rows.map((row) => ({ ...row, delivery: deliveryOf(row.delivery) }))
  return { items, total: await countAll(r, matching, filter, items.length) }
}

/** Sent at or before an instant, not viewed since, and still worth a look: unpaid, or not expired. */
export function notViewedSince(instant: Instant, today: CivilDate): Fragment {
  return fragment`(d.state = 'sent' AND d.viewed_at IS NULL AND d.sent_at <= ${instant}
    AND CASE d.kind
      WHEN 'estimate' THEN coalesce(d.ends_on >= ${today}, 1)
      ELSE (SELECT balance_minor FROM document_money WHERE document_id = d.id) > 0 END)`
}

/* First which, then what: only the rows of the page are looked at closely. */
function pageQuery(matching: Fragment, filter: DocumentFilter): Fragment {
  const { key, direction } = parseSort(filter.sort ?? '-number', documentSorts)
  const rest = key === 'number' ? '' : `, ${sorts.number} ${direction}`
  const order: Fragment = { text: `ORDER BY ${sorts[key]} ${direction}${rest}`, values: [] }
  return fragment`
    WITH m AS MATERIALIZED (
      SELECT * FROM document_money WHERE document_id IN (
        SELECT d.id ${matching} ${order} LIMIT ${filter.limit} OFFSET ${filter.offset}))
    SELECT d.id, d.kind, d.number, d.version, ${shownState(filter.today)} AS state,
      d.state AS stored_state, (SELECT o.state ${latestMail}) AS delivery,
      ${deliveryError} AS delivery_error, d.customer_id,
      c.name AS customer_name, c.email AS customer_email, d.currency, d.issued_on, d.ends_on,
      d.total_minor, m.paid_minor, m.refunded_minor, ${balanceDue} AS balance_due_minor,
      d.updated_at, d.sent_at, d.viewed_at
    FROM m JOIN documents AS d ON d.id = m.document_id JOIN customers AS c ON c.id = d.customer_id
    ${order}`
}

const latestMail: Fragment = { text: fromLatestMail, values: [] }

/* Few have failed, and those are in an index. */
const deliveryError = fragment`CASE
  WHEN d.id IN (SELECT document_id FROM outbox WHERE state = 'failed')
  THEN (SELECT CASE o.state WHEN 'failed' THEN o.last_error ELSE '' END ${latestMail})
  ELSE '' END`

function conditions(filter: DocumentFilter): Fragment {
  const { customer_id, since, until, not_viewed_since } = filter
  const kinds = filter.kind === undefined ? [] : [filter.kind].flat()
  const states = filter.states ?? []
  const words = filter.search?.trim() ?? ''
  const wanted = [
    kinds.length > 0 && fragment`d.kind IN ${listOf(kinds)}`,
    customer_id !== undefined && fragment`d.customer_id = ${customer_id}`,
    since !== undefined && fragment`d.issued_on >= ${since}`,
    until !== undefined && fragment`d.issued_on <= ${until}`,
    states.length > 0 && isShownAs(states, filter.today),
    not_viewed_since !== undefined && notViewedSince(not_viewed_since, filter.today),
    words !== '' && contains(searchPattern(words)),
  ].filter((condition) => condition !== false)
  return wanted.length === 0 ? fragment`TRUE` : joinFragments(wanted, ' AND ')
}

function isShownAs(states: readonly ShownState[], today: CivilDate): Fragment {
  return fragment`d.id IN (
    SELECT d.id FROM documents AS d JOIN document_money_scan AS m ON m.document_id = d.id
    WHERE ${shownState(today)} IN ${listOf(states)})`
}

function contains(pattern: string): Fragment {
  return fragment`(d.number LIKE ${pattern} ESCAPE '\\' OR d.customer_name LIKE ${pattern} ESCAPE '\\'
    OR d.customer_id IN (SELECT id FROM customers
      WHERE name LIKE ${pattern} ESCAPE '\\' OR email LIKE ${pattern} ESCAPE '\\'))`
}

/** Counting is spared when the page shows that there is no more. */
async function countAll(
  r: Source,
  matching: Fragment,
  { limit, offset }: DocumentFilter,
  found: number,
): Promise<number> {
  if (found < limit && (found > 0 || offset === 0)) return offset + found
  const [row] = await select<{ total: number }>(r, fragment`SELECT count(*) AS total ${matching}`)
  return row?.total ?? 0
}
