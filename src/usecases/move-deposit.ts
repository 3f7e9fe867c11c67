import type { App } from '../app.ts'
import { today } from '../app.ts'
import { depositToMove } from '../domain/deposit.ts'
import type { Document, LedgerKind } from '../domain/document.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { insertLedgerEntry } from '../store/ledger.ts'

/**
 * Brings what was received for an invoiced estimate to its invoice by two entries, or takes back what was
 * given back since; also for a deposit that comes late.
 * @returns the invoice as it then is; undefined where all is in its place
 */
export async function moveDeposit(
  app: App,
  trx: Trx,
  estimate: Document,
): Promise<{ invoice: Document; isBack: boolean } | undefined> {
  const amount = depositToMove(estimate)
  if (amount === 0 || estimate.invoice_number === null) return undefined
  const isBack = amount < 0
  const minor = Math.abs(amount)
  const invoice = await getDocument(trx, estimate.invoice_number)
  const [from, to] = isBack ? [invoice, estimate] : [estimate, invoice]
  const id = app.ids.next('led')
  await book(app, trx, from, { other: to, kind: 'transfer_out', amount: -minor, id })
  await book(app, trx, to, { other: from, kind: 'transfer_in', amount: minor, id })
  return { invoice: await getDocument(trx, invoice.id), isBack }
}

type Half = { other: Document; kind: LedgerKind; amount: number; id: string }

/** Both halves carry one id; each names the other document. */
async function book(app: App, trx: Trx, document: Document, half: Half): Promise<void> {
  const { other, kind, amount: amount_minor, id: provider_payment_id } = half
  const at = app.clock.now().toISOString()
  await insertLedgerEntry(trx, {
    id: app.ids.next('led'),
    document_id: document.id,
    kind,
    amount_minor,
    currency: document.content.currency,
    provider: 'manual',
    method: 'deposit',
    provider_payment_id,
    reference: other.number,
    on: today(app),
    at,
  })
  const data = {
    amount_minor: Math.abs(amount_minor),
    direction: kind === 'transfer_out' ? 'to' : 'from',
    number: other.number,
  }
  await appendEvents(trx, [
    { document_id: document.id, type: 'deposit_moved', actor: 'system', at, share_id: null, data },
  ])
}
