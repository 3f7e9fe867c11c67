/**
 * Wave's export of all bookings ("accounting.csv"): an invoice is a booking to an income account for each line, one
 * to the receivables over all of it, and one the other way round for each payment.
 */
import { commonUnits, type Decimal, decimalText, parseDecimal } from '../decimal.ts'
import { readNumber } from './numbers.ts'
import { plainName, type SourceTable } from './source-table.ts'

const names = {
  number: 'invoicenumber',
  customer: 'customer',
  on: 'transactiondate',
  says: 'transactionlinedescription',
  amount: 'amountonecolumn',
  net: 'amountbeforesalestax',
  tax: 'salestaxname',
  tax_amount: 'salestaxamount',
  group: 'accountgroup',
  type: 'accounttype',
} as const

/** Its invoices, a row for each line, with what is left of each; any other table as it is. */
export function invoicesOfBookings(table: SourceTable): SourceTable {
  const places = table.columns.map(plainName)
  const place = (name: keyof typeof names) => places.indexOf(names[name])
  if ((Object.keys(names) as (keyof typeof names)[]).some((name) => place(name) < 0)) return table
  const cell = ({ cells }: Row, name: keyof typeof names) => (cells[place(name)] ?? '').trim()
  const booked = table.rows.filter((row) => cell(row, 'number') !== '')
  const left = new Map<string, Decimal>()
  const paid = new Map<string, string>()
  for (const row of booked.filter((one) => cell(one, 'type') === 'System Receivable Invoice')) {
    const [number, on] = [cell(row, 'number'), cell(row, 'on')]
    const amount = parseDecimal(readNumber(cell(row, 'amount')) ?? '') ?? zero
    left.set(number, plus(left.get(number) ?? zero, amount))
    if (amount.units < 0n) paid.set(number, on)
  }
  const rows = booked.filter((row) => cell(row, 'group') === 'Income')
  return {
    columns: [...kept.map((name) => table.columns[place(name)] ?? ''), 'Balance', 'Last Payment'],
    rows: rows.map((row) => {
      const number = cell(row, 'number')
      const told = kept.map((name) => (name === 'says' ? saysOf(row, cell) : cell(row, name)))
      const balance = left.get(number)
      const cells = [...told, balance ? decimalText(balance) : '', paid.get(number) ?? '']
      return { line: row.line, cells }
    }),
  }
}

type Row = SourceTable['rows'][number]

const kept = ['number', 'customer', 'on', 'says', 'net', 'tax', 'tax_amount'] as const

const zero: Decimal = { units: 0n, scale: 0 }

function plus(a: Decimal, b: Decimal): Decimal {
  const { units, scale } = commonUnits([a, b])
  return { units: units.reduce((sum, one) => sum + one, 0n), scale }
}

/** "John Smith - 12 - Painting" is about painting. */
function saysOf(row: Row, cell: (row: Row, name: keyof typeof names) => string): string {
  const says = cell(row, 'says')
  const before = `${cell(row, 'customer')} - ${cell(row, 'number')} - `
  return says.startsWith(before) ? says.slice(before.length) : says
}
