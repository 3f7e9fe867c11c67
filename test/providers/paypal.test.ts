import { createPaypal } from '../../src/providers/paypal/create-paypal.ts'
import { paypalSecrets, startPaypal } from '../doubles/paypal.ts'
import type { Stage } from './contract/stage.ts'
import { describeProvider } from './contract.ts'

async function openPaypal(by: 'wallet' | 'eCheck'): Promise<Stage> {
  const { double, account } = await startPaypal()
  const settings = { ...paypalSecrets, api_base: double.url }
  return {
    provider: await createPaypal(settings, { timeout_ms: 400 }),
    method: 'paypal',
    customer: {
      pay: async ({ provider_checkout_id }) =>
        account.approve(provider_checkout_id, by === 'wallet' ? 'paid' : 'pending'),
      cancel: async () => {},
      refundInDashboard: async ({ provider_checkout_id }, minor) => {
        const value = (minor / 100).toFixed(2)
        account.refund(provider_checkout_id, { currency_code: 'USD', value })
      },
      dispute: async ({ provider_checkout_id }) => account.dispute(provider_checkout_id),
      closeDispute: async ({ provider_checkout_id }, outcome) =>
        account.closeDispute(provider_checkout_id, outcome),
      ...(by === 'eCheck'
        ? {
            settle: async ({ provider_checkout_id }) =>
              account.settle(provider_checkout_id, 'COMPLETED'),
            fail: async ({ provider_checkout_id }) =>
              account.settle(provider_checkout_id, 'DECLINED'),
          }
        : {
            decline: async ({ provider_checkout_id }) =>
              account.approve(provider_checkout_id, 'declined'),
          }),
    },
    fault: async (kind) => double.fault(kind),
    hostedPages: async (id) =>
      [...account.orders.values()].filter(({ custom_id }) => custom_id === id).length,
    webhooks: async () => double.deliveries,
    close: () => double.close(),
  }
}

describeProvider('PayPal', () => openPaypal('wallet'))
describeProvider('PayPal, by eCheck', () => openPaypal('eCheck'))
