import { expect, test } from 'vitest'
import type { WebhookNotice } from '../../../src/ports/payment-provider.ts'
import { type Delivery, type Stage, startPaid } from './stage.ts'

const tenMinutesMs = 600_000

/** Only what the provider has signed is believed, and it leads to the checkout. */
export function testWebhooks(open: () => Stage): void {
  test('what the provider sends is believed, and names the checkout', async (context) => {
    const stage = open()
    if (!stage.webhooks) return context.skip('it sends nothing')
    const { checkout, charge } = await startPaid(stage)
    const notices = await Promise.all((await stage.webhooks()).map((one) => verify(stage, one)))
    const ids = notices.map(({ event_id }) => event_id)
    expect(ids.every((id) => id !== '')).toBe(true)
    expect(new Set(ids).size).toBe(ids.length)
    const about = notices.filter(
      (notice) =>
        notice.checkout_id === checkout.checkout_id ||
        notice.provider_checkout_id === checkout.provider_checkout_id,
    )
    expect(about.length).toBeGreaterThan(0)
    const payments = about.map(({ provider_payment_id }) => provider_payment_id)
    expect(payments).toContain(charge.provider_payment_id)
  })

  test('forged, tampered and unsigned ones are refused', async (context) => {
    const stage = open()
    if (!stage.webhooks) return context.skip('it sends nothing')
    await startPaid(stage)
    const [genuine] = await stage.webhooks()
    if (!genuine) throw new Error('Nothing was sent.')
    const { headers, raw } = genuine
    const unsigned = { 'content-type': 'application/json' }
    const longer = Buffer.concat([raw, Buffer.from(' ')])
    for (const forged of [
      { headers, raw: changed(raw) },
      { headers, raw: longer },
      { headers, raw: Buffer.alloc(0) },
      { headers: unsigned, raw },
      { headers: spoilt(headers, anotherSignature), raw },
      { headers: spoilt(headers, () => ''), raw },
      { headers: spoilt(headers, () => 't=,v1=,,=;'), raw },
    ]) {
      await expect(verify(stage, forged)).rejects.toMatchObject({ kind: 'forged' })
    }
  })

  test('a copy from the past or the future is refused', async (context) => {
    const stage = open()
    if (!stage.webhooks) return context.skip('it sends nothing')
    if (stage.webhooks_tell_time === false) return context.skip('it signs no time')
    await startPaid(stage)
    const [genuine] = await stage.webhooks()
    if (!genuine) throw new Error('Nothing was sent.')
    for (const skew of [-tenMinutesMs, tenMinutesMs]) {
      const now = new Date(Date.now() + skew)
      await expect(verify(stage, genuine, now)).rejects.toMatchObject({ kind: 'forged' })
    }
  })
}

async function verify(
  { provider }: Stage,
  { headers, raw }: Delivery,
  now = new Date(),
): Promise<WebhookNotice> {
  if (!provider.verifyWebhook) throw new Error('There is no route.')
  return provider.verifyWebhook({ headers, raw, now })
}

/** One character is another one. */
function changed(raw: Buffer): Buffer {
  const copy = Buffer.from(raw)
  const last = copy.length - 2
  copy[last] = copy[last] === 0x31 ? 0x32 : 0x31
  return copy
}

/** Every long run of characters begins with another one. */
function anotherSignature(value: string): string {
  return value.replace(/[\w+/]{20,}/g, (run) => `${run.startsWith('1') ? '2' : '1'}${run.slice(1)}`)
}

/** Every header that carries a signature is spoilt. */
function spoilt(
  headers: Record<string, string>,
  spoil: (value: string) => string,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      /signature|transmission-sig/.test(name) ? spoil(value) : value,
    ]),
  )
}
