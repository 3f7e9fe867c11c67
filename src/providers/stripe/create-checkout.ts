import type Stripe from 'stripe'
import { fromMinor } from '../../domain/money.ts'
import {
  type CheckoutRequest,
  type OpenedCheckout,
  ProviderError,
} from '../../ports/payment-provider.ts'
import { emailHint } from '../email-hint.ts'
import { accountOf } from './account.ts'
import { toStripeAmount } from './amount.ts'
import type { AskStripe } from './client.ts'
import { stripeLocale } from './locale.ts'

/** Makes the hosted page of a checkout, whose id is the key: asked again, it is the same page. */
export async function createCheckout(
  ask: AskStripe,
  request: CheckoutRequest,
  secret_key: string,
): Promise<OpenedCheckout> {
  const params = sessionParams(request)
  const session = await ask((stripe) =>
    stripe.checkout.sessions.create(params, { idempotencyKey: request.checkout_id }),
  )
  if (!session.url) throw new ProviderError('refused', 'Stripe made a checkout without a page.')
  return {
    provider_checkout_id: session.id,
    refs: {},
    url: session.url,
    account: accountOf(secret_key),
    live: session.livemode,
  }
}

function sessionParams(request: CheckoutRequest): Stripe.Checkout.SessionCreateParams {
  const { checkout_id, description, number, currency } = request
  const email = emailHint(request.customer_email)
  // A session's metadata do not reach its payment: both are told whose they are.
  const metadata = { checkout_id, number }
  const isBank = request.method === 'stripe_ach'
  return {
    mode: 'payment',
    allowed_payment_method_types: [isBank ? 'us_bank_account' : 'card'],
    // The customer's bank may convert, but what is charged is what the document says.
    adaptive_pricing: { enabled: false },
    client_reference_id: checkout_id,
    metadata,
    payment_intent_data: {
      description,
      metadata,
      // Captured at once, so that the fee is known when the payment is booked.
      ...(isBank ? {} : { capture_method: 'automatic' }),
    },
    line_items: [
      {
        quantity: 1,
        price_data: {
          currency: currency.toLowerCase(),
          unit_amount: exactAmount(request),
          product_data: { name: description },
        },
      },
    ],
    ...(email ? { customer_email: email } : {}),
    locale: stripeLocale(request.locale),
    submit_type: 'pay',
    success_url: request.return_url,
    cancel_url: request.cancel_url,
    expires_at: expiry(request.expires_at),
  }
}

function exactAmount({ amount_minor, currency }: CheckoutRequest): number {
  const amount = toStripeAmount(amount_minor, currency)
  if (amount !== undefined) return amount
  const wanted = `${fromMinor(amount_minor, currency)} ${currency}`
  throw new ProviderError('refused', `Stripe cannot charge exactly ${wanted}.`)
}

/**
 * Seconds since 1970, within Stripe's limits. What lies within them is passed on as it is, so that
 * a repeated request is the same to the letter.
 */
function expiry(expires_at: string): number {
  const now = Math.floor(Date.now() / 1000)
  const wanted = Math.floor(Date.parse(expires_at) / 1000)
  return Math.min(Math.max(wanted, now + soonestS), now + latestS)
}

/** 30 minutes and 24 hours, with a minute for clocks that differ. */
const soonestS = 31 * 60
const latestS = 24 * 3600 - 60
