/** What an owner sets up for each outside provider, in its own words. */
import type { Config } from '../../config/schema.ts'
import type { ProviderName } from '../../domain/checkout.ts'

/** Those with a dashboard of their own; the sandbox has none. */
export type OutsideProvider = Exclude<ProviderName, 'sandbox'>

/** Something wrong with a setting, and what to do about it. */
export type SettingFault = { message: string; remedy: string }

export type ProviderFacts = {
  /** Where webhooks are entered in its dashboard. */
  dashboard: string
  apiBase(payments: Config['payments']): string
  /** Whether the settings are for real money. */
  isLive(payments: Config['payments']): boolean
  /** The options that say who we are. */
  credentials: string
  credentialFaults(payments: Config['payments']): SettingFault[]
  /** What it signs webhooks with, as the dashboard calls it, and the option that takes it. */
  secret: { title: string; option: string; value(payments: Config['payments']): string }
  secretFaults(payments: Config['payments']): SettingFault[]
  webhookUrl(config: Pick<Config, 'payments' | 'public_url'>): string
  /** The events to enter (shared facts on providers); others are answered and ignored. */
  events: readonly string[]
}

export const providerFacts = {
  stripe: {
    dashboard: 'Developers, Webhooks, Add destination',
    apiBase: ({ stripe }) => stripe.api_base,
    isLive: ({ stripe }) => isLiveStripeKey(stripe.secret_key),
    credentials: 'payments.stripe.secret_key',
    credentialFaults: ({ stripe }) => stripeKeyFaults(stripe),
    secret: {
      title: 'signing secret',
      option: 'payments.stripe.webhook_secret',
      value: ({ stripe }) => stripe.webhook_secret,
    },
    secretFaults: ({ stripe }) => stripeSecretFaults(stripe.webhook_secret),
    webhookUrl: ({ public_url }) => `${public_url}/webhooks/stripe`,
    events: [
      'checkout.session.completed',
      'checkout.session.async_payment_succeeded',
      'checkout.session.async_payment_failed',
      'checkout.session.expired',
      'refund.created',
      'refund.updated',
      'refund.failed',
      'charge.refunded',
      'charge.dispute.created',
      'charge.dispute.funds_withdrawn',
      'charge.dispute.funds_reinstated',
      'charge.dispute.closed',
    ],
  },
  paypal: {
    dashboard: 'Apps & Credentials, your app, Add Webhook',
    apiBase: ({ paypal }) => paypal.api_base,
    isLive: ({ paypal }) =>
      ['api-m.paypal.com', 'api.paypal.com'].includes(hostOf(paypal.api_base)),
    credentials: 'payments.paypal.client_id and payments.paypal.client_secret',
    credentialFaults: () => [],
    secret: {
      title: 'webhook id',
      option: 'payments.paypal.webhook_id',
      value: ({ paypal }) => paypal.webhook_id,
    },
    secretFaults: ({ paypal }) => paypalIdFaults(paypal.webhook_id),
    webhookUrl: ({ public_url }) => `${public_url}/webhooks/paypal`,
    events: [
      'CHECKOUT.ORDER.APPROVED',
      'PAYMENT.CAPTURE.COMPLETED',
      'PAYMENT.CAPTURE.PENDING',
      'PAYMENT.CAPTURE.DENIED',
      'PAYMENT.CAPTURE.DECLINED',
      'PAYMENT.CAPTURE.REFUNDED',
      'PAYMENT.CAPTURE.REVERSED',
      'CUSTOMER.DISPUTE.CREATED',
      'CUSTOMER.DISPUTE.RESOLVED',
    ],
  },
  square: {
    dashboard: 'your application, Webhooks, Subscriptions',
    apiBase: ({ square }) => square.api_base,
    isLive: ({ square }) => hostOf(square.api_base) === 'connect.squareup.com',
    credentials: 'payments.square.access_token and payments.square.location_id',
    credentialFaults: () => [],
    secret: {
      title: 'signature key',
      option: 'payments.square.webhook_signature_key',
      value: ({ square }) => square.webhook_signature_key,
    },
    secretFaults: () => [],
    webhookUrl: ({ payments, public_url }) =>
      payments.square.webhook_url ?? `${public_url}/webhooks/square`,
    events: [
      'payment.created',
      'payment.updated',
      'refund.created',
      'refund.updated',
      'dispute.created',
      'dispute.state.updated',
    ],
  },
} as const satisfies Record<OutsideProvider, ProviderFacts>

/** `sk_` is a secret key, `rk_` a restricted one. */
function isLiveStripeKey(key: string): boolean {
  return /^[sr]k_live_/.test(key)
}

function stripeKeyFaults({ secret_key, api_base }: Config['payments']['stripe']): SettingFault[] {
  if (!/^[sr]k_(test|live)_/.test(secret_key)) {
    const kind = secret_key.startsWith('pk_') ? 'Stripe’s publishable key' : 'no key of Stripe’s'
    return [
      {
        message: `payments.stripe.secret_key is ${kind}.`,
        remedy: 'Take the secret key, sk_test_… or sk_live_…, from Developers, API keys.',
      },
    ]
  }
  if (!isLiveStripeKey(secret_key) || hostOf(api_base) === 'api.stripe.com') return []
  return [
    {
      message: `payments.stripe.api_base hands a live key to ${hostOf(api_base)}.`,
      remedy: 'Leave payments.stripe.api_base out of config.yml, or use a test key.',
    },
  ]
}

function stripeSecretFaults(secret: string): SettingFault[] {
  if (secret.startsWith('whsec_')) return []
  return [
    {
      message: 'payments.stripe.webhook_secret is no signing secret of Stripe’s.',
      remedy: 'Take the signing secret, whsec_…, of this very webhook.',
    },
  ]
}

function paypalIdFaults(id: string): SettingFault[] {
  if (/^[A-Za-z0-9-]+$/.test(id)) return []
  return [
    {
      message: 'payments.paypal.webhook_id is no id of a webhook.',
      remedy: 'Take the id that PayPal shows beside the webhook, not its URL.',
    },
  ]
}

function hostOf(url: string): string {
  return new URL(url).hostname
}
