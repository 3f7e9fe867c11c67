import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { handOver } from '../../src/usecases/hand-over.ts'
import { reconcile } from '../../src/usecases/reconcile.ts'
import { refundPayment } from '../../src/usecases/refund-payment.ts'
import { chooseSandboxOutcome, showSandboxPage } from '../../src/usecases/sandbox-page.ts'
import { actions } from '../support/paying.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp & ReturnType<typeof actions>
let token: string

beforeEach(async () => {
  const opened = await openTestApp({ payments: { sandbox: { enabled: true } } })
  await createCustomer(opened.app, { name: 'John Smith', email: 'john@example.com' })
  t = { ...opened, ...actions(opened.app) }
  token = (await t.send()).token
})
afterEach(async () => {
  expect(await t.problems()).toEqual([])
  await t.close()
})

const start = () => t.start(token, { method: 'sandbox' })

async function pageOf(id: string): Promise<string> {
  const go = await handOver(t.app, { id })
  if (go.status !== 'go') throw new Error('nowhere to go')
  expect(go.page).toMatchObject({ provider: 'sandbox', test: true })
  return go.page.url.split('/sandbox/')[1] ?? ''
}

async function choose(id: string, outcome: string): Promise<string> {
  const chosen = await chooseSandboxOutcome(t.app, { id: await pageOf(id), outcome })
  return chosen?.to ?? ''
}

describe('on the page of the sandbox', () => {
  test('paying is paid, and leads back', async () => {
    const id = await start()
    expect(await showSandboxPage(t.app, { id: await pageOf(id) })).toMatchObject({
      state: 'open',
      amount_minor: 10_000,
      description: 'Invoice INV-001',
    })
    expect(await choose(id, 'paid')).toContain(`/go/${id}/return?k=`)
    expect(await t.comeBack(id)).toBe('paid')
    expect((await t.document()).ledger).toMatchObject([{ provider: 'sandbox', method: 'sandbox' }])
    expect(await t.mails()).toEqual(['receipt', 'paid'])
  })

  test('declining is declined, and another page can be opened', async () => {
    const id = await start()
    await choose(id, 'declined')
    expect(await t.comeBack(id)).toBe('declined')
    const again = await start()
    expect(again).not.toBe(id)
    await choose(again, 'paid')
    expect(await t.comeBack(again)).toBe('paid')
  })

  test('giving up leads back as given up', async () => {
    const id = await start()
    expect(await choose(id, 'canceled')).toMatch(/&canceled=1$/)
    expect(await t.comeBack(id, true)).toBe('not_finished')
    expect(await start()).not.toBe(id)
  })

  test('what is left pending arrives a day later', async () => {
    const id = await start()
    await choose(id, 'pending')
    expect(await t.comeBack(id)).toBe('processing')
    t.setNow('2025-01-16T14:59:00Z')
    expect((await reconcile(t.app)).items).toEqual([])
    t.setNow('2025-01-16T15:00:00Z')
    expect((await reconcile(t.app)).items).toMatchObject([{ found: 'payment' }])
    expect((await t.document()).ledger).toMatchObject([{ on: '2025-01-16' }])
  })

  test.each([
    ['paid', 'payment'],
    ['declined', 'failed'],
  ])('what is left pending can be made %s at once', async (outcome, found) => {
    const id = await start()
    const page = await pageOf(id)
    await choose(id, 'pending')
    await t.comeBack(id)
    expect(await showSandboxPage(t.app, { id: page })).toMatchObject({ state: 'pending' })
    await chooseSandboxOutcome(t.app, { id: page, outcome })
    expect((await reconcile(t.app)).items).toMatchObject([{ found }])
  })

  test('a button pressed twice, or one that there is not, changes nothing', async () => {
    const id = await start()
    const page = await pageOf(id)
    await chooseSandboxOutcome(t.app, { id: page, outcome: 'constructor' })
    expect(await showSandboxPage(t.app, { id: page })).toMatchObject({ state: 'open' })
    await chooseSandboxOutcome(t.app, { id: page, outcome: 'paid' })
    await chooseSandboxOutcome(t.app, { id: page, outcome: 'canceled' })
    expect(await showSandboxPage(t.app, { id: page })).toMatchObject({ state: 'paid' })
    expect(await chooseSandboxOutcome(t.app, { id: 'sx_none', outcome: 'paid' })).toBeUndefined()
  })

  test('refunds are given back once', async () => {
    const id = await start()
    await choose(id, 'paid')
    await t.comeBack(id)
    const payment = (await t.document()).ledger[0]?.id ?? ''
    await refundPayment(t.app, { payment, amount: '30' })
    const { refund } = await refundPayment(t.app, { payment })
    expect(refund).toMatchObject({ state: 'succeeded', amount_minor: 7_000 })
    expect((await reconcile(t.app)).items).toEqual([])
  })
})

test('play money on a public address is refused, unless that is meant', async () => {
  const write = (more: string) =>
    writeFile(
      join(t.dir, 'config.yml'),
      `public_url: https://pay.example\npayments: {sandbox: {enabled: true${more}}}\n`,
    )
  await write('')
  await expect(loadConfig(t.dir, {})).rejects.toMatchObject({
    code: 'config_invalid',
    details: [{ field: 'payments.sandbox.enabled' }],
  })
  await write(', allow_public: true')
  await expect(loadConfig(t.dir, {})).resolves.toBeDefined()
})
