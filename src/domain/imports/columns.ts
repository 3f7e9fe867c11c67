/** What a list of each kind may hold, and whose lists are known. */
import {
  type CustomerField,
  customerFields,
  type InvoiceField,
  type ItemField,
  invoiceFields,
  itemFields,
} from './fields.ts'
import type { Columns, Source } from './mapping.ts'
import type { Program, Shape } from './programs/program.ts'
import { programs } from './programs.ts'

export const customerColumns: Columns<CustomerField> = {
  fields: customerFields,
  numeric: [],
  needed: [['name', 'company', 'first_name', 'last_name', 'email']],
  sources: sourcesOf(({ customers }) => customers),
}

export const invoiceColumns: Columns<InvoiceField> = {
  fields: invoiceFields,
  numeric: [
    'quantity',
    'unit_price',
    'line_amount',
    'discount_percent',
    'tax_rate',
    'tax_amount',
    'tax_amount_2',
    'total',
    'balance',
    'paid_amount',
  ],
  needed: [['number'], ['customer']],
  sources: sourcesOf(({ invoices }) => invoices),
}

export const itemColumns: Columns<ItemField> = {
  fields: itemFields,
  numeric: ['unit_price'],
  needed: [['code', 'name', 'description']],
  sources: sourcesOf(({ items }) => items),
}

function sourcesOf<F extends string>(
  shapes: (program: Program) => readonly Shape<F>[],
): Source<F>[] {
  return Object.entries(programs).flatMap(([name, program]) =>
    shapes(program).map((shape) => ({ program: name, ...shape })),
  )
}
