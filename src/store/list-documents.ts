import { sql } from 'kysely'
import type {
  CivilDate,
  Instant,
  Kind,
  MailDelivery,
  ShownState,
  StoredState,
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
  customer: sql`c.name COLLATE NOCASE`,
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
  const matching = filtered(r, filter)
  const rows = await matching
    .select(['d.id', 'd.kind', 'd.number', 'd.version', 'd.state as stored_state'])
    .select(['d.customer_id', 'c.name as customer_name', 'c.email as customer_email'])
    .select(['d.currency', 'd.issued_on', 'd.ends_on', 'd.total_minor', 'm.paid_minor'])
    .select(['m.refunded_minor', balanceDue.as('balance_due_minor')])
    .select(['d.updated_at', 'd.sent_at', 'd.viewed_at'])
    .select([shownState(filter.today).as('state'), latestMailState.as('delivery')])
    .orderBy(sorts[key], direction)
    .orderBy('d.number_key', direction)
    .limit(filter.limit)
    .offset(filter.offset)
    .execute()
  const items = rows.map((row) => ({ ...row, delivery: deliveryOf(row.delivery) }) as DocumentRow)
  return { items, total: await countAll(matching, filter, items.length) }
}

type Matching = ReturnType<typeof filtered>

function filtered(r: Reader, filter: DocumentFilter) {
  const kinds = filter.kind === undefined ? [] : [filter.kind].flat()
  let query = r
    .selectFrom('documents as d')
    .innerJoin('document_money as m', 'm.document_id', 'd.id')
    .innerJoin('customers as c', 'c.id', 'd.customer_id')
  if (kinds.length === 1) query = query.where('d.kind', '=', kinds[0] as Kind)
  if (kinds.length > 1) query = query.where('d.kind', 'in', kinds)
  if (filter.customer_id !== undefined) query = query.where('d.customer_id', '=', filter.customer_id)
  if (filter.since !== undefined) query = query.where('d.issued_on', '>=', filter.since)
  if (filter.until !== undefined) query = query.where('d.issued_on', '<=', filter.until)
  if (filter.states) query = query.where(shownState(filter.today), 'in', [...filter.states])
  if (filter.not_viewed_since !== undefined) {
    query = query
      .where('d.state', 'in', ['sent', 'issued'])
      .where('d.viewed_at', 'is', null)
      .where('d.sent_at', '<=', filter.not_viewed_since)
  }
  if (filter.search?.trim()) query = query.where(matches(searchPattern(filter.search)))
  return query
}

function matches(pattern: string) {
  return sql<boolean>`(d.number LIKE ${pattern} ESCAPE '\\' OR c.name LIKE ${pattern} ESCAPE '\\'
    OR d.customer_name LIKE ${pattern} ESCAPE '\\' OR c.email LIKE ${pattern} ESCAPE '\\')`
}

/** Counting is spared when the page shows that there is no more. */
async function countAll(
  matching: Matching,
  { limit, offset }: DocumentFilter,
  found: number,
): Promise<number> {
  if (found < limit && (found > 0 || offset === 0)) return offset + found
  const { total } = await matching
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}
