import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPaypal } from '../../src/providers/paypal/create-paypal.ts'
import { newId, type Stage, start, startPaid } from './contract/stage.ts'
import { describeProvider } from './contract.ts'
import { type SharedSandbox, startSharedSandbox } from './shared-sandbox.ts'

/** PayPal's contract against a double that is not ours, and that knows PayPal's own descriptions. */
const shared = await startSharedSandbox()

if (typeof shared === 'string') test.skip(`the shared provider sandbox: ${shared}`, () => {})
else testAgainst(shared)

function testAgainst(sandbox: SharedSandbox): void {
  let stage: Stage
  beforeAll(async () => {
    await warmUp(await openPaypal(sandbox, 'paid', 60_000))
    stage = await openPaypal(sandbox, 'paid')
  })
  afterAll(() => sandbox.close())

  const does = doer(sandbox)
  describeProvider('PayPal, in the shared sandbox', () => openPaypal(sandbox, 'paid'))
  describeProvider('PayPal by eCheck, in the shared sandbox', () => openPaypal(sandbox, 'pending'))

  test('from Pay now to paid it takes two calls', async () => {
    // Which has the token, for hours.
    await startPaid(stage)
    const requests = () => sandbox.control('GET /requests?provider=paypal')
    const before = (await requests()).length
    const checkout = await start(stage)
    await does('pay', checkout.provider_checkout_id, { outcome: 'paid' })
    const truth = await stage.provider.fetchCheckout(checkout, { capture: true, agreed: true })
    expect(truth.state).toBe('succeeded')
    const verbs = (await requests()).slice(before).map(({ path }: { path: string }) => path)
    expect(verbs.map((path: string) => path.split('/').at(-1))).toEqual(['orders', 'capture'])
  })

  test('a token that PayPal ended is renewed', async () => {
    await sandbox.control('POST /expire-tokens', {})
    expect((await startPaid(stage)).charge.amount_minor).toBe(982_800)
  })

  test.each(['won', 'lost'] as const)('a dispute is told, by API and webhook: %s', async (end) => {
    const { checkout, charge } = await startPaid(stage)
    const told = async () => {
      const truth = await stage.provider.fetchCheckout(checkout, { capture: true, disputes: true })
      return truth.disputes
    }
    const { dispute } = await does('dispute', checkout.provider_checkout_id, {})
    const opened = await told()
    expect(opened).toMatchObject([{ state: 'open', amount_minor: 982_800, currency: 'USD' }])
    expect(opened[0]?.provider_payment_id).toBe(charge.provider_payment_id)
    await does('dispute/close', dispute, { outcome: end })
    const closed = await told()
    expect(closed).toEqual([{ ...opened[0], state: end }])
    const deliveries = await sandbox.deliveries('paypal')
    const notices = await Promise.all(
      deliveries
        .slice(-6)
        .map((one) => stage.provider.verifyWebhook?.({ ...one, now: new Date() })),
    )
    const sent = notices.findLast((notice) => notice?.type === 'CUSTOMER.DISPUTE.RESOLVED')
    expect(sent).toMatchObject({ checkout_id: checkout.checkout_id, disputes: closed })
  })

  test('what is forged on the way is refused', async () => {
    await startPaid(stage)
    for (const how of ['forge', 'forge-cert', 'tamper', 'unsigned', 'stale']) {
      const before = (await sandbox.deliveries('paypal')).length
      const wanted = { type: 'PAYMENT.CAPTURE.COMPLETED', which: 'last', how }
      await sandbox.control('POST /webhooks/deliver', { provider: 'paypal', ...wanted })
      const forged = (await sandbox.deliveries('paypal')).slice(before)
      expect(forged).toHaveLength(1)
      for (const delivery of forged) {
        const verdict = stage.provider.verifyWebhook?.({ ...delivery, now: new Date() })
        await expect(verdict, how).rejects.toMatchObject({ kind: 'forged' })
      }
    }
  })

  test('it has refused nothing but what we meant to be refused', async () => {
    const { invalidRequests, idempotencyConflicts } = await sandbox.control('GET /problems')
    const issues = invalidRequests.map(({ problems }: { problems: string[] }) => problems.join())
    const meant = /REFUND_AMOUNT_EXCEEDED|INSTRUMENT_DECLINED|invalid_token/
    expect(issues.filter((issue: string) => !meant.test(issue))).toEqual([])
    expect(idempotencyConflicts).toEqual([])
  })

  test('it has collected each checkout once', async () => {
    const { entries } = await sandbox.control('GET /ledger')
    const references = entries.map(({ reference }: { reference: string }) => reference)
    expect(references.length).toBeGreaterThan(20)
    expect(new Set(references).size).toBe(references.length)
  })
}

/** Its first answers take seconds, while it reads the providers' descriptions. */
async function warmUp(stage: Stage): Promise<void> {
  const { checkout, charge } = await startPaid(stage)
  const { provider_payment_id } = charge
  const wanted = { amount_minor: 100, currency: 'USD', reason: '', refund_id: newId('ref') }
  await stage.provider.refund({ ...wanted, checkout, provider_payment_id })
}

async function openPaypal(
  sandbox: SharedSandbox,
  outcome: 'paid' | 'pending',
  timeout_ms = 1500,
): Promise<Stage> {
  const { paypal } = await sandbox.control('GET /config')
  const settings = {
    client_id: paypal.clientId,
    client_secret: paypal.clientSecret,
    webhook_id: paypal.webhookId,
    api_base: sandbox.urls.paypal,
  }
  const does = doer(sandbox)
  return {
    provider: await createPaypal(settings, { timeout_ms }),
    method: 'paypal',
    customer: {
      pay: ({ provider_checkout_id: id }) => does('pay', id, { outcome }),
      decline: ({ provider_checkout_id: id }) => does('pay', id, { outcome: 'declined' }),
      cancel: ({ provider_checkout_id: id }) => does('pay', id, { outcome: 'cancelled' }),
      refundInDashboard: ({ provider_checkout_id: id }, amount) => does('refund', id, { amount }),
      // Disputes have tests of their own: here they have no deadline.
      ...(outcome === 'pending'
        ? {
            settle: ({ provider_checkout_id: id }) => does('settle', id, { outcome: 'succeeded' }),
            fail: ({ provider_checkout_id: id }) => does('settle', id, { outcome: 'failed' }),
          }
        : {}),
    },
    fault: (kind) => sandbox.control('POST /fault', { provider: 'paypal', kind, count: 1 }),
    hostedPages: async (id) => {
      const { orders } = await sandbox.control('GET /objects?provider=paypal')
      const [mine, all] = [JSON.stringify(id), orders.map((one: unknown) => JSON.stringify(one))]
      return all.filter((text: string) => text.includes(mine)).length
    },
    webhooks: () => sandbox.deliveries('paypal'),
    close: async () => {},
  }
}

/** What happens at PayPal without us. */
function doer(sandbox: SharedSandbox) {
  return (call: string, id: string, more: object) =>
    sandbox.control(`POST /${call}`, { provider: 'paypal', id, ...more })
}
