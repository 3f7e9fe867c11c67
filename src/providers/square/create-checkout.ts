import type { Square } from 'square'
import {
  type CheckoutRequest,
  type OpenedCheckout,
  ProviderError,
} from '../../ports/payment-provider.ts'
import { emailHint } from '../email-hint.ts'
import type { AskSquare } from './client.ts'
import { isLiveApi } from './is-live-api.ts'
import { toSquareMoney } from './money.ts'
import type { SquareSettings } from './settings.ts'

/**
 * Makes a payment link for one checkout. The checkout's id is the key: asked again, it is the same
 * link. What we keep as Square's id is the order's, since payments, refunds and webhooks name that;
 * the link is only needed to close it.
 */
export async function createCheckout(
  ask: AskSquare,
  request: CheckoutRequest,
  settings: SquareSettings,
): Promise<OpenedCheckout> {
  const body = linkOf(request, settings)
  const { paymentLink } = await ask((square, limits) =>
    square.checkout.paymentLinks.create(body, limits),
  )
  const { id, orderId, url } = paymentLink ?? {}
  if (!id || !orderId || !url) {
    throw new ProviderError('refused', 'Square made a checkout without a page.')
  }
  return {
    provider_checkout_id: orderId,
    refs: { order_id: orderId, payment_link_id: id },
    url,
    account: settings.location_id,
    live: isLiveApi(settings.api_base),
  }
}

function linkOf(
  request: CheckoutRequest,
  { location_id }: SquareSettings,
): Square.checkout.CreatePaymentLinkRequest {
  const { checkout_id, amount_minor, currency, description, return_url } = request
  const email = emailHint(request.customer_email)
  return {
    idempotencyKey: checkout_id,
    order: {
      locationId: location_id,
      referenceId: checkout_id,
      lineItems: [
        {
          name: description,
          quantity: '1',
          basePriceMoney: toSquareMoney(amount_minor, currency),
        },
      ],
    },
    checkoutOptions: {
      redirectUrl: return_url,
      // What is paid is what the document says: no tip, no address, no coupon.
      allowTipping: false,
      askForShippingAddress: false,
      enableCoupon: false,
      enableLoyalty: false,
    },
    ...(email ? { prePopulatedData: { buyerEmail: email } } : {}),
    paymentNote: `${description} (${checkout_id})`,
  }
}
