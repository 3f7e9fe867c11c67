import { createStripe } from '../../src/providers/stripe/create-stripe.ts'
import { startStripe, stripeSecrets } from '../doubles/stripe.ts'
import type { Stage } from './contract/stage.ts'
import { describeProvider } from './contract.ts'

async function openStripe(method: 'stripe_card' | 'stripe_ach'): Promise<Stage> {
  const { double, account } = await startStripe()
  const settings = { ...stripeSecrets, card: true, ach: true, api_base: double.url }
  const isBank = method === 'stripe_ach'
  return {
    provider: await createStripe(settings, { timeout_ms: 400 }),
    method,
    customer: {
      pay: async ({ provider_checkout_id }) => account.pay(provider_checkout_id),
      cancel: async () => {},
      refundInDashboard: async ({ provider_checkout_id }, amount) =>
        account.refund(provider_checkout_id, { amount }),
      dispute: async ({ provider_checkout_id }) => account.dispute(provider_checkout_id),
      closeDispute: async ({ provider_checkout_id }, outcome) =>
        account.closeDispute(provider_checkout_id, outcome),
      ...(isBank
        ? {
            settle: async ({ provider_checkout_id }) =>
              account.settle(provider_checkout_id, 'succeeded'),
            fail: async ({ provider_checkout_id }) =>
              account.settle(provider_checkout_id, 'failed'),
          }
        : { decline: async ({ provider_checkout_id }) => account.decline(provider_checkout_id) }),
    },
    fault: async (kind) => double.fault(kind),
    hostedPages: async (id) =>
      [...account.sessions.values()].filter(({ reference }) => reference === id).length,
    webhooks: async () => double.deliveries,
    close: () => double.close(),
  }
}

describeProvider('Stripe, by card', () => openStripe('stripe_card'))
describeProvider('Stripe, by bank transfer', () => openStripe('stripe_ach'))
