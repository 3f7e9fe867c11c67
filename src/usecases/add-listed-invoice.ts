import type { App } from '../app.ts'
import { contentHash } from '../domain/canonical.ts'
import { type NewEvent, ownerEvent } from '../domain/event.ts'
import { chainEvent, emptyHead } from '../domain/event-chain.ts'
import type { ListedInvoice } from '../domain/imports/invoices.ts'
import { periodOf } from '../domain/numbering.ts'
import type { Trx } from '../store/db.ts'
import { numberKey } from '../store/number-key.ts'
import { nextNumber } from '../store/numbers.ts'
import type { WholeRow } from '../store/whole-tables.ts'
import type { ComposedInvoice } from './compose-listed-invoice.ts'
import type { Paid } from './listed-payments.ts'

/** What a list of invoices adds to each table. */
export type ListedRows = Record<
  'numbers' | 'documents' | 'versions' | 'ledger' | 'events',
  WholeRow[]
>

type Addition = {
  listed: ListedInvoice
  composed: ComposedInvoice
  /** Those that the list itself gives. */
  numbers: ReadonlySet<string>
  rows: ListedRows
}

/** Adds the rows of one invoice of a list: with the number that it had, else with the next one. */
export async function addListedInvoice(
  app: App,
  trx: Trx,
  { listed: { draft, state }, composed, numbers, rows }: Addition,
): Promise<void> {
  const { content, totals, paid } = composed
  const document_id = app.ids.next('doc')
  const at = app.clock.now().toISOString()
  const number = draft.number ?? (await nextInvoiceNumber(app, trx, content.issued_on, numbers))
  const published_at = state === 'draft' ? null : at
  const content_hash = contentHash(content)
  const version = { document_id, version: 1, content, content_hash, totals }
  rows.numbers.push({ number, kind: 'invoice', document_id, given_at: at })
  rows.versions.push({ ...version, created_at: at, published_at })
  const { total_minor } = totals
  const data = { number, total_minor, currency: content.currency }
  const events = [ownerEvent(document_id, 'imported', at, data)]
  for (const one of paid) events.push(addPayment(app, rows, one, { document_id, content, at }))
  rows.documents.push({
    ...documentRow(composed, { id: document_id, number, at }),
    state,
    sent_at: published_at,
    voided_at: state === 'void' ? at : null,
    ...chain(events, rows),
  })
}

/** Those that the list itself gives are not given here. */
async function nextInvoiceNumber(
  app: App,
  trx: Trx,
  issued_on: string,
  numbers: ReadonlySet<string>,
): Promise<string> {
  const { numbering } = app.config
  const period = periodOf(numbering.reset, issued_on)
  for (;;) {
    const number = await nextNumber(trx, 'invoice', numbering.invoice, period, issued_on)
    if (!numbers.has(number)) return number
  }
}

/** Books a payment, and gives the line that tells of it. */
function addPayment(
  app: App,
  rows: ListedRows,
  paid: Paid,
  {
    document_id,
    content,
    at,
  }: { document_id: string; at: string } & Pick<ComposedInvoice, 'content'>,
): NewEvent {
  const id = app.ids.next('pay')
  rows.ledger.push({
    id,
    document_id,
    checkout_id: null,
    kind: 'payment',
    currency: content.currency,
    ...paid,
    provider: 'manual',
    provider_payment_id: id,
    fee_minor: null,
    at,
  })
  const { amount_minor, method, reference } = paid
  const data = { entry: id, amount_minor, method, reference }
  return ownerEvent(document_id, 'payment_recorded', at, data)
}

function documentRow(
  { customer, content, totals }: ComposedInvoice,
  { id, number, at }: { id: string; number: string; at: string },
): WholeRow {
  return {
    id,
    kind: 'invoice',
    number,
    number_key: numberKey(number),
    customer_id: customer.id,
    version: 1,
    draft_version: null,
    currency: content.currency,
    issued_on: content.issued_on,
    ends_on: content.due_on,
    customer_name: content.bill_to.name,
    total_minor: totals.total_minor,
    deposit_minor: null,
    generation: 1,
    created_at: at,
    updated_at: at,
  }
}

/** Links the events and gives what their document remembers of them. */
function chain(
  events: NewEvent[],
  rows: ListedRows,
): { events_count: number; events_head: string } {
  let head = emptyHead
  for (const event of events) {
    const link = chainEvent(event, head)
    rows.events.push({ ...event, ...link })
    head = link.hash
  }
  return { events_count: events.length, events_head: head }
}
