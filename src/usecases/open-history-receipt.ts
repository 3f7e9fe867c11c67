import type { App } from '../app.ts'
import type { Share } from '../domain/share.ts'
import { type OpenedHistory, openHistory } from './open-history.ts'
import { type Printed, printSheet } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'

export type OpenedHistoryReceipt =
  | ({ status: 'pdf'; share: Share } & Printed)
  | Exclude<OpenedHistory, { status: 'active' }>

/** A receipt's PDF by a link to its customer's history; `unknown` for receipts of others. */
export async function openHistoryReceipt(
  app: App,
  { token, number }: { token: string; number: string },
): Promise<OpenedHistoryReceipt> {
  const opened = await openHistory(app, { token })
  if (opened.status !== 'active') return opened
  for (const document of opened.documents) {
    const receipt = document.receipts.find((one) => one.number === number)
    if (!receipt) continue
    const sheet = await shareSheet(app, document, { id: receipt.share_id, kind: 'receipt' })
    const { bytes, filename } = await printSheet(app, document, sheet)
    return { status: 'pdf', bytes, filename, share: opened.share }
  }
  return { status: 'unknown' }
}
