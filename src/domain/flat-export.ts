/** The workspace as tables for a spreadsheet: what people look up, not all that the program keeps. */
import { balance } from './balance.ts'
import { type CsvCell, csvText } from './csv.ts'
import type { CivilDate, Customer, Document } from './document.ts'
import { fromMinor } from './money.ts'
import { standing } from './standing.ts'

export type FlatTable = { name: string; columns: string[]; rows: CsvCell[][] }

/** Customers, documents, their items and payments. */
export function flatTables(
  customers: readonly Customer[],
  documents: readonly Document[],
  day: CivilDate,
): FlatTable[] {
  return [
    { name: 'customers', columns: customerColumns, rows: customers.map(customerRow) },
    {
      name: 'documents',
      columns: documentColumns,
      rows: documents.map((one) => documentRow(one, day)),
    },
    { name: 'items', columns: itemColumns, rows: documents.flatMap(itemRows) },
    { name: 'payments', columns: paymentColumns, rows: documents.flatMap(paymentRows) },
  ]
}

/** All of them in one: `record` tells which table a row is of. */
export function oneTable(tables: readonly FlatTable[]): string {
  const columns = [...new Set(tables.flatMap((table) => table.columns))]
  const rows = tables.flatMap((table) =>
    table.rows.map((row) => [
      table.name.replace(/s$/, ''),
      ...columns.map((column) => row[table.columns.indexOf(column)] ?? null),
    ]),
  )
  return csvText(['record', ...columns], rows)
}

const customerColumns =
  'customer_id name email cc phone address country locale tax_id tax_exempt archived_at'.split(' ')

function customerRow(customer: Customer): CsvCell[] {
  const { id, name, email, cc, phone, address, country, locale, tax_id } = customer
  const exempt = customer.tax_exempt ? 'yes' : 'no'
  return [
    ...[id, name, email, cc.join(', '), phone, address.join('\n'), country, locale, tax_id],
    ...[exempt, customer.archived_at],
  ]
}

const documentColumns =
  'number kind state customer_id customer issued_on due_on valid_until_on currency subtotal discount tax total paid refunded balance relates_to estimate_number notes terms'.split(
    ' ',
  )

function documentRow(document: Document, day: CivilDate): CsvCell[] {
  const { number, kind, customer_id, content, totals, relates_to, estimate_number } = document
  const { paid_minor, refunded_minor, balance_due_minor } = balance(document)
  const { issued_on, due_on, valid_until_on, currency, notes, terms } = content
  const { subtotal_minor, discount_minor, tax_minor, total_minor } = totals
  const sums = [subtotal_minor, discount_minor, tax_minor, total_minor]
  return [
    ...[number, kind, standing(document, day).state, customer_id, content.bill_to.name],
    ...[issued_on, due_on, valid_until_on, currency],
    ...[...sums, paid_minor, refunded_minor, balance_due_minor].map((minor) => ({
      number: fromMinor(minor, currency),
    })),
    ...[relates_to, estimate_number, notes, terms],
  ]
}

const itemColumns =
  'number line description quantity unit unit_price taxes currency item_discount amount'.split(' ')

function itemRows({ number, content, totals }: Document): CsvCell[][] {
  const { currency, taxes } = content
  return content.items.map((item, i) => {
    const { discount_minor = 0, amount_minor = 0 } = totals.items[i] ?? {}
    const names = taxes.filter(({ id }) => item.taxes.includes(id))
    return [
      ...[number, i + 1, item.description, { number: item.quantity }, item.unit],
      { number: item.unit_price },
      names.map(({ name, rate }) => `${name} ${rate}%`).join(', '),
      ...[currency, { number: fromMinor(discount_minor, currency) }],
      { number: fromMinor(amount_minor, currency) },
    ]
  })
}

const paymentColumns =
  'number payment_id payment_kind paid_on currency payment_amount method provider reference receipt'.split(
    ' ',
  )

function paymentRows({ number, ledger, receipts }: Document): CsvCell[][] {
  return ledger.map((entry) => [
    ...[number, entry.id, entry.kind, entry.on, entry.currency],
    { number: fromMinor(entry.amount_minor, entry.currency) },
    ...[entry.method, entry.provider, entry.reference],
    receipts.find(({ ledger_id }) => ledger_id === entry.id)?.number ?? null,
  ])
}
