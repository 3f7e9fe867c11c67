import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId, type Stage, start, startPaid } from './contract/stage.ts'
import { describeProvider } from './contract.ts'
import { type SharedSandbox, startSharedSandbox } from './shared-sandbox.ts'
import { openSquare, openStripe } from './shared-stages.ts'

/** The same contract against a strict double that is not ours. */
const shared = await startSharedSandbox()

if (typeof shared === 'string') test.skip(`the shared provider sandbox: ${shared}`, () => {})
else testAgainst(shared)

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
  for (const [name, open] of Object.entries(stages)) testCalls(name, open, sandbox)
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

function testCalls(name: string, open: () => Promise<Stage>, sandbox: SharedSandbox): void {
  test(`${name}: from Pay now to paid it takes two calls`, async () => {
    const stage = await open()
    const { provider, customer } = stage
    const requests = () => sandbox.control(`GET /requests?provider=${provider.name}`)
    const before = (await requests()).length
    const checkout = await start(stage)
    await customer.pay(checkout)
    const truth = await provider.fetchCheckout(checkout, { capture: true, agreed: true })
    expect(truth.state).toBe(customer.settle ? 'processing' : 'succeeded')
    expect(await requests()).toHaveLength(before + 2)
    await stage.close()
  })
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
