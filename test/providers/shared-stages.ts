import type { MethodName } from '../../src/domain/checkout.ts'
import { createSquare } from '../../src/providers/square/create-square.ts'
import { createStripe } from '../../src/providers/stripe/create-stripe.ts'
import type { Stage } from './contract/stage.ts'
import type { SharedSandbox } from './shared-sandbox.ts'

/** Long enough for a busy machine: what is given up on and asked again would be a conflict. */
const usualTimeoutMs = 1500

/** Stripe in the shared sandbox. */
export async function openStripe(
  sandbox: SharedSandbox,
  method: MethodName,
  timeout_ms = usualTimeoutMs,
): Promise<Stage> {
  const { stripe } = await sandbox.control('GET /config')
  const provider = await createStripe(
    {
      secret_key: stripe.secretKey,
      webhook_secret: stripe.webhookSecret,
      card: true,
      ach: true,
      api_base: sandbox.urls.stripe,
    },
    { timeout_ms },
  )
  const bank = method === 'stripe_ach'
  const act = actor(sandbox, 'stripe')
  return {
    provider,
    method,
    ...common(sandbox, 'stripe', 'sessions', 'client_reference_id'),
    customer: {
      ...act.customer,
      pay: ({ provider_checkout_id: id }) =>
        act.does('pay', id, { outcome: 'paid', method: bank ? 'us_bank_account' : 'card' }),
      cancel: ({ provider_checkout_id: id }) => act.does('pay', id, { outcome: 'cancelled' }),
      ...(bank
        ? {
            settle: ({ provider_checkout_id: id }) =>
              act.does('settle', id, { outcome: 'succeeded' }),
            fail: ({ provider_checkout_id: id }) => act.does('settle', id, { outcome: 'failed' }),
          }
        : {
            decline: ({ provider_checkout_id: id }) => act.does('pay', id, { outcome: 'declined' }),
          }),
    },
    close: async () => {},
  }
}

/** Square in the shared sandbox. */
export async function openSquare(
  sandbox: SharedSandbox,
  timeout_ms = usualTimeoutMs,
): Promise<Stage> {
  const { square } = await sandbox.control('GET /config')
  const settings = {
    access_token: square.accessToken,
    location_id: square.locationId,
    webhook_signature_key: square.webhookSignatureKey,
    webhook_url: sandbox.webhookUrl('square'),
    api_base: sandbox.urls.square,
  }
  const surroundings = { public_url: 'https://pay.acme.example', currency: square.currency }
  const act = actor(sandbox, 'square')
  return {
    provider: await createSquare(settings, { ...surroundings, timeout_ms }),
    method: 'square_card',
    webhooks_tell_time: false,
    ...common(sandbox, 'square', 'orders', 'reference_id'),
    customer: {
      ...act.customer,
      pay: ({ provider_checkout_id: id }) => act.does('pay', id, { outcome: 'paid' }),
      decline: ({ provider_checkout_id: id }) => act.does('pay', id, { outcome: 'declined' }),
      cancel: ({ provider_checkout_id: id }) => act.does('pay', id, { outcome: 'cancelled' }),
    },
    close: async () => {},
  }
}

/** What is the same for all providers of the sandbox. */
function common(sandbox: SharedSandbox, provider: string, kind: string, reference: string) {
  return {
    fault: (faultKind: string) =>
      sandbox.control('POST /fault', { provider, kind: faultKind, count: 1 }),
    hostedPages: async (id: string) => {
      const objects = await sandbox.control(`GET /objects?provider=${provider}`)
      return objects[kind].filter((one: Record<string, unknown>) => one[reference] === id).length
    },
    webhooks: () => sandbox.deliveries(provider),
  }
}

function actor(sandbox: SharedSandbox, provider: string) {
  const disputes = new Map<string, string>()
  const does = (call: string, id: string, more: object) =>
    sandbox.control(`POST /${call}`, { provider, id, ...more })
  const customer: Pick<Stage['customer'], 'refundInDashboard' | 'dispute' | 'closeDispute'> = {
    refundInDashboard: ({ provider_checkout_id: id }, amount) => does('refund', id, { amount }),
    dispute: async ({ provider_checkout_id: id }) => {
      disputes.set(id, (await does('dispute', id, {})).dispute)
    },
    closeDispute: ({ provider_checkout_id: id }, outcome) =>
      does('dispute/close', disputes.get(id) ?? '', { outcome }),
  }
  return { does, customer }
}
