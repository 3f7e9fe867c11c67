import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import { localeShown } from '../domain/language.ts'
import { kindNoun } from '../domain/nouns.ts'
import { type CheckoutRequest, ProviderError } from '../ports/payment-provider.ts'
import { findCheckout, updateCheckout } from '../store/checkouts.ts'
import { providerOf } from './provider-of.ts'
import { returnUrls } from './return-urls.ts'

type Page = Pick<Checkout, 'provider_checkout_id' | 'refs' | 'url' | 'account' | 'live'>

/**
 * Opens the provider's page for a checkout that this process has claimed. The same checkout asks the same
 * again, in the language in which it was begun, so after a lost answer the provider gives the page it made.
 * @throws ProviderError; after a refusal the checkout is over, else the next click tries again
 */
export async function openAtProvider(
  app: App,
  checkout: Checkout,
  document: Document,
): Promise<Page> {
  try {
    const provider = await providerOf(app, checkout.provider)
    const opened = await provider.createCheckout(requestOf(app, checkout, document))
    return { ...opened, account: opened.account ?? '', live: opened.live ?? false }
  } catch (error) {
    await letGo(app, checkout.id, error)
    throw error
  }
}

/** Not where another process has opened it meanwhile: somebody may be paying there, or have paid. */
async function letGo(app: App, id: string, error: unknown): Promise<void> {
  const isOver = error instanceof ProviderError && error.kind !== 'unreachable'
  const updated_at = app.clock.now().toISOString()
  const ended = isOver ? { state: 'canceled' as const, failure: error.message } : {}
  await app.db.write(async (trx) => {
    const checkout = await findCheckout(trx, id)
    if (checkout?.state !== 'open' || checkout.provider_checkout_id !== '') return
    await updateCheckout(trx, id, { leased_until: null, updated_at, ...ended })
  })
}

function requestOf(app: App, checkout: Checkout, document: Document): CheckoutRequest {
  const { id, method, amount_minor, currency, expires_at } = checkout
  const { number, kind, content } = document
  const lang = checkout.lang ?? undefined
  return {
    checkout_id: id,
    method,
    amount_minor,
    currency,
    description: descriptionOf(kind, number),
    number,
    customer_email: content.bill_to.email,
    locale: localeShown(content.locale, lang),
    ...returnUrls(app, id, lang),
    expires_at,
  }
}

/** "Invoice INV-001"; of an estimate only the deposit is paid. */
function descriptionOf(kind: Document['kind'], number: string): string {
  const noun = kindNoun(kind)
  if (kind === 'estimate') return `Deposit for ${noun} ${number}`
  return `${noun.charAt(0).toUpperCase()}${noun.slice(1)} ${number}`
}
