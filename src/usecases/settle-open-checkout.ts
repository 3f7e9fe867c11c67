import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { providerTitle } from '../domain/provider-titles.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import { findOpenCheckout } from '../store/checkouts.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'
import { closeCheckout } from './close-checkout.ts'

/**
 * Before a document changes under a customer who may be paying: closes the page at the provider, and books
 * what was paid there until then. Whoever goes on looks at the document anew, and refuses if it has money.
 * @param number its number or id; an unknown one is left to whoever looks it up next
 * @throws PortalError provider_error when the provider does not answer, busy while the customer is paying
 */
export async function settleOpenCheckout(app: App, number: string): Promise<void> {
  const document = await getDocument(app.db.read, number)
  const open = await findOpenCheckout(app.db.read, document.id)
  if (!open) return
  try {
    if ((await closeCheckout(app, open.id)) === 'busy') throw paying(document)
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    throw new PortalError(
      'provider_error',
      `The customer may be paying ${document.number} right now, and ${providerTitle(open.provider)} does not answer.`,
      'Nothing was changed. Try again in some minutes.',
    )
  }
}

/** The same before a revision is sent, if one waits: the version that is paid would not be the shown one. */
export async function settleBeforeRevision(app: App, number: string): Promise<void> {
  const { draft_version } = await getDocument(app.db.read, number)
  if (draft_version !== null) await settleOpenCheckout(app, number)
}

/**
 * Inside the transaction that changes the document: nobody has begun to pay since.
 * @throws PortalError busy
 */
export async function checkNotPaying(trx: Trx, document: Document): Promise<void> {
  if (await findOpenCheckout(trx, document.id)) throw paying(document)
}

function paying({ number }: Document): PortalError {
  return new PortalError(
    'busy',
    `The customer is paying ${number} right now.`,
    'Nothing was changed. Try again in some minutes.',
  )
}
