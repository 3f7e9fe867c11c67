import { expect, test } from 'vitest'
import type { ProviderDispute } from '../../../src/domain/provider-state.ts'
import type { ProviderCheckout } from '../../../src/ports/payment-provider.ts'
import { look, newId, type Stage, startPaid } from './stage.ts'

/** Refunds, ours and those of the dashboard, and disputes. */
export function testGoingBack(open: () => Stage): void {
  test('a payment is refunded in parts, to the last cent', async () => {
    const stage = open()
    const { checkout, charge } = await startPaid(stage)
    for (const amount_minor of [300_000, 682_800]) {
      const refund = await stage.provider.refund(order(checkout, charge, amount_minor))
      expect(refund).toMatchObject({ amount_minor, currency: 'USD' })
      expect(['pending', 'succeeded']).toContain(refund.state)
    }
    const { refunds } = await look(stage, checkout)
    expect(refunds.map(({ amount_minor }) => amount_minor).sort()).toEqual([300_000, 682_800])
    for (const refund of refunds) {
      expect(refund.provider_payment_id).toBe(charge.provider_payment_id)
    }
  })

  test('the same refund asked for twice is made once', async () => {
    const stage = open()
    const { checkout, charge } = await startPaid(stage)
    const wanted = order(checkout, charge, 100_000)
    const first = await stage.provider.refund(wanted)
    const second = await stage.provider.refund(wanted)
    expect(second.provider_refund_id).toBe(first.provider_refund_id)
    const { refunds } = await look(stage, checkout)
    expect(refunds).toHaveLength(1)
    expect(refunds[0]).toMatchObject({ ...first, state: refunds[0]?.state, at: refunds[0]?.at })
    expect(refunds[0]?.refund_id).toBe(wanted.refund_id)
  })

  test('more than was paid is refused', async () => {
    const stage = open()
    const { checkout, charge } = await startPaid(stage)
    const failure = stage.provider.refund(order(checkout, charge, 982_801))
    await expect(failure).rejects.toMatchObject({ name: 'ProviderError', kind: 'refused' })
    expect((await look(stage, checkout)).refunds).toEqual([])
  })

  test('refunds of the dashboard appear, and are not taken for ours', async (context) => {
    const stage = open()
    if (!stage.customer.refundInDashboard) return context.skip('there is no dashboard')
    const { checkout, charge } = await startPaid(stage)
    await stage.customer.refundInDashboard(checkout, 50_000)
    const { refunds, state } = await look(stage, checkout)
    expect(state).toBe('succeeded')
    expect(refunds).toMatchObject([{ amount_minor: 50_000, currency: 'USD', refund_id: '' }])
    expect(refunds[0]?.provider_payment_id).toBe(charge.provider_payment_id)
  })

  test.for(['won', 'lost'] as const)('a dispute appears, and is %s', async (outcome, context) => {
    const stage = open()
    const { dispute, closeDispute } = stage.customer
    if (!dispute) return context.skip('nothing is disputed here')
    const { checkout, charge } = await startPaid(stage)
    await dispute(checkout)
    const opened = await disputesOf(stage, checkout)
    expect(opened).toMatchObject([{ amount_minor: 982_800, currency: 'USD' }])
    expect(opened[0]?.provider_payment_id).toBe(charge.provider_payment_id)
    // A bank debit's dispute is lost from the start.
    if (opened[0]?.state === 'lost' || !closeDispute) return
    expect(opened[0]?.state).toBe('open')
    expect(Date.parse(opened[0]?.due_at ?? '')).toBeGreaterThan(Date.now())
    await closeDispute(checkout, outcome)
    const closed = await disputesOf(stage, checkout)
    expect(closed.map(({ state }) => state)).toEqual([outcome])
    expect(closed[0]?.provider_dispute_id).toBe(opened[0]?.provider_dispute_id)
  })
}

function order(
  checkout: ProviderCheckout,
  { provider_payment_id }: { provider_payment_id: string },
  amount_minor: number,
) {
  const { currency } = checkout
  const reason = 'The tiles were broken'
  return {
    checkout,
    provider_payment_id,
    refund_id: newId('ref'),
    amount_minor,
    currency,
    reason,
  }
}

/** What webhooks have told us of a payment, and what the provider says when it is asked. */
async function disputesOf(stage: Stage, checkout: ProviderCheckout): Promise<ProviderDispute[]> {
  const told = new Map<string, ProviderDispute>()
  for (const { headers, raw } of (await stage.webhooks?.()) ?? []) {
    const notice = await stage.provider.verifyWebhook?.({ headers, raw, now: new Date() })
    for (const dispute of notice?.disputes ?? []) told.set(dispute.provider_dispute_id, dispute)
  }
  const { disputes, charges } = await look(stage, checkout)
  for (const dispute of disputes) told.set(dispute.provider_dispute_id, dispute)
  const ids = charges.map(({ provider_payment_id }) => provider_payment_id)
  return [...told.values()].filter((dispute) => ids.includes(dispute.provider_payment_id))
}
