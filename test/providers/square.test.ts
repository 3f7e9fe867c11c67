import { createSquare } from '../../src/providers/square/create-square.ts'
import { squareSecrets, startSquare } from '../doubles/square.ts'
import type { Stage } from './contract/stage.ts'
import { describeProvider } from './contract.ts'

const webhook_url = 'https://pay.acme.example/webhooks/square'

async function openSquare(currency: string): Promise<Stage> {
  const { double, location } = await startSquare(webhook_url, currency)
  const settings = { ...squareSecrets, webhook_url: null, api_base: double.url }
  return {
    provider: await createSquare(settings, {
      public_url: 'https://pay.acme.example',
      currency,
      timeout_ms: 400,
    }),
    method: 'square_card',
    customer: {
      pay: async ({ provider_checkout_id }) => location.pay(provider_checkout_id),
      decline: async ({ provider_checkout_id }) => location.pay(provider_checkout_id, 'FAILED'),
      cancel: async () => {},
      refundInDashboard: async ({ provider_checkout_id }, amount) =>
        location.refund(location.paymentOf(provider_checkout_id), amount),
      dispute: async ({ provider_checkout_id }) => location.dispute(provider_checkout_id),
      closeDispute: async ({ provider_checkout_id }, outcome) =>
        location.closeDispute(provider_checkout_id, outcome),
    },
    fault: async (kind) => double.fault(kind),
    hostedPages: async (id) =>
      [...location.orders.values()].filter(({ reference_id }) => reference_id === id).length,
    webhooks: async () => double.deliveries,
    webhooks_tell_time: false,
    close: () => double.close(),
  }
}

describeProvider('Square', () => openSquare('USD'))
