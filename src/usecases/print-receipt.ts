import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { Share } from '../domain/share.ts'
import { getDocument } from '../store/documents.ts'
import { getReceipt } from '../store/receipts.ts'
import { documentSheet, type Printed, printSheet, type Sheet } from './print-document.ts'
import { factsOfShare } from './render-share.ts'

/** The PDF of a receipt by its number, as it stands: refunds show on it. Throws not_found. */
export async function printReceipt(app: App, { number }: { number: string }): Promise<Printed> {
  const receipt = await getReceipt(app.db.read, number)
  const document = await getDocument(app.db.read, receipt.document_id)
  const sheet = await receiptSheet(app, document, { id: receipt.share_id })
  return printSheet(app, document, sheet)
}

/** What is printed for a link: its document, or the receipt that it opens. */
export async function shareSheet(
  app: App,
  document: Document,
  share: Pick<Share, 'id' | 'kind'>,
): Promise<Sheet> {
  if (share.kind !== 'receipt') return documentSheet(app, document)
  return receiptSheet(app, document, share)
}

async function receiptSheet(
  app: App,
  document: Document,
  share: Pick<Share, 'id'>,
): Promise<Sheet> {
  const { payments } = await app.renderer(document.content.locale)
  const facts = factsOfShare(document, share)
  return { html: payments.receiptPdf({ facts, document }), name: facts.number }
}
