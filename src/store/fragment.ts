import type { Reader } from './db.ts'
import type { Handle, Row } from './handle.ts'
import { bindable, type SqliteValue } from './value.ts'

/** A piece of SQL with the values of its placeholders. */
export type Fragment = { text: string; values: SqliteValue[] }

/** Where a fragment can be asked: through Kysely, or of a bare handle, which starts in half the time. */
export type Source = Reader | Pick<Handle, 'all'>

/** SQL as a template: fragments are put in as text, everything else is bound. */
export function fragment(
  texts: TemplateStringsArray,
  ...parts: (Fragment | SqliteValue)[]
): Fragment {
  const pieces = texts.map((text, i) => [{ text, values: [] }, asFragment(parts[i])])
  return joinFragments(pieces.flat().slice(0, -1), '')
}

/** Fragments one after the other, with a text between them. */
export function joinFragments(fragments: readonly Fragment[], separator: string): Fragment {
  return {
    text: fragments.map(({ text }) => text).join(separator),
    values: fragments.flatMap(({ values }) => values),
  }
}

/** `(?, ?, …)` for `IN`. */
export function listOf(values: readonly SqliteValue[]): Fragment {
  return { text: `(${values.map(() => '?').join(', ')})`, values: [...values] }
}

/** Runs a query and gives its rows. */
export async function select<R>(source: Source, { text, values }: Fragment): Promise<R[]> {
  if ('all' in source) return (await source.all(text, bindable(values))) as R[]
  const query = { kind: 'RawNode', sqlFragments: [text], parameters: [] } as const
  const compiled = { sql: text, parameters: values, query, queryId: { queryId: 'fragment' } }
  return (await source.executeQuery<R & Row>(compiled)).rows
}

function asFragment(part: Fragment | SqliteValue | undefined): Fragment {
  if (part === undefined) return { text: '', values: [] }
  const isFragment = part !== null && typeof part === 'object' && 'text' in part
  return isFragment ? part : { text: '?', values: [part] }
}
