import { sql } from 'kysely'
import type { Customer } from '../domain/document.ts'
import { fromRow } from './customers.ts'
import type { Reader } from './db.ts'
import { searchPattern } from './search-pattern.ts'
import { parseSort } from './sort.ts'

const sorts = {
  name: sql`name COLLATE NOCASE`,
  email: sql`email COLLATE NOCASE`,
  created: sql`created_at`,
  updated: sql`updated_at`,
}

/** What `sort` may be; a leading "-" turns it round. */
export const customerSorts = Object.keys(sorts) as (keyof typeof sorts)[]

export type CustomerFilter = {
  /** Words in the name, e-mail, phone or id. */
  search?: string
  /** Only archived ones, only others (the default), or all. */
  archived?: boolean | 'all'
  limit: number
  offset: number
  /** By name when left out. */
  sort?: string
}

/** A page of customers, and how many there are in all. Throws invalid_input for an unknown sort. */
export async function listCustomers(
  r: Reader,
  { search, archived = false, limit, offset, sort = 'name' }: CustomerFilter,
): Promise<{ items: Customer[]; total: number }> {
  const { key, direction } = parseSort(sort, customerSorts)
  let query = r.selectFrom('customers')
  if (archived !== 'all') query = query.where('archived_at', archived ? 'is not' : 'is', null)
  if (search?.trim()) {
    const pattern = searchPattern(search)
    query = query.where(
      sql<boolean>`(name LIKE ${pattern} ESCAPE '\\' OR email LIKE ${pattern} ESCAPE '\\'
        OR phone LIKE ${pattern} ESCAPE '\\' OR id LIKE ${pattern} ESCAPE '\\')`,
    )
  }
  const rows = await query
    .selectAll()
    .orderBy(sorts[key], direction)
    .orderBy('id', direction)
    .limit(limit)
    .offset(offset)
    .execute()
  const { total } = await query
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { items: rows.map(fromRow), total }
}
