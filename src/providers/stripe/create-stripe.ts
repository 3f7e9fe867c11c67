import type { MethodName } from '../../domain/checkout.ts'
import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { isLiveKey } from './account.ts'
import { canCharge } from './can-charge.ts'
import { check } from './check.ts'
import { openClient } from './client.ts'
import { createCheckout } from './create-checkout.ts'
import { expireCheckout } from './expire-checkout.ts'
import { fetchCheckout } from './fetch-checkout.ts'
import { refund } from './refund.ts'
import type { StripeSettings } from './settings.ts'
import { readWebhook } from './webhook.ts'

/** Milliseconds for one attempt; there are two at most, and a customer is waiting. */
const usualTimeoutMs = 4500

/**
 * Stripe: cards and debits of US bank accounts (ACH) by Checkout Sessions. Its SDK is loaded by the
 * first question, and never for a webhook.
 */
export async function createStripe(
  settings: StripeSettings,
  { timeout_ms = usualTimeoutMs } = {},
): Promise<PaymentProvider> {
  const { secret_key, webhook_secret } = settings
  const ask = openClient(settings, timeout_ms)
  const methods = methodsOf(settings)
  return {
    name: 'stripe',
    methods,
    live: isLiveKey(secret_key),
    canCharge: (method, amount_minor, currency) =>
      methods.includes(method)
        ? canCharge(method, amount_minor, currency)
        : { ok: false, reason: 'currency' },
    createCheckout: (request) => createCheckout(ask, request, secret_key),
    fetchCheckout: (checkout) => fetchCheckout(ask, checkout, secret_key),
    expireCheckout: (checkout) => expireCheckout(ask, checkout),
    refund: (request) => refund(ask, request),
    ...(webhook_secret === ''
      ? {}
      : { verifyWebhook: async (delivery) => readWebhook(webhook_secret, delivery) }),
    check: () => check(ask, secret_key),
  }
}

function methodsOf({ card, ach }: StripeSettings): MethodName[] {
  return [...(card ? (['stripe_card'] as const) : []), ...(ach ? (['stripe_ach'] as const) : [])]
}
