import type { App } from '../app.ts'
import { composeContent } from '../domain/compose.ts'
import type { Content, Customer, Totals } from '../domain/document.ts'
import type { Problem } from '../domain/errors.ts'
import type { ListedInvoice } from '../domain/imports/invoices.ts'
import { fromMinor, toMinor } from '../domain/money.ts'
import { noteProblems } from './collect-problems.ts'
import { defaultsFor } from './defaults-for.ts'
import type { customerBook } from './import-customers.ts'
import { listedPayments, type Paid } from './listed-payments.ts'

/** An invoice of a list as it is to be written. */
export type ComposedInvoice = { customer: Customer; content: Content; totals: Totals; paid: Paid[] }

type Book = Awaited<ReturnType<typeof customerBook>>

/**
 * Makes what an invoice of a list says, for its customer, who may be new, and with what was paid. What is wrong is
 * noted; undefined where nothing can come of it.
 */
export function composeListedInvoice(
  app: App,
  listed: ListedInvoice,
  { book, people }: { book: Book; people: Map<string, Customer> },
  problems: Problem[],
): ComposedInvoice | undefined {
  const { place, draft } = listed
  const id = customerIdOf(listed, book, people, problems)
  const customer = id === undefined ? undefined : (people.get(id) ?? book.byId(id))
  try {
    const { content, totals } = composeContent(
      { ...draft, online_pay: draft.online_pay ?? true },
      /* As it was invoiced elsewhere, whatever the customer is taxed here. */
      { ...defaultsFor(app, customer), tax_exempt: false },
    )
    const paid = listedPayments(listed, content, totals, problems)
    checkTotal(listed, content, totals, problems)
    if (paid.length > 0 && listed.state !== 'sent') {
      const message = `is ${listed.state}, so nothing can have been paid for it`
      problems.push({ field: `${place}, payments`, message })
    }
    return customer && { customer, content, totals, paid }
  } catch (error) {
    noteProblems(problems, error, (field) => `${place}, ${field}`)
    return undefined
  }
}

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

function checkTotal(
  { place, total }: ListedInvoice,
  { currency }: Content,
  { total_minor }: Totals,
  problems: Problem[],
): void {
  if (total === undefined || toMinor(total, currency) === total_minor) return
  const message = `comes to ${fromMinor(total_minor, currency)} here, but the file says ${total}; leave that column out with --map to take the lines as they are`
  problems.push({ field: `${place}, total`, message })
}
