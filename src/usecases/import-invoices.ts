import type { App } from '../app.ts'
import { today } from '../app.ts'
import { contentHash } from '../domain/canonical.ts'
import { composeContent } from '../domain/compose.ts'
import type { CivilDate, Content, Customer, Totals } from '../domain/document.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import { type NewEvent, ownerEvent } from '../domain/event.ts'
import { chainEvent, emptyHead } from '../domain/event-chain.ts'
import type { ListedInvoice, ListedPayment } from '../domain/imports/invoices.ts'
import { fromMinor, toMinor } from '../domain/money.ts'
import { checkNumber, periodOf } from '../domain/numbering.ts'
import type { Trx } from '../store/db.ts'
import { insertCustomers, insertRows, listCustomers, listTakenNumbers } from '../store/imports.ts'
import { numberKey } from '../store/number-key.ts'
import { nextNumber } from '../store/numbers.ts'
import type { WholeRow } from '../store/whole-tables.ts'
import { billTo } from './create-documents.ts'
import type { Progress } from './export-workspace.ts'
import { customerBook } from './import-customers.ts'

export type ImportedInvoices = {
  imported: number
  customers: number
  payments: number
  /** Of what was imported, by currency, in minor units. */
  totals: { currency: string; total_minor: number; paid_minor: number }[]
  dry_run: boolean
}

/**
 * Enters many invoices with what was paid for them, all or none. They are not mailed and have no links; customers who
 * are not there yet are entered with them. No receipts are made: that was done elsewhere.
 * @throws PortalError invalid_input with the problems of all of them
 */
export async function importInvoices(
  app: App,
  input: {
    invoices: readonly ListedInvoice[]
    problems?: readonly Problem[]
    dry_run?: boolean
    on_progress?: Progress
  },
): Promise<ImportedInvoices> {
  const { invoices, dry_run = false, on_progress = () => {} } = input
  const problems = [...(input.problems ?? [])]
  return app.db
    .write(async (trx) => {
      const numbers = await checkNumbers(trx, invoices, problems)
      const book = await customerBook(app, trx)
      const people = new Map((await listCustomers(trx)).map((one) => [one.id, one]))
      const rows: Rows = { numbers: [], documents: [], versions: [], ledger: [], events: [] }
      const day = today(app)
      const sums = new Map<string, ImportedInvoices['totals'][number]>()
      for (const [i, listed] of invoices.entries()) {
        const composed = compose(app, listed, { book, people, day }, problems)
        /* After the first problem nothing is written, but the rest is still looked at. */
        if (composed && problems.length === 0) {
          await addRows(app, trx, { listed, composed, numbers, rows })
          addSum(sums, composed)
        }
        on_progress(i + 1, invoices.length)
      }
      if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
      if (dry_run) throw new DryRun(resultOf(rows, book.added.length, sums, true))
      await insertCustomers(trx, book.added)
      await insertRows(trx, rows)
      return resultOf(rows, book.added.length, sums, false)
    })
    .catch((error: unknown) => {
      if (error instanceof DryRun) return error.result
      throw error
    })
}

/** Ends the transaction of a dry run: not even a number is used up. */
class DryRun extends Error {
  readonly result: ImportedInvoices

  constructor(result: ImportedInvoices) {
    super('dry run')
    this.result = result
  }
}

type Rows = Record<'numbers' | 'documents' | 'versions' | 'ledger' | 'events', WholeRow[]>
type Paid = { amount_minor: number; method: string; on: string; reference: string }
type Composed = { customer: Customer; content: Content; totals: Totals; paid: Paid[] }
type Book = Awaited<ReturnType<typeof customerBook>>

async function checkNumbers(
  trx: Trx,
  invoices: readonly ListedInvoice[],
  problems: Problem[],
): Promise<Set<string>> {
  const numbers = invoices.flatMap(({ draft }) => draft.number ?? [])
  const taken = new Set(await listTakenNumbers(trx, numbers))
  const seen = new Set<string>()
  for (const { place, draft } of invoices) {
    const { number } = draft
    if (number === undefined) continue
    const wrong =
      checkNumber(number) ??
      (taken.has(number) ? `${number} was given before` : undefined) ??
      (seen.has(number) ? `${number} is there twice` : undefined)
    seen.add(number)
    if (wrong) problems.push({ field: `${place}, number`, message: wrong })
  }
  return seen
}

function compose(
  app: App,
  listed: ListedInvoice,
  { book, people, day }: { book: Book; people: Map<string, Customer>; day: CivilDate },
  problems: Problem[],
): Composed | undefined {
  const { place, draft } = listed
  const id = customerIdOf(listed, book, people, problems)
  const customer = id === undefined ? undefined : (people.get(id) ?? book.byId(id))
  try {
    const { content, totals } = composeContent(
      { ...draft, online_pay: draft.online_pay ?? true },
      {
        today: day,
        bill_to: customer ? billTo(customer) : nobody,
        tax_exempt: false,
        locale: customer?.locale ?? app.config.business.locale,
        config: app.config,
      },
    )
    const paid = paymentsOf(listed, content, totals, problems)
    checkTotal(listed, content, totals, problems)
    if (paid.length > 0 && listed.state !== 'sent') {
      const message = `is ${listed.state}, so nothing can have been paid for it`
      problems.push({ field: `${place}, payments`, message })
    }
    return customer && { customer, content, totals, paid }
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'invalid_input') throw error
    for (const { field, message } of error.details) {
      problems.push({ field: `${place}, ${field}`, message })
    }
    return undefined
  }
}

const nobody = { name: '', email: '', phone: '', address: [], country: '', tax_id: '' }

/** A text is a customer who is there; a mapping may be new. */
function customerIdOf(
  { customer, place }: ListedInvoice,
  book: Book,
  people: Map<string, Customer>,
  problems: Problem[],
): string | undefined {
  if (typeof customer !== 'string') return book.enter(customer, `${place}, customer`, problems)
  const known =
    people.get(customer)?.id ?? book.find({ email: customer }) ?? book.find({ name: customer })
  if (known === undefined) {
    problems.push({ field: `${place}, customer`, message: `there is no customer "${customer}"` })
  }
  return known
}

function paymentsOf(
  { place, payments, left }: ListedInvoice,
  { currency, issued_on }: Content,
  { total_minor }: Totals,
  problems: Problem[],
): Paid[] {
  const paid = payments.map((payment) => {
    const amount_minor = toMinor(payment.amount, currency) ?? 0
    if (amount_minor <= 0) {
      const message = `"${payment.amount}" is not an amount of ${currency} above zero`
      problems.push({ field: `${place}, payments`, message })
    }
    return entry(payment, amount_minor, issued_on)
  })
  if (!left) return paid
  const balance = toMinor(left.balance, currency)
  if (balance === undefined || balance > total_minor) {
    const message = `"${left.balance}" is more than the invoice comes to, or no amount of ${currency}`
    problems.push({ field: `${place}, balance`, message })
    return paid
  }
  return total_minor > balance ? [entry(left, total_minor - balance, issued_on)] : paid
}

function entry(
  payment: Omit<ListedPayment, 'amount'>,
  amount_minor: number,
  issued_on: string,
): Paid {
  const { method, reference = '', on = issued_on } = payment
  return { amount_minor, method, reference, on }
}

function checkTotal(
  { place, total }: ListedInvoice,
  { currency }: Content,
  { total_minor }: Totals,
  problems: Problem[],
): void {
  if (total === undefined || toMinor(total, currency) === total_minor) return
  const message = `comes to ${fromMinor(total_minor, currency)} here, but the file says ${total}`
  problems.push({ field: `${place}, total`, message })
}

type Addition = { listed: ListedInvoice; composed: Composed; numbers: Set<string>; rows: Rows }

async function addRows(
  app: App,
  trx: Trx,
  { listed: { draft, state }, composed, numbers, rows }: Addition,
): Promise<void> {
  const { customer, content, totals, paid } = composed
  const id = app.ids.next('doc')
  const at = app.clock.now().toISOString()
  const number = draft.number ?? (await nextInvoiceNumber(app, trx, content.issued_on, numbers))
  const published_at = state === 'draft' ? null : at
  rows.numbers.push({ number, kind: 'invoice', document_id: id, given_at: at })
  const content_hash = contentHash(content)
  rows.versions.push({
    document_id: id,
    version: 1,
    content,
    content_hash,
    totals,
    created_at: at,
    published_at,
  })
  const events = [
    ownerEvent(id, 'imported', at, {
      number,
      total_minor: totals.total_minor,
      currency: content.currency,
    }),
  ]
  for (const payment of paid) {
    const pay = app.ids.next('pay')
    rows.ledger.push({
      ...{
        id: pay,
        document_id: id,
        checkout_id: null,
        kind: 'payment',
        currency: content.currency,
      },
      ...{ ...payment, provider: 'manual', provider_payment_id: pay, fee_minor: null, at },
    })
    const { amount_minor, method, reference } = payment
    events.push(
      ownerEvent(id, 'payment_recorded', at, { entry: pay, amount_minor, method, reference }),
    )
  }
  rows.documents.push({
    ...{
      id,
      kind: 'invoice',
      number,
      number_key: numberKey(number),
      customer_id: customer.id,
      state,
    },
    ...{
      version: 1,
      draft_version: null,
      currency: content.currency,
      issued_on: content.issued_on,
    },
    ...{
      ends_on: content.due_on,
      customer_name: content.bill_to.name,
      total_minor: totals.total_minor,
    },
    ...{ deposit_minor: null, generation: 1, created_at: at, updated_at: at },
    sent_at: published_at,
    voided_at: state === 'void' ? at : null,
    ...chain(events, rows),
  })
}

/** Links the events and gives what their document remembers of them. */
function chain(events: NewEvent[], rows: Rows): { events_count: number; events_head: string } {
  let head = emptyHead
  for (const event of events) {
    const link = chainEvent(event, head)
    rows.events.push({ ...event, ...link })
    head = link.hash
  }
  return { events_count: events.length, events_head: head }
}

/** Those that the list itself gives are not given here. */
async function nextInvoiceNumber(
  app: App,
  trx: Trx,
  issued_on: string,
  numbers: Set<string>,
): Promise<string> {
  const { numbering } = app.config
  const period = periodOf(numbering.reset, issued_on)
  for (;;) {
    const number = await nextNumber(trx, 'invoice', numbering.invoice, period, issued_on)
    if (!numbers.has(number)) return number
  }
}

function addSum(sums: Map<string, ImportedInvoices['totals'][number]>, composed: Composed): void {
  const { content, totals, paid } = composed
  const { currency } = content
  const sum = sums.get(currency) ?? { currency, total_minor: 0, paid_minor: 0 }
  sum.total_minor += totals.total_minor
  for (const { amount_minor } of paid) sum.paid_minor += amount_minor
  sums.set(currency, sum)
}

function resultOf(
  rows: Rows,
  customers: number,
  sums: Map<string, ImportedInvoices['totals'][number]>,
  dry_run: boolean,
): ImportedInvoices {
  const [imported, payments] = [rows.documents.length, rows.ledger.length]
  return { imported, customers, payments, totals: [...sums.values()], dry_run }
}
