import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { MethodName } from '../../src/domain/checkout.ts'
import { createSquare } from '../../src/providers/square/create-square.ts'
import { createStripe } from '../../src/providers/stripe/create-stripe.ts'
import { newId, type Stage, startPaid } from './contract/stage.ts'
import { describeProvider } from './contract.ts'
import { type SharedSandbox, startSharedSandbox } from './shared-sandbox.ts'

/**
 * The same contract against a double that is not ours, and that knows the providers' own
 * descriptions.
 */
const shared = await startSharedSandbox()

if (typeof shared === 'string') test.skip(`the shared provider sandbox: ${shared}`, () => {})
else testAgainst(shared)

/** Long enough for a busy machine: what is given up on and asked again would be a conflict. */
const usualTimeoutMs = 1500

function testAgainst(sandbox: SharedSandbox): void {
  const stages = {
    'Stripe, by card': () => openStripe(sandbox, 'stripe_card'),
    'Stripe, by bank transfer': () => openStripe(sandbox, 'stripe_ach'),
    Square: () => openSquare(sandbox),
  }
  beforeAll(() => warmUp(sandbox))
  afterAll(() => sandbox.close())

  for (const [name, open] of Object.entries(stages)) {
    describeProvider(`${name}, in the shared sandbox`, open)
  }
  // Last: what was forged lies among the webhooks afterwards.
  for (const [name, open] of Object.entries(stages)) testForgeries(name, open, sandbox)

  describe('the shared sandbox afterwards', () => {
    test('has refused nothing but what we meant to be refused', async () => {
      const { invalidRequests, idempotencyConflicts } = await sandbox.control('GET /problems')
      const meant = /unknown1|982801/
      const said = (entry: unknown) => JSON.stringify(entry)
      expect(invalidRequests.map(said).filter((text: string) => !meant.test(text))).toEqual([])
      expect(idempotencyConflicts).toEqual([])
    })

    test('has collected each checkout once', async () => {
      const { entries } = await sandbox.control('GET /ledger')
      const references = entries.map(({ reference }: { reference: string }) => reference)
      expect(references.length).toBeGreaterThan(0)
      expect(new Set(references).size).toBe(references.length)
    })
  })
}

/** Its first answer takes seconds, while it reads the providers' descriptions. */
async function warmUp(sandbox: SharedSandbox): Promise<void> {
  const stages = [
    await openStripe(sandbox, 'stripe_card', 60_000),
    await openSquare(sandbox, 60_000),
  ]
  for (const stage of stages) {
    const { checkout, charge } = await startPaid(stage)
    const { provider_payment_id } = charge
    const wanted = { amount_minor: 100, currency: 'USD', reason: '', refund_id: newId('ref') }
    await stage.provider.refund({ ...wanted, checkout, provider_payment_id })
  }
}

function testForgeries(name: string, open: () => Promise<Stage>, sandbox: SharedSandbox): void {
  test(`${name}: what is forged on the way is refused`, async () => {
    const stage = await open()
    const { provider } = stage
    await startPaid(stage)
    const ways = [
      'forge',
      'tamper',
      'unsigned',
      ...(stage.webhooks_tell_time === false ? [] : ['stale']),
    ]
    for (const how of ways) {
      const before = (await sandbox.deliveries(provider.name)).length
      const type = provider.name === 'square' ? 'payment.updated' : 'checkout.session.completed'
      const wanted = { provider: provider.name, type, which: 'last', how }
      await sandbox.control('POST /webhooks/deliver', wanted)
      const forged = (await sandbox.deliveries(provider.name)).slice(before)
      expect(forged).toHaveLength(1)
      for (const { headers, raw } of forged) {
        const verdict = provider.verifyWebhook?.({ headers, raw, now: new Date() })
        await expect(verdict, how).rejects.toMatchObject({ kind: 'forged' })
      }
    }
    await stage.close()
  })
}

async function openStripe(
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

async function openSquare(sandbox: SharedSandbox, timeout_ms = usualTimeoutMs): Promise<Stage> {
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
