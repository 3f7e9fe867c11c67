import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { Charger, NotPayable, PayOptions } from '../domain/payable.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { ReceiptLink } from '../ports/payment-pages.ts'
import type { ClosedLink } from './find-link.ts'
import { openShare } from './open-share.ts'
import { payOffer } from './pay-offer.ts'
import { receiptLinks } from './receipt-links.ts'

/** What the pay page of a link shows. */
export type PayPage = {
  share: Share
  document: Document
  token: string
  /** What can be paid, or why nothing can. */
  offer: PayOptions | NotPayable
  receipts: ReceiptLink[]
}

export type ShownPayPage = ({ status: 'page' } & PayPage) | ClosedLink

/** What may be paid behind a link now. A link for viewing only offers nothing (`offline`). */
export async function showPayPage(
  app: App,
  input: { kind: ShareKind; token: string },
): Promise<ShownPayPage> {
  const opened = await openPayPage(app, input)
  if (opened.status !== 'page') return opened
  const { chargers: _, ...page } = opened
  return page
}

type OpenedPayPage =
  | Exclude<ShownPayPage, { status: 'page' }>
  | ({ status: 'page'; chargers: Charger[] } & PayPage)

/** The same with what answers for amounts, for whoever reads the form. */
export async function openPayPage(
  app: App,
  input: { kind: ShareKind; token: string },
): Promise<OpenedPayPage> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened
  const { share, document, token } = opened
  const { offer, chargers } = await payOffer(app, document, share)
  const receipts = receiptLinks(app, document)
  return { status: 'page', share, document, token, offer, chargers, receipts }
}
