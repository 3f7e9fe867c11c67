import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { type Printed, printLoaded } from './print-document.ts'
import { printReceipt } from './print-receipt.ts'

/** How many PDFs documents come to: one each, and one for each receipt. */
export function countPrints(documents: readonly Document[]): number {
  return documents.reduce((sum, { receipts }) => sum + 1 + receipts.length, 0)
}

/**
 * The PDFs of documents as they stand and of their receipts, one after the other; without `printed` where one
 * cannot be printed, such as for want of a browser.
 */
export async function* printEach(
  app: App,
  documents: readonly Document[],
): AsyncGenerator<{ number: string; printed: Printed | undefined }> {
  for (const document of documents) {
    yield { number: document.number, printed: await attempt(printLoaded(app, document)) }
    for (const { number } of document.receipts) {
      yield { number, printed: await attempt(printReceipt(app, { number })) }
    }
  }
}

async function attempt(print: Promise<Printed>): Promise<Printed | undefined> {
  return print.catch((error: unknown) => {
    if (error instanceof PortalError) return undefined
    throw error
  })
}
