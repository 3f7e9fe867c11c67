import type { App } from '../app.ts'
import type { Language } from '../domain/language.ts'
import type { Share } from '../domain/share.ts'
import type { ClosedLink } from './find-link.ts'
import { openShare } from './open-share.ts'
import { printSheet } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'
import { renderShare } from './render-share.ts'

export type OpenedReceipt =
  | { status: 'page'; html: Buffer; share: Share; token: string; generation: number }
  | ClosedLink

export type OpenedReceiptPdf =
  | { status: 'pdf'; bytes: Buffer; filename: string; share: Share }
  | ClosedLink

/** The page behind `/r/:token`. */
export async function openReceipt(
  app: App,
  { token: raw, lang }: { token: string; lang?: Language | undefined },
): Promise<OpenedReceipt> {
  const opened = await openShare(app, { kind: 'receipt', token: raw })
  if (opened.status !== 'active') return opened
  const { share, document, token } = opened
  const { html } = await renderShare(app, { document, share, token, mode: 'live', lang })
  const { generation } = document
  return { status: 'page', html: Buffer.from(html), share, token, generation }
}

/** The PDF behind `/r/:token/pdf`, `RCT-0001.pdf`. */
export async function openReceiptPdf(
  app: App,
  { token }: { token: string },
): Promise<OpenedReceiptPdf> {
  const opened = await openShare(app, { kind: 'receipt', token })
  if (opened.status !== 'active') return opened
  const { share, document } = opened
  const sheet = await shareSheet(app, document, share)
  const { bytes, filename } = await printSheet(app, document, sheet)
  return { status: 'pdf', bytes, filename, share }
}
