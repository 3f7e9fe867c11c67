import type {
  CheckoutPaymentIntent,
  OrderRequest,
  PaypalExperienceUserAction,
  PaypalWalletContextShippingPreference,
} from '@paypal/paypal-server-sdk'
import { fromMinor } from '../../domain/money.ts'
import {
  type CheckoutRequest,
  type OpenedCheckout,
  ProviderError,
} from '../../ports/payment-provider.ts'
import { emailHint } from '../email-hint.ts'
import type { PaypalAccount } from './account.ts'
import type { AskPaypal } from './client.ts'
import { toPaypalMoney } from './money.ts'
import type { Order } from './words.ts'

/**
 * Makes the order of one checkout; the customer agrees to it on PayPal's page, and it is captured afterwards.
 * The checkout's id is in the request id: asked again within six hours, it is the same order.
 */
export async function createCheckout(
  ask: AskPaypal,
  request: CheckoutRequest,
  account: PaypalAccount,
): Promise<OpenedCheckout> {
  const body = orderOf(request)
  const order = await ask<Order>((sdk, limits) =>
    sdk.orders.createOrder({ body, paypalRequestId: `${request.checkout_id}-order` }, limits),
  )
  const url = pageOf(order)
  if (!order.id || !url) throw new ProviderError('refused', 'PayPal made an order without a page.')
  return { provider_checkout_id: order.id, refs: {}, url, ...account }
}

function orderOf(request: CheckoutRequest): OrderRequest {
  const { checkout_id, return_url, cancel_url } = request
  const email = emailHint(request.customer_email)
  const locale = localeOf(request.locale)
  return {
    intent: 'CAPTURE' as CheckoutPaymentIntent,
    purchaseUnits: [
      {
        amount: exactAmount(request),
        description: request.description.slice(0, longestDescription),
        // An account takes an invoice id once, so that nobody pays a checkout twice.
        invoiceId: checkout_id,
        customId: checkout_id,
      },
    ],
    paymentSource: {
      paypal: {
        ...(email ? { emailAddress: email } : {}),
        experienceContext: {
          userAction: 'PAY_NOW' as PaypalExperienceUserAction,
          shippingPreference: 'NO_SHIPPING' as PaypalWalletContextShippingPreference,
          ...(locale ? { locale } : {}),
          returnUrl: return_url,
          cancelUrl: cancel_url,
        },
      },
    },
  }
}

/** Characters that PayPal takes. */
const longestDescription = 127

function exactAmount({ amount_minor, currency }: CheckoutRequest) {
  const money = toPaypalMoney(amount_minor, currency)
  if (money) return money
  const wanted = `${fromMinor(amount_minor, currency)} ${currency}`
  throw new ProviderError('refused', `PayPal cannot charge exactly ${wanted}.`)
}

/** The customer's language where PayPal takes the tag, else that of the customer's account. */
function localeOf(locale: string): string | undefined {
  return /^[a-z]{2}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/.test(locale) ? locale : undefined
}

/** `payer-action` where the way to pay is named, as here; `approve` is the older word. */
function pageOf({ links = [] }: Order): string | undefined {
  const find = (rel: string) => links.find((link) => link.rel === rel)?.href
  return find('payer-action') ?? find('approve')
}
