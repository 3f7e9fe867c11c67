import type { App } from '../app.ts'
import { draftOf } from '../domain/compose.ts'
import { creditableMinor } from '../domain/creditable.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { fromMinor } from '../domain/money.ts'
import { getDocument } from '../store/documents.ts'
import { createDocuments } from './create-documents.ts'

/**
 * Makes a draft credit note over the whole of an invoice; edit it down before it is sent. It is applied
 * to the invoice when it is issued.
 */
export async function creditInvoice(app: App, { number }: { number: string }): Promise<Document> {
  const invoice = await getDocument(app.db.read, number)
  if (invoice.kind !== 'invoice') {
    const hint = 'Credit notes are made for invoices; see: portal invoice list'
    throw new PortalError('wrong_state', `${invoice.number} is not an invoice.`, hint)
  }
  const left = creditableMinor(invoice)
  if (left === null) throw owesAlready(invoice)
  if (left <= 0 && invoice.totals.total_minor > 0) throw creditedAlready(invoice)
  const { issued_on, due_on, valid_until_on, deposit, kind, terms, ...rest } = draftOf(
    invoice.content,
  )
  const [note] = await createDocuments(app, {
    drafts: [
      {
        ...rest,
        kind: 'credit_note',
        customer: invoice.customer_id,
        relates_to: invoice.number,
      },
    ],
  })
  if (!note) throw new Error(`crediting ${number} made no document`)
  return note
}

/** A credit note would owe the customer the same once more. */
function owesAlready({ number, totals, content: { currency } }: Document): PortalError {
  const total = `${fromMinor(totals.total_minor, currency)} ${currency}`
  const hint = `Cancel it instead (portal invoice void ${number}), or invoice the sum: portal invoice create`
  return new PortalError('wrong_state', `${number} comes to ${total}: nothing to credit.`, hint)
}

function creditedAlready({ number }: Document): PortalError {
  const hint = `See its credit notes: portal payment list ${number}`
  return new PortalError('wrong_state', `${number} is credited in full.`, hint)
}
