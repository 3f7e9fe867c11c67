import { afterEach, beforeEach, expect, test } from 'vitest'
import { listMessages } from '../../src/store/outbox.ts'
import { forgetOld } from '../../src/usecases/forget-old.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { startCheckout } from '../../src/usecases/start-checkout.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openPaying, type Paying } from '../support/paying.ts'

let t: Paying

beforeEach(async () => {
  t = await openPaying()
})
afterEach(() => t.close())

const count = async (table: 'checkouts' | 'webhook_events') => {
  const row = await t.app.db.read
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return row.n
}

test('the owner’s words in a mail are forgotten after their days, and the mail is not', async () => {
  await t.send()
  await sendDocuments(t.app, { numbers: ['INV-001'], message: 'Hi John, as we said' })
  t.setNow('2025-02-14T14:59:00Z')
  expect(await forgetOld(t.app)).toMatchObject({ mails: 0 })
  t.setNow('2025-02-14T15:01:00Z')
  expect(await forgetOld(t.app)).toMatchObject({ mails: 1 })
  expect(await forgetOld(t.app)).toEqual({ mails: 0, webhooks: 0, checkouts: 0 })
  const [mail] = await listMessages(t.app.db.read, { state: 'sent' })
  expect(mail).toMatchObject({ kind: 'invoice_sent', data: { attach_pdf: false } })
  expect(JSON.stringify(mail)).not.toContain('as we said')
})

test('what waits keeps its words', async () => {
  await t.send()
  await sendDocuments(t.app, { numbers: ['INV-001'], message: 'Hi John', queue: true })
  t.setNow('2026-01-15T15:00:00Z')
  expect(await forgetOld(t.app)).toMatchObject({ mails: 0 })
})

test('what providers reported is forgotten after its days, and that they did is not', async () => {
  const { token } = await t.send()
  const id = await t.start(token)
  t.stripe.pay(id)
  await t.tell('stripe', { event_id: 'evt_1', checkout_id: id })
  t.setNow('2025-04-15T15:01:00Z')
  expect(await forgetOld(t.app)).toMatchObject({ webhooks: 1 })
  expect(await t.tell('stripe', { event_id: 'evt_1', checkout_id: id })).toMatchObject({})
  expect(await count('webhook_events')).toBe(1)
  expect((await t.document()).ledger).toHaveLength(1)
})

test('attempts to pay that came to nothing are forgotten, those that led to money never', async () => {
  const { token } = await t.send()
  const first = await t.start(token)
  await t.comeBack(first, true)
  await startCheckout(t.app, {
    kind: 'invoice',
    token,
    form: { amount_choice: 'due', amount: '', method: 'paypal' },
  })
  const paid = await t.start(token)
  t.stripe.pay(paid)
  await t.comeBack(paid)
  const before = await count('checkouts')
  t.setNow('2026-03-15T15:00:00Z')
  const { checkouts } = await forgetOld(t.app)
  expect(checkouts).toBeGreaterThan(0)
  expect(await count('checkouts')).toBe(before - checkouts)
  const { ledger } = await t.document()
  expect(ledger).toMatchObject([{ kind: 'payment', checkout_id: paid }])
  await refreshStalePages(t.app)
  expect((await verifyWorkspace(t.app)).problems).toEqual([])
})
