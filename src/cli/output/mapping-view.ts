import type { Mapping } from '../../domain/imports/mapping.ts'
import type { Paper } from './paper.ts'
import { table } from './table.ts'

/** What a file was taken for, and which of its columns is what. */
export function mappingView({ program, columns }: Mapping<string>, paper: Paper): string {
  const { paint } = paper
  const whose =
    program === 'a list'
      ? 'Read as a list with these columns:'
      : `Looks like an export of ${program}:`
  const rows = table(
    [
      { title: 'Their column', value: ({ column }) => column, least: 12 },
      {
        title: 'Taken for',
        value: ({ field }) => field ?? 'left out',
        paint: (text, { field }) => (field ? text : paint.dim(text)),
      },
    ],
    columns,
    paper,
  )
  return `${whose}\n${rows}\n${paint.dim('Another way: --map "Their column=our_field", or =- to leave it out')}`
}
