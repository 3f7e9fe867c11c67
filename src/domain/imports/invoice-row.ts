/** What one field of a row says, in our form; what is none of it is noted. */
import type { CivilDate } from '../document.ts'
import type { InvoiceField } from './fields.ts'
import type { MappedRow } from './rows.ts'
import { type DateOrder, readDate } from './values.ts'

export type InvoiceRow = MappedRow<InvoiceField>

/** Undefined for an empty text, and for one that is no date. */
export function dateOf(
  row: InvoiceRow,
  field: InvoiceField,
  text: string,
  order: DateOrder,
): CivilDate | undefined {
  if (text === '') return undefined
  const date = readDate(text, order)
  if (!date) row.report(field, `"${text}" is no date${whyNoDate(text, order)}`)
  return date
}

function whyNoDate(text: string, order: DateOrder): string {
  const isOther = readDate(text, order === 'mdy' ? 'dmy' : 'mdy') !== undefined
  if (!isOther) return '; write it as 2025-01-15'
  return ` where the ${order === 'mdy' ? 'month' : 'day'} comes first, as in the other dates`
}

/** Undefined for an empty text, and for one that is no number. */
export function numberOf(row: InvoiceRow, field: InvoiceField, text: string): string | undefined {
  if (text === '') return undefined
  const number = row.number(text)
  if (number === undefined) row.report(field, `"${text}" is no number`)
  return number
}

/** Whether a number is there and not zero. */
export function isSome(number: string | undefined): number is string {
  return number !== undefined && number !== '0'
}
