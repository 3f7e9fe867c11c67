import { type ProviderCheckout, ProviderError } from '../../ports/payment-provider.ts'
import type { AskStripe } from './client.ts'

/** Closes the page. A session that is paid or over cannot be paid again: nothing is left to do. */
export async function expireCheckout(
  ask: AskStripe,
  { provider_checkout_id: id }: ProviderCheckout,
): Promise<void> {
  // Nobody was ever given the page.
  if (id === '' || !(await isOpen(ask, id))) return
  try {
    await ask((stripe) => stripe.checkout.sessions.expire(id))
  } catch (error) {
    // It may have been paid in between.
    const isRefused = error instanceof ProviderError && error.kind === 'refused'
    if (!isRefused || (await isOpen(ask, id))) throw error
  }
}

async function isOpen(ask: AskStripe, id: string): Promise<boolean> {
  const { status } = await ask((stripe) => stripe.checkout.sessions.retrieve(id))
  return status === 'open'
}
