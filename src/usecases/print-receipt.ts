import type { App } from '../app.ts'
import type { Printed } from './print-document.ts'

/** The PDF of a receipt by its number, as it stands: refunds show on it. Throws not_found. */
export function printReceipt(_app: App, _input: { number: string }): Promise<Printed> {
  throw new Error('not written yet')
}
