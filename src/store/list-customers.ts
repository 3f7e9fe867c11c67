import type { Customer } from '../domain/document.ts'
import { type CustomerRow, fromRow } from './customers.ts'
import { type Fragment, fragment, joinFragments, type Source, select } from './fragment.ts'
import { searchPattern } from './search-pattern.ts'
import { parseSort } from './sort.ts'

const sorts = {
  name: 'name COLLATE NOCASE',
  email: 'email COLLATE NOCASE',
  created: 'created_at',
  updated: 'updated_at',
}

/** What `sort` may be; a leading "-" turns it round. */
const customerSorts = Object.keys(sorts) as (keyof typeof sorts)[]

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
  r: Source,
  filter: CustomerFilter,
): Promise<{ items: Customer[]; total: number }> {
  const { key, direction } = parseSort(filter.sort ?? 'name', customerSorts)
  const matching = fragment`FROM customers WHERE ${conditions(filter)}`
  const order: Fragment = {
    text: `ORDER BY ${sorts[key]} ${direction}, id ${direction}`,
    values: [],
  }
  const rows = await select<CustomerRow>(
    r,
    fragment`SELECT * ${matching} ${order} LIMIT ${filter.limit} OFFSET ${filter.offset}`,
  )
  const [row] = await select<{ total: number }>(r, fragment`SELECT count(*) AS total ${matching}`)
  return { items: rows.map(fromRow), total: row?.total ?? 0 }
}

function conditions({ search = '', archived = false }: CustomerFilter): Fragment {
  const wanted = [fragment`TRUE`]
  if (archived === true) wanted.push(fragment`archived_at IS NOT NULL`)
  if (archived === false) wanted.push(fragment`archived_at IS NULL`)
  if (search.trim() !== '') wanted.push(contains(searchPattern(search)))
  return joinFragments(wanted, ' AND ')
}

function contains(pattern: string): Fragment {
  return fragment`(name LIKE ${pattern} ESCAPE '\\' OR email LIKE ${pattern} ESCAPE '\\'
    OR phone LIKE ${pattern} ESCAPE '\\' OR id LIKE ${pattern} ESCAPE '\\')`
}
