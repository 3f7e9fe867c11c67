import { type ProviderCheckout, ProviderError } from '../../ports/payment-provider.ts'
import type { AskSquare } from './client.ts'

/** Deletes the link, which cancels its order. The link of a paid order takes no second payment. */
export async function expireCheckout(
  ask: AskSquare,
  { provider_checkout_id, refs }: ProviderCheckout,
): Promise<void> {
  const { payment_link_id: id } = refs
  // Nobody was ever given the page.
  if (provider_checkout_id === '' || !id) return
  if (!(await isOpen(ask, provider_checkout_id))) return
  try {
    await ask((square, limits) => square.checkout.paymentLinks.delete({ id }, limits))
  } catch (error) {
    // It may have been deleted, and the answer lost.
    const isRefused = error instanceof ProviderError && error.kind === 'refused'
    if (!isRefused || (await isOpen(ask, provider_checkout_id))) throw error
  }
}

async function isOpen(ask: AskSquare, orderId: string): Promise<boolean> {
  const { order } = await ask((square, limits) => square.orders.get({ orderId }, limits))
  return order?.state === 'DRAFT' || (order?.state === 'OPEN' && !order.tenders?.length)
}
