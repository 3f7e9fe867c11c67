import type Stripe from 'stripe'
import { ProviderError } from '../../ports/payment-provider.ts'
import { lazily } from '../lazily.ts'
import { failureOf } from './failure.ts'
import type { StripeSettings } from './settings.ts'

/** Asks Stripe something; failures are ProviderErrors. */
export type AskStripe = <T>(question: (stripe: Stripe) => Promise<T>) => Promise<T>

/** Stripe's API; the SDK is loaded at the first question. `timeout_ms` is for one attempt. */
export function openClient(settings: StripeSettings, timeout_ms: number): AskStripe {
  const client = lazily(() => loadClient(settings, timeout_ms))
  return async (question) => {
    const stripe = await client()
    try {
      return await question(stripe)
    } catch (error) {
      throw failureOf(error, [settings.secret_key, settings.webhook_secret])
    }
  }
}

async function loadClient(
  { secret_key, api_base }: StripeSettings,
  timeout_ms: number,
): Promise<Stripe> {
  if (secret_key === '') {
    throw new ProviderError('misconfigured', 'payments.stripe.secret_key is empty.')
  }
  const { default: Sdk } = await import('stripe')
  const { hostname, port, protocol } = new URL(api_base)
  const scheme = protocol === 'http:' ? 'http' : 'https'
  return new Sdk(secret_key, {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port || (scheme === 'http' ? 80 : 443),
    protocol: scheme,
    timeout: timeout_ms,
    // Safe, since every create carries a key of ours.
    maxNetworkRetries: 1,
    telemetry: false,
  })
}
