import type { Problem } from '../../domain/errors.ts'
import { invoiceColumns } from '../../domain/imports/columns.ts'
import {
  invoicesOfRows,
  type ListedInvoice,
  type ListRules,
} from '../../domain/imports/invoices.ts'
import { type Mapping, mapColumns } from '../../domain/imports/mapping.ts'
import { mappedRows } from '../../domain/imports/rows.ts'
import { invoicesOfBookings } from '../../domain/imports/wave-accounting.ts'
import type { Context } from '../context.ts'
import { importFields } from './document-fields.ts'
import { readInput } from './read-input.ts'
import { isTableFile, readTable } from './read-table.ts'

export type InvoiceList = { invoices: ListedInvoice[]; mapping?: Mapping<string> }

/** Reads invoices from a list of another program, or from an input file. @throws PortalError invalid_input */
export async function readInvoices(
  context: Context,
  {
    file,
    map,
    rules,
    problems,
  }: {
    file: string
    map: string[]
    rules: ListRules
    problems: Problem[]
  },
): Promise<InvoiceList> {
  if (!isTableFile(file)) return { invoices: await fromFile(context, file, problems) }
  const table = invoicesOfBookings(await readTable(context, file))
  const mapping = mapColumns(table, invoiceColumns, map)
  const rows = mappedRows(table, mapping, problems, invoiceColumns.numeric)
  return { invoices: invoicesOfRows(rows, rules), mapping }
}

async function fromFile(
  context: Context,
  file: string,
  problems: Problem[],
): Promise<ListedInvoice[]> {
  const read = await readInput(context, file)
  const list = Array.isArray(read) ? read : [read]
  return list.flatMap((one, i): ListedInvoice[] => {
    const place = `[${i}]`
    const report = (field: string, message: string) => problems.push({ field, message })
    const {
      payments = [],
      customer = '',
      kind = 'invoice',
      relates_to,
      ...draft
    } = importFields(one, place, report) ?? {}
    if (kind !== 'invoice') report(`${place}.kind`, `must be invoice, not ${kind}`)
    if (relates_to) report(`${place}.relates_to`, 'is for credit notes')
    const whole = {
      ...draft,
      kind: 'invoice' as const,
      items: (draft.items ?? []).map((item) => ({ description: '', unit_price: '', ...item })),
    }
    return [{ place, draft: whole, customer, state: 'sent', payments }]
  })
}
