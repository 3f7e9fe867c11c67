import type { App } from '../app.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import type { ListedInvoice } from '../domain/imports/invoices.ts'
import { addMinor } from '../domain/sum-minor.ts'
import type { Trx } from '../store/db.ts'
import { insertCustomers, insertRows, listCustomers } from '../store/imports.ts'
import { addListedInvoice, type ListedRows } from './add-listed-invoice.ts'
import { checkListedNumbers } from './check-listed-numbers.ts'
import { type ComposedInvoice, composeListedInvoice } from './compose-listed-invoice.ts'
import type { Progress } from './export-workspace.ts'
import { customerBook } from './import-customers.ts'
import { tryOut } from './try-out.ts'

export type ImportedInvoices = {
  imported: number
  customers: number
  payments: number
  /** Of what was imported, by currency, in minor units. */
  totals: CurrencySum[]
  dry_run: boolean
}

type CurrencySum = { currency: string; total_minor: number; paid_minor: number }

type Input = {
  invoices: readonly ListedInvoice[]
  problems?: readonly Problem[]
  dry_run?: boolean
  on_progress?: Progress
}

/**
 * Enters many invoices with what was paid for them, all or none. They are not mailed and have no links; customers who
 * are not there yet are entered with them. No receipts are made: that was done elsewhere.
 * @throws PortalError invalid_input with the problems of all of them
 */
export async function importInvoices(app: App, input: Input): Promise<ImportedInvoices> {
  const work = (trx: Trx) => importWithin(app, trx, input)
  return input.dry_run ? tryOut(app, work) : app.db.write(work)
}

async function importWithin(
  app: App,
  trx: Trx,
  { invoices, problems: before = [], dry_run = false, on_progress = () => {} }: Input,
): Promise<ImportedInvoices> {
  const problems = [...before]
  const numbers = await checkListedNumbers(trx, invoices, problems)
  const book = await customerBook(app, trx)
  const people = new Map((await listCustomers(trx)).map((one) => [one.id, one]))
  const rows: ListedRows = { numbers: [], documents: [], versions: [], ledger: [], events: [] }
  const sums = new Map<string, CurrencySum>()
  for (const [i, listed] of invoices.entries()) {
    const composed = composeListedInvoice(app, listed, { book, people }, problems)
    /* After the first problem nothing is written, but the rest is still looked at. */
    if (composed && problems.length === 0) {
      await addListedInvoice(app, trx, { listed, composed, numbers, rows })
      addSum(sums, composed)
    }
    on_progress(i + 1, invoices.length)
  }
  if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
  const result = resultOf(rows, book.added.length, sums, dry_run)
  if (dry_run) return result
  await insertCustomers(trx, book.added)
  await insertRows(trx, rows)
  return result
}

function addSum(sums: Map<string, CurrencySum>, composed: ComposedInvoice): void {
  const { content, totals, paid } = composed
  const { currency } = content
  const sum = sums.get(currency) ?? { currency, total_minor: 0, paid_minor: 0 }
  sum.total_minor = addMinor(sum.total_minor, totals.total_minor)
  for (const { amount_minor } of paid) sum.paid_minor = addMinor(sum.paid_minor, amount_minor)
  sums.set(currency, sum)
}

function resultOf(
  rows: ListedRows,
  customers: number,
  sums: Map<string, CurrencySum>,
  dry_run: boolean,
): ImportedInvoices {
  const [imported, payments] = [rows.documents.length, rows.ledger.length]
  return { imported, customers, payments, totals: [...sums.values()], dry_run }
}
