import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { NotPayable, PayOptions } from '../domain/payable.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { ReceiptLink } from '../ports/payment-pages.ts'

/** What the pay page of a link shows. */
export type PayPage = {
  share: Share
  document: Document
  token: string
  /** What can be paid, or why nothing can. */
  offer: PayOptions | NotPayable
  receipts: ReceiptLink[]
}

export type ShownPayPage =
  | ({ status: 'page' } & PayPage)
  | { status: 'revoked' | 'expired'; share: Share }
  | { status: 'unknown' }

/** What may be paid behind a link now. A link for viewing only offers nothing (`offline`). */
export function showPayPage(
  _app: App,
  _input: { kind: ShareKind; token: string },
): Promise<ShownPayPage> {
  throw new Error('not written yet')
}
