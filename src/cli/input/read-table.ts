import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { invalidInput } from '../../domain/errors.ts'
import { whyUnreadable } from '../../domain/file-fault.ts'
import { tableOfRows } from '../../domain/imports/report-frame.ts'
import type { SourceTable } from '../../domain/imports/source-table.ts'
import type { Context } from '../context.ts'

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
export async function readTable({ around }: Context, path: string): Promise<SourceTable> {
  const bytes = await readFile(resolve(around.cwd, path)).catch((error) => {
    throw refuse(whyUnreadable(error, path))
  })
  if (bytes.length > maxBytes) throw refuse('is too large')
  const text = decode(bytes)
  const { parse } = await import('csv-parse/sync')
  try {
    const rows = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as { record: string[]; info: { lines: number } }[]
    const table = tableOfRows(rows.map(({ record, info }) => ({ line: info.lines, cells: record })))
    if (!table) throw refuse('has no rows below the names of its columns')
    return table
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_')) {
      throw refuse(`is not CSV: ${error.message}`)
    }
    throw error
  }
}

/** Older spreadsheets write one byte a character. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    if (bytes.includes(0)) throw refuse('is not text')
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** Reports have their names above the columns. */
const firstLines = 8

function delimiterOf(text: string): string {
  const head = text.split('\n', firstLines).join('\n')
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}

function refuse(message: string) {
  return invalidInput([{ field: 'file', message }], 'Nothing was written.')
}
