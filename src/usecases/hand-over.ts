import type { App } from '../app.ts'
import type { HandOverInput, ReturnInput } from '../ports/payment-pages.ts'
import { findCheckout } from '../store/checkouts.ts'
import { getDocument } from '../store/documents.ts'
import { returnPage } from './return-page.ts'

export type HandedOver =
  | { status: 'go'; page: HandOverInput }
  /** Nothing is to be paid there any more: what became of it. */
  | { status: 'over'; page: ReturnInput }
  | { status: 'unknown' }

/**
 * What `/go/:id` shows. Reads only; no provider is asked. The provider knows the id too, so the page leads
 * only to the provider.
 */
export async function handOver(app: App, { id }: { id: string }): Promise<HandedOver> {
  const checkout = await findCheckout(app.db.read, id)
  if (!checkout) return { status: 'unknown' }
  const document = await getDocument(app.db.read, checkout.document_id)
  const { provider, method, amount_minor, currency, url, account, live } = checkout
  const isPayable =
    checkout.state === 'open' && url !== '' && Date.parse(checkout.expires_at) > Date.now()
  if (isPayable) {
    const test = provider === 'sandbox' || (account !== '' && !live)
    const page = { document, provider, method, amount_minor, currency, url, test }
    return { status: 'go', page }
  }
  const nobody = { came: 'no', unreachable: false, trusted: false, reference: '' } as const
  return { status: 'over', page: await returnPage(app, { checkout, document, ...nobody }) }
}
