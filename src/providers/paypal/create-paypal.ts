import type { PaymentProvider } from '../../ports/payment-provider.ts'
import { accountOf } from './account.ts'
import { canCharge } from './can-charge.ts'
import { capturesBy } from './capture.ts'
import { check } from './check.ts'
import { openClient } from './client.ts'
import { createCheckout } from './create-checkout.ts'
import { fetchCheckout } from './fetch-checkout.ts'
import { certificatesFrom } from './find-certificate.ts'
import { refund } from './refund.ts'
import type { PaypalSettings } from './settings.ts'
import { readWebhook } from './webhook.ts'

/** Milliseconds for one attempt; there are two at most, and a customer is waiting. */
const usualTimeoutMs = 4500

/**
 * PayPal: its wallet by Orders v2, captured by us after a look at what is due. Its SDK is loaded by the first
 * question, and never for a webhook.
 */
export async function createPaypal(
  settings: PaypalSettings,
  { timeout_ms = usualTimeoutMs } = {},
): Promise<PaymentProvider> {
  const { webhook_id, api_base } = settings
  const account = accountOf(settings)
  const client = openClient(settings, timeout_ms)
  const { ask } = client
  const captureOrder = capturesBy(ask)
  const findCertificate = certificatesFrom(api_base, timeout_ms)
  return {
    name: 'paypal',
    methods: ['paypal'],
    live: account.live,
    canCharge: (method, amount_minor, currency) =>
      method === 'paypal' ? canCharge(amount_minor, currency) : { ok: false, reason: 'currency' },
    createCheckout: (request) => createCheckout(ask, request, account),
    fetchCheckout: (checkout, options) =>
      fetchCheckout(client, captureOrder, checkout, options, account),
    // PayPal closes no order: an approved one that we do not capture comes to nothing within hours.
    expireCheckout: async () => {},
    refund: (request) => refund(ask, request),
    ...(webhook_id === ''
      ? {}
      : { verifyWebhook: (delivery) => readWebhook(webhook_id, findCertificate, delivery) }),
    check: () => check(client, account),
  }
}
