import type { Kind } from '../domain/document.ts'
import { type Fragment, fragment, type Source, select } from './fragment.ts'

/** What a shell may be offered. */
export const completionKinds = [
  'invoices',
  'estimates',
  'documents',
  'customers',
  'items',
  'recurring',
] as const
export type CompletionKind = (typeof completionKinds)[number]

/** A word to be typed, and what it stands for. */
export type Completion = { value: string; says: string }

/** More than anybody looks through; the latest come first. */
const most = 500

/** The words of a kind, straight from their tables: a shell asks at each press of Tab. */
export function listCompletions(r: Source, kind: CompletionKind): Promise<Completion[]> {
  return select(r, queries[kind]())
}

const queries = {
  invoices: () => documents(['invoice', 'credit_note']),
  estimates: () => documents(['estimate']),
  documents: () => documents(['invoice', 'credit_note', 'estimate']),
  customers:
    () => fragment`SELECT CASE WHEN email = '' THEN id ELSE email END AS value, name AS says
    FROM customers WHERE archived_at IS NULL ORDER BY name COLLATE NOCASE LIMIT ${most}`,
  items: () => fragment`SELECT code AS value, description AS says
    FROM items WHERE archived_at IS NULL ORDER BY code LIMIT ${most}`,
  recurring: () => fragment`SELECT q.id AS value, c.name AS says
    FROM recurring AS q JOIN customers AS c ON c.id = q.customer_id
    WHERE q.state <> 'ended' ORDER BY q.next_on LIMIT ${most}`,
} as const satisfies Record<CompletionKind, () => Fragment>

function documents(kinds: readonly Kind[]): Fragment {
  const [first = '', second = '', third = ''] = kinds
  return fragment`SELECT number AS value, customer_name || ', ' || state AS says
    FROM documents WHERE kind IN (${first}, ${second}, ${third})
    ORDER BY issued_on DESC, number_key DESC LIMIT ${most}`
}
