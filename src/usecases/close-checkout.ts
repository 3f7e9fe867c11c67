import type { App } from '../app.ts'
import type { Checkout, CheckoutState } from '../domain/checkout.ts'
import { findCheckout, type Lease, leaseCheckout, updateCheckout } from '../store/checkouts.ts'
import { beginLease, endLease } from './lease.ts'
import { providerOf } from './provider-of.ts'
import { isOfOtherMode, providerCheckout, settleCheckout } from './settle-checkout.ts'

/**
 * Makes sure that nobody pays at the provider's page any more, and books what was paid there until then.
 * @param as what an unpaid one becomes
 * @returns its state then; `busy` while another process talks to the provider about it
 * @throws ProviderError when the provider does not answer; the checkout stays open then
 */
export async function closeCheckout(
  app: App,
  id: string,
  as: 'canceled' | 'expired' = 'canceled',
): Promise<CheckoutState | 'busy'> {
  const claimed = await claim(app, id)
  if (typeof claimed === 'string') return claimed
  const { checkout, lease } = claimed
  try {
    /* Without a provider's id nobody was ever shown a page to pay at. */
    if (checkout.provider_checkout_id !== '' && !isGone(app, checkout)) {
      const provider = await providerOf(app, checkout.provider)
      if (!isOfOtherMode(checkout, provider) || (checkout.live && !isOver(checkout))) {
        await provider.expireCheckout(providerCheckout(checkout))
      }
      await settleCheckout(app, id, { capture: false })
    }
    return await end(app, id, as)
  } finally {
    await endLease(app, checkout, lease)
  }
}

/** What its state is where there is nothing to close, or not now. */
async function claim(
  app: App,
  id: string,
): Promise<{ checkout: Checkout; lease: Lease } | CheckoutState | 'busy'> {
  return app.db.write(async (trx) => {
    const checkout = await findCheckout(trx, id)
    if (!checkout) throw new Error(`A bug: the checkout ${id} is gone.`)
    if (checkout.state !== 'open') return checkout.state
    const lease = beginLease()
    return (await leaseCheckout(trx, id, lease)) ? { checkout, lease } : 'busy'
  })
}

/** Its page has ended, at a provider that is not configured any more: there is nobody to ask. */
function isGone(app: App, checkout: Checkout): boolean {
  const { provider } = checkout
  return !app.providers.enabled().includes(provider) && isOver(checkout)
}

/** Its page has ended by itself. */
function isOver({ expires_at }: Checkout): boolean {
  return Date.parse(expires_at) <= Date.now()
}

/** What the provider still calls open is over here: it is never collected. */
async function end(app: App, id: string, as: CheckoutState): Promise<CheckoutState> {
  return app.db.write(async (trx) => {
    const checkout = await findCheckout(trx, id)
    if (checkout?.state !== 'open') return checkout?.state ?? as
    const updated_at = app.clock.now().toISOString()
    await updateCheckout(trx, id, { state: as, url: '', updated_at })
    return as
  })
}
