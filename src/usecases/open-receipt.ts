import type { App } from '../app.ts'
import type { Share } from '../domain/share.ts'

export type OpenedReceipt =
  | { status: 'page'; html: Buffer; share: Share; token: string; generation: number }
  | { status: 'revoked' | 'expired'; share: Share }
  | { status: 'unknown' }

export type OpenedReceiptPdf =
  | { status: 'pdf'; bytes: Buffer; filename: string; share: Share }
  | { status: 'revoked' | 'expired'; share: Share }
  | { status: 'unknown' }

/** The page behind `/r/:token`. */
export function openReceipt(_app: App, _input: { token: string }): Promise<OpenedReceipt> {
  throw new Error('not written yet')
}

/** The PDF behind `/r/:token/pdf`, `RCT-0001.pdf`. */
export function openReceiptPdf(_app: App, _input: { token: string }): Promise<OpenedReceiptPdf> {
  throw new Error('not written yet')
}
