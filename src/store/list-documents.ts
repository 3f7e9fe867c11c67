import { sql } from 'kysely'
import {
  type CivilDate,
  type Instant,
  type Kind,
  kinds as kindsThereAre,
  type MailDelivery,
  type ShownState,
  type StoredState,
} from '../domain/document.ts'
import type { Reader } from './db.ts'
import { deliveryOf, latestMailState } from './document-query.ts'
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

const sorts = {
  number: sql`d.number_key`,
  issued_on: sql`d.issued_on`,
  ends_on: sql`d.ends_on`,
  total: sql`d.total_minor`,
  customer: sql`(SELECT name FROM customers WHERE id = d.customer_id) COLLATE NOCASE`,
  updated: sql`d.updated_at`,
}

/** What `sort` may be; a leading "-" turns it round. */
export const documentSorts = Object.keys(sorts) as (keyof typeof sorts)[]

/** A page of documents, and how many there are in all. Throws invalid_input for an unknown sort. */
export async function listDocuments(
  r: Reader,
  filter: DocumentFilter,
): Promise<{ items: DocumentRow[]; total: number }> {
  const { key, direction } = parseSort(filter.sort ?? '-number', documentSorts)
  const matching = matchingDocuments(r, filter)
  /* First which, then what: only the rows of the page are looked at closely. */
  const page = matching
    .select('d.id')
    .orderBy(sorts[key], direction)
    .orderBy('d.number_key', direction)
    .limit(filter.limit)
    .offset(filter.offset)
  const rows = await rowsOf(r, filter.today)
    .where('d.id', 'in', page)
    .orderBy(sorts[key], direction)
    .orderBy('d.number_key', direction)
    .execute()
  const items = rows.map((row) => ({ ...row, delivery: deliveryOf(row.delivery) }) as DocumentRow)
  return { items, total: await countAll(matching, filter, items.length) }
}

function matchingDocuments(r: Reader, filter: DocumentFilter) {
  const { customer_id, since, until, not_viewed_since } = filter
  const kinds = filter.kind === undefined ? kindsThereAre : [filter.kind].flat()
  const states = filter.states ?? []
  const words = filter.search?.trim() ?? ''
  return r
    .selectFrom('documents as d')
    .where('d.kind', 'in', kinds)
    .$if(customer_id !== undefined, (q) => q.where('d.customer_id', '=', customer_id as string))
    .$if(since !== undefined, (q) => q.where('d.issued_on', '>=', since as CivilDate))
    .$if(until !== undefined, (q) => q.where('d.issued_on', '<=', until as CivilDate))
    .$if(states.length > 0, (q) => q.where(isShownAs(states, filter.today)))
    .$if(not_viewed_since !== undefined, (q) =>
      q.where(notViewedSince(not_viewed_since as Instant)),
    )
    .$if(words !== '', (q) => q.where(contains(searchPattern(words))))
}

function isShownAs(states: readonly ShownState[], today: CivilDate) {
  return sql<boolean>`d.id IN (
    SELECT d.id FROM documents AS d JOIN document_money_scan AS m ON m.document_id = d.id
    WHERE ${shownState(today)} IN (${sql.join(states)}))`
}

/** Sent at or before an instant and not viewed since. */
export function notViewedSince(instant: Instant) {
  return sql<boolean>`(d.state IN ('sent', 'issued') AND d.viewed_at IS NULL AND d.sent_at <= ${instant})`
}

function contains(pattern: string) {
  return sql<boolean>`(d.number LIKE ${pattern} ESCAPE '\\' OR d.customer_name LIKE ${pattern} ESCAPE '\\'
    OR d.customer_id IN (SELECT id FROM customers
      WHERE name LIKE ${pattern} ESCAPE '\\' OR email LIKE ${pattern} ESCAPE '\\'))`
}

function rowsOf(r: Reader, today: CivilDate) {
  return r
    .selectFrom('documents as d')
    .innerJoin('document_money as m', 'm.document_id', 'd.id')
    .innerJoin('customers as c', 'c.id', 'd.customer_id')
    .select(['d.id', 'd.kind', 'd.number', 'd.version', 'd.state as stored_state'])
    .select(['d.customer_id', 'c.name as customer_name', 'c.email as customer_email'])
    .select(['d.currency', 'd.issued_on', 'd.ends_on', 'd.total_minor', 'm.paid_minor'])
    .select(['m.refunded_minor', balanceDue.as('balance_due_minor')])
    .select(['d.updated_at', 'd.sent_at', 'd.viewed_at'])
    .select([shownState(today).as('state'), latestMailState.as('delivery')])
}

/** Counting is spared when the page shows that there is no more. */
async function countAll(
  matching: ReturnType<typeof matchingDocuments>,
  { limit, offset }: DocumentFilter,
  found: number,
): Promise<number> {
  if (found < limit && (found > 0 || offset === 0)) return offset + found
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
