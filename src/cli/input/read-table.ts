import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalidInput } from '../../domain/errors.ts'
import { whyUnreadable } from '../../domain/file-fault.ts'
import { tableOfRows } from '../../domain/imports/report-frame.ts'
import type { SourceTable } from '../../domain/imports/source-table.ts'
import type { Context } from '../context.ts'
import { decodeText, decodeWestern, kindOfBytes } from './decode-text.ts'

/** Some 200,000 rows; keeps a wrong file from filling the memory. */
const maxBytes = 64 * 1024 * 1024

/** Whether a file holds a list of columns, by its name. */
export function isTableFile(path: string): boolean {
  return !/\.(?:json|ya?ml)$/i.test(path)
}

/**
 * Reads a CSV file: comma, semicolon or tab, with or without a mark of byte order.
 * @throws PortalError invalid_input
 */
export async function readTable(context: Context, path: string): Promise<SourceTable> {
  const bytes = await readFile(resolve(context.around.cwd, path)).catch((error) => {
    throw refuse(whyUnreadable(error, path))
  })
  if (bytes.length > maxBytes) throw refuse('is too large')
  /* Programs end lines in three ways, and lists that were put together in several. */
  const lines = decode(bytes, context.remark).replaceAll(/\r\n?/g, '\n')
  const { text, delimiter } = withoutHint(lines)
  const rows = await parseRows(text, delimiter)
  const table = tableOfRows(rows)
  if (!table) throw refuse('has no rows below the names of its columns')
  return delimiter === ';' ? { ...table, decimal: ',' } : table
}

function decode(bytes: Buffer, remark: Context['remark']): string {
  const text = decodeText(bytes)
  if (text !== undefined) return text
  const kind = kindOfBytes(bytes)
  if (kind) throw refuse(`is ${kind}, not CSV; save it as CSV in UTF-8`)
  const western = decodeWestern(bytes)
  if (western === undefined) throw refuse(unknownEncoding)
  remark(
    'The file is not UTF-8: read as Windows-1252 (Western European). See whether names are right.',
  )
  return western
}

const unknownEncoding =
  'is neither UTF-8, UTF-16 with its mark, nor Windows-1252 text; save it as CSV in UTF-8'

/** Spreadsheets name the delimiter in a line of its own, which is none of the list: "sep=;". */
function withoutHint(text: string): { text: string; delimiter: string } {
  const [hint, delimiter] = /^"?sep=([,;\t])"?\n/i.exec(text) ?? []
  /* A blank line keeps the numbers of lines what they are. */
  if (hint && delimiter) return { text: `\n${text.slice(hint.length)}`, delimiter }
  return { text, delimiter: delimiterOf(text) }
}

/** Reports have their names above the columns. */
const firstLines = 8

function delimiterOf(text: string): string {
  const head = text.split('\n', firstLines).join('\n')
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

async function parseRows(text: string, delimiter: string): Promise<SourceTable['rows']> {
  const { CsvError, parse } = await import('csv-parse/sync')
  let lines = 0
  try {
    const rows = parse(text, {
      delimiter,
      info: true,
      record_delimiter: '\n',
      on_record: (record, info) => {
        lines = info.lines
        return record
      },
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    return rows.map(({ record, info }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (error instanceof CsvError) throw refuse(whyNoCsv(error.code, lines))
    throw error
  }
}

/** @param lines how far it could be read */
function whyNoCsv(code: string, lines: number): string {
  const where = `is not CSV from line ${lines + 1} on`
  if (code === 'CSV_QUOTE_NOT_CLOSED')
    return `${where}: a cell begins with " and does not end with it`
  if (code.endsWith('_QUOTE'))
    return `${where}: a cell with " in it stands between ", and each " in it twice, as in "6"" pipe"`
  return `${where} (${code})`
}

function refuse(message: string) {
  return invalidInput([{ field: 'file', message }], 'Nothing was written.')
}
