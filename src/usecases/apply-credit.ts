import { type App, today } from '../app.ts'
import { isCountable } from '../domain/countable.ts'
import { creditableMinor } from '../domain/creditable.ts'
import { later } from '../domain/dates.ts'
import type { CivilDate, Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { type EventType, ownerEvent } from '../domain/event.ts'
import { fromMinor } from '../domain/money.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { insertLedgerEntry } from '../store/ledger.ts'

/** An issued credit note reduces what its invoice asks for, by one ledger entry. */
export async function applyCredit(app: App, trx: Trx, note: Document): Promise<void> {
  if (note.relates_to !== null) checkCreditable(note, await getDocument(trx, note.relates_to))
  const on = note.content.issued_on
  return bookCredit(app, trx, note, { sign: 1, id: note.id, on, event: 'credited' })
}

/** A voided credit note gives its invoice the amount back, by a second entry of the day on which it became void. */
export function withdrawCredit(app: App, trx: Trx, note: Document): Promise<void> {
  const on = later(note.content.issued_on, today(app))
  const id = `${note.id}:void`
  return bookCredit(app, trx, note, { sign: -1, id, on, event: 'credit_withdrawn' })
}

/** The invoice may have changed since the credit note was drafted. */
function checkCreditable({ number, content, totals }: Document, invoice: Document): void {
  const { currency } = invoice.content
  if (invoice.state === 'void') {
    const message = `${number} is for ${invoice.number}, which is void: there is nothing to credit.`
    const hint = `Delete the draft with: portal invoice delete ${number}`
    throw new PortalError('wrong_state', message, hint)
  }
  if (currency !== content.currency) {
    const message = `${number} is in ${content.currency}, but ${invoice.number} is in ${currency}.`
    const hint = `Make a new one with: portal invoice credit ${invoice.number}`
    throw new PortalError('wrong_state', message, hint)
  }
  const left = creditableMinor(invoice)
  if (left === null || Math.abs(totals.total_minor) <= left) return
  throw tooMuch(number, invoice, left)
}

/** More than was invoiced is never taken back: with a second note for the same it would be. */
function tooMuch(number: string, invoice: Document, left: number): PortalError {
  const { currency } = invoice.content
  const message = `Only ${fromMinor(left, currency)} ${currency} of ${invoice.number} is left to credit.`
  const hint =
    left > 0
      ? `Change the draft first: portal invoice edit ${number}`
      : `Delete the draft: portal invoice delete ${number}`
  return new PortalError('wrong_state', message, hint)
}

function tooLarge({ number }: Document, invoice: Document): PortalError {
  const message = `With ${number}, what was booked on ${invoice.number} is too large to be counted exactly.`
  const hint = `See what was booked: portal payment list ${invoice.number}`
  return new PortalError('wrong_state', message, hint)
}

async function bookCredit(
  app: App,
  trx: Trx,
  note: Document,
  { sign, id, on, event }: { sign: 1 | -1; id: string; on: CivilDate; event: EventType },
): Promise<void> {
  const amount_minor = sign * Math.abs(note.totals.total_minor)
  if (note.relates_to === null || amount_minor === 0) return
  const invoice = await getDocument(trx, note.relates_to)
  if (sign > 0 && !isCountable(invoice, amount_minor)) throw tooLarge(note, invoice)
  const at = app.clock.now().toISOString()
  await insertLedgerEntry(trx, {
    id: app.ids.next('led'),
    document_id: invoice.id,
    kind: 'credit',
    amount_minor,
    currency: note.content.currency,
    provider: 'manual',
    method: 'credit_note',
    provider_payment_id: id,
    reference: note.number,
    on,
    at,
  })
  const data = { credit_note: note.number, amount_minor }
  await appendEvents(trx, [ownerEvent(invoice.id, event, at, data)])
}
