import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { linkPath, shareUrl } from '../domain/link.ts'
import type { ReceiptUrl } from '../domain/payment-json.ts'
import { tokenFor } from '../domain/token.ts'
import type { ReceiptLink } from '../ports/payment-pages.ts'

/** The links to a document's receipts that still work, in the order in which they were paid. */
export function receiptLinks(
  { linkKey }: Pick<App, 'linkKey'>,
  { receipts }: Pick<Document, 'receipts'>,
): ReceiptLink[] {
  return receipts
    .filter(({ revoked }) => !revoked)
    .map(({ number, ledger_id, share_id, rotation }) => ({
      number,
      ledger_id,
      path: linkPath('receipt', tokenFor(linkKey, 'receipt', share_id, rotation)),
    }))
}

/** Makes the URLs of receipts for `paymentJson` and `documentJson`. */
export function receiptUrls({ config, linkKey }: Pick<App, 'config' | 'linkKey'>): ReceiptUrl {
  return ({ share_id: id, rotation, revoked }) =>
    revoked ? null : shareUrl(config.public_url, linkKey, { id, kind: 'receipt', rotation })
}
