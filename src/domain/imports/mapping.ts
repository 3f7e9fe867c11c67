/** Which column of a list is which of our fields. */
import { invalidInput, type Problem } from '../errors.ts'
import { nearest } from '../text.ts'
import { plainName, type SourceTable } from './source-table.ts'

export type Source<F extends string> = {
  program: string
  /** Plain names of columns that only this program has together. */
  marks: readonly string[]
  columns: Record<string, F>
}

/** What may stand in a list of one kind. */
export type Columns<F extends string> = {
  fields: readonly F[]
  /** Fields that hold numbers. */
  numeric: readonly F[]
  /** Of each of these a list has one at least, else nothing can come of it. */
  needed: readonly (readonly F[])[]
  /** The one whose marks are all there is it; the last is for whatever is left. */
  sources: readonly Source<F>[]
}

export type MappedColumn<F extends string> = { column: string; field: F | null }

export type Mapping<F extends string> = {
  /** Whose export it looks like. */
  program: string
  /** In the order of the file; null for what is left out. */
  columns: MappedColumn<F>[]
  /** The index of the column of a field. */
  places: Partial<Record<F, number>>
}

/**
 * Recognises a list by its first row. `asked` are the owner's own words, "Their column=our_field"; `-` as the field
 * leaves a column out.
 * @throws PortalError invalid_input with all problems of `asked`, or with the fields that no column is taken for
 */
export function mapColumns<F extends string>(
  table: SourceTable,
  { sources, fields, needed }: Columns<F>,
  asked: readonly string[] = [],
): Mapping<F> {
  const names = table.columns.map(plainName)
  const source = sources.find(({ marks }) => marks.every((mark) => names.includes(mark)))
  const places: Mapping<F>['places'] = {}
  const found: (F | null)[] = names.map(() => null)
  const own = readAsked(table, fields, asked)
  for (const [place, field] of own) {
    found[place] = field
    if (field) places[field] = place
  }
  for (const [place, name] of names.entries()) {
    const field = source && Object.hasOwn(source.columns, name) ? source.columns[name] : undefined
    if (own.has(place) || !field || places[field] !== undefined) continue
    found[place] = field
    places[field] = place
  }
  const absent = needed.filter((one) => one.every((field) => places[field] === undefined))
  if (absent.length > 0) throw noPlace(absent, table)
  const columns = table.columns.map((column, i) => ({ column, field: found[i] ?? null }))
  return { program: source?.program ?? 'a list', columns, places }
}

/** More of them tell nothing more. */
const mostNamed = 8

function noPlace(absent: readonly (readonly string[])[], { columns }: SourceTable) {
  const wanted = absent.map((one) => one.join(' or ')).join(', nor for ')
  const named = columns.slice(0, mostNamed).map((name) => `"${fitName(name)}"`)
  const more = columns.length > mostNamed ? `, and ${columns.length - mostNamed} more` : ''
  const message = `no column is taken for ${wanted}; it has ${named.join(', ')}${more}`
  const example = `--map "${fitName(columns[0] ?? 'Their column')}=${absent[0]?.[0]}"`
  return invalidInput([{ field: 'file', message }], `Say which one it is, such as ${example}.`)
}

function fitName(name: string): string {
  return name.length > 40 ? `${name.slice(0, 40)}\u2026` : name
}

function readAsked<F extends string>(
  table: SourceTable,
  fields: readonly F[],
  asked: readonly string[],
): Map<number, F | null> {
  const problems: Problem[] = []
  const own = new Map<number, F | null>()
  for (const [i, text] of asked.entries()) {
    const at = text.lastIndexOf('=')
    const [column, word] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()]
    const place = table.columns.findIndex((one) => plainName(one) === plainName(column))
    const field = fields.find((one) => one === word)
    if (at < 1)
      problems.push({ field: `map[${i}]`, message: 'must be written "Their column=our_field"' })
    else if (place < 0) problems.push({ field: `map[${i}]`, message: noColumn(column, table) })
    else if (!field && word !== '-')
      problems.push({ field: `map[${i}]`, message: noField(word, fields) })
    else own.set(place, field ?? null)
  }
  if (problems.length > 0) throw invalidInput(problems)
  return own
}

function noColumn(column: string, { columns }: SourceTable): string {
  const meant = nearest(column, columns)
  return `the file has no column "${column}"${meant ? `; did you mean "${meant}"?` : ''}`
}

function noField(word: string, fields: readonly string[]): string {
  const meant = nearest(word, fields)
  const help = meant ? `did you mean ${meant}?` : `there are: ${fields.join(', ')}`
  return `"${word}" is no field; ${help}`
}
