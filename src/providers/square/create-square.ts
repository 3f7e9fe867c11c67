import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { canCharge } from './can-charge.ts'
import { check } from './check.ts'
import { openClient } from './client.ts'
import { createCheckout } from './create-checkout.ts'
import { expireCheckout } from './expire-checkout.ts'
import { fetchCheckout } from './fetch-checkout.ts'
import { isLiveApi } from './is-live-api.ts'
import { disputesOfLocation } from './location-disputes.ts'
import { refund } from './refund.ts'
import type { SquareSettings } from './settings.ts'
import { readWebhook } from './webhook.ts'

/** Milliseconds for one attempt; there are two at most, and a customer is waiting. */
const usualTimeoutMs = 4500

type Surroundings = {
  public_url: string
  /** The business's currency: a location of Square takes only one. */
  currency?: string
  timeout_ms?: number
}

/**
 * Square: cards by payment links. Its SDK is loaded by the first question, and never for a webhook.
 */
export async function createSquare(
  settings: SquareSettings,
  { public_url, currency: own, timeout_ms = usualTimeoutMs }: Surroundings,
): Promise<PaymentProvider> {
  const key = settings.webhook_signature_key
  const url = settings.webhook_url ?? `${public_url}/webhooks/square`
  const ask = openClient(settings, timeout_ms)
  const disputesOf = disputesOfLocation(ask, settings.location_id)
  return {
    name: 'square',
    methods: ['square_card'],
    live: isLiveApi(settings.api_base),
    canCharge: (method, amount_minor, currency) =>
      method === 'square_card'
        ? canCharge(amount_minor, currency, own)
        : { ok: false, reason: 'currency' },
    createCheckout: (request) => createCheckout(ask, request, settings),
    fetchCheckout: (checkout, options) =>
      fetchCheckout(ask, checkout, options, settings, disputesOf),
    expireCheckout: (checkout) => expireCheckout(ask, checkout),
    refund: (request) => refund(ask, request),
    ...(key === ''
      ? {}
      : { verifyWebhook: async (delivery) => readWebhook({ key, url }, delivery) }),
    check: () => check(ask, settings, own),
  }
}
