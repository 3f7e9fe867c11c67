import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { App } from '../../src/app.ts'
import { openApp } from '../../src/open-app.ts'
import { receiveWebhook } from '../../src/usecases/receive-webhook.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { startCheckout } from '../../src/usecases/start-checkout.ts'
import { type StripeDouble, startStripe, stripeSecrets } from '../doubles/stripe.ts'
import { portalWorkspaces, testNow, type Workspace } from '../support/run-portal.ts'
import { noTerminal, openTerminal } from '../support/terminal.ts'

const makeWorkspace = portalWorkspaces({ here: true })
let w: Workspace
let stripe: StripeDouble
let app: App

beforeAll(async () => {
  w = await makeWorkspace()
  stripe = await startStripe()
  writeConfig(stripe.double.url)
  await w.run('customer', 'create', '--name', 'John Smith', '--email', 'john@example.com')
  const items = [{ description: 'Repair', unit_price: '100' }]
  const drafts = Array.from({ length: 8 }, () => ({ customer: 'John Smith', items }))
  await w.feed(JSON.stringify(drafts), 'invoice', 'create', '--from', '-')
  app = await openApp({ dir: w.dir, env: { PORTAL_TEST: '1', PORTAL_NOW: testNow } })
})

afterAll(async () => {
  await app?.close()
  await stripe?.double.close()
})

describe('a provider’s payment', () => {
  test('that nobody reported is found by reconcile, once', async () => {
    const session = await pay('INV-001', 'stripe_card')
    expect((await w.json('reconcile')).json()).toMatchObject({
      checked: 1,
      changed: 1,
      items: [
        {
          number: 'INV-001',
          provider: 'stripe',
          checkout_id: stripe.account.sessions.get(session)?.reference,
          found: 'payment',
          amount_minor: 10_000,
        },
      ],
      needs_review: 0,
    })
    const { stdout } = await w.run('reconcile')
    expect(stdout).toContain('Asked about 1 checkout; the books are the same.\n')
    expect((await w.json('invoice', 'show', 'INV-001')).json().state).toBe('paid')
  })

  test('is listed with its receipt, as in the document', async () => {
    const { items, total } = (await w.json('payment', 'list', 'INV-001')).json()
    expect(total).toBe(1)
    expect(items[0]).toMatchObject({
      id: expect.stringMatching(/^pay_/),
      number: 'INV-001',
      kind: 'payment',
      amount_minor: 10_000,
      currency: 'USD',
      provider: 'stripe',
      method: 'stripe_card',
      provider_payment_id: expect.stringMatching(/^pi_/),
      state: 'succeeded',
      at: expect.any(String),
      receipt: { number: 'RCT-0001', url: expect.stringMatching(/\/r\/[0-9a-z]{32}$/) },
      refunded_minor: 0,
    })
    const [payment] = (await w.json('invoice', 'show', 'INV-001')).json().payments
    expect(items[0]).toMatchObject(payment)
    expect((await w.run('payment', 'list')).stdout).toMatch(/INV-001 +payment +card .*RCT-0001/)
  })

  test('has its receipt as PDF', async () => {
    const { code, json } = await w.json('pdf', 'rct-0001')
    expect(code).toBe(0)
    expect(json()).toMatchObject({ number: 'RCT-0001', file: join(w.dir, 'RCT-0001.pdf') })
    expect(readFileSync(json().file).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await w.json('pdf', 'RCT-0001', '--version', '1')).code).toBe(3)
    expect((await w.json('pdf', 'RCT-0404')).code).toBe(3)
  })

  test('is refunded in parts, after a yes, and then Pay rests until it is asked for again', async () => {
    const asked = await w.json('payment', 'refund', 'RCT-0001', '--amount', '30.00')
    expect([asked.code, asked.json().error.code]).toEqual([1, 'needs_confirmation'])
    expect(asked.json().error.message).toContain(
      'Refund $30.00 of the $100.00 paid on INV-001 by card through Stripe?',
    )
    const { code, json } = await w.json(
      ...['payment', 'refund', 'RCT-0001', '--amount', '30.00', '--reason', 'Broken tile', '--yes'],
    )
    expect(code).toBe(0)
    expect(json()).toMatchObject({
      id: expect.stringMatching(/^rf_/),
      number: 'INV-001',
      kind: 'refund',
      amount_minor: -3_000,
      provider: 'stripe',
      state: 'succeeded',
    })
    const rest = await w.run('payment', 'refund', 'RCT-0001', '--yes')
    expect(rest.stdout).toContain('Refunded $70.00 of INV-001.')
    expect(rest.stdout).toContain('payment and reminders are paused until')
    expect(rest.stdout).toContain('portal invoice reopen INV-001')
    const [payment] = (await w.json('payment', 'list', 'INV-001')).json().items
    expect(payment).toMatchObject({ state: 'refunded', refunded_minor: 10_000 })
    expect((await w.json('invoice', 'show', 'INV-001')).json()).toMatchObject({
      refunded_minor: 10_000,
      balance_due_minor: 10_000,
      amount_due_now_minor: 0,
    })
  })

  test('that was refunded is asked for again by invoice reopen', async () => {
    const { code, json } = await w.json('invoice', 'reopen', 'INV-001')
    expect([code, json().amount_due_now_minor]).toEqual([0, 10_000])
  })

  test('is refunded and asked for at once with --reopen', async () => {
    await pay('INV-002', 'stripe_card')
    const { items } = (await w.json('reconcile')).json()
    expect(items).toHaveLength(1)
    const [payment] = (await w.json('payment', 'list', 'INV-002')).json().items
    const { stdout } = await w.run('payment', 'refund', payment.id, '--reopen', '--yes')
    expect(stdout).toContain('$100.00 is asked for on INV-002.')
    expect((await w.json('invoice', 'show', 'INV-002')).json().amount_due_now_minor).toBe(10_000)
  })

  test.each([
    [['pay_nothere'], 3, 'not_found'],
    [['RCT-0002', '--amount', '0'], 2, 'invalid_input'],
    [['RCT-0002', '--amount', '１.00'], 2, 'invalid_input'],
    [['RCT-0002'], 1, 'wrong_state'],
  ])('refuses to refund %j', async (args, code, error) => {
    const ran = await w.json('payment', 'refund', ...args, '--yes')
    expect([ran.code, ran.json().error.code]).toEqual([code, error])
  })
})

describe('what is not settled', () => {
  test('is on its way in status, show and open', async () => {
    await pay('INV-003', 'stripe_ach')
    expect((await w.json('reconcile')).json().items).toMatchObject([{ found: 'processing' }])
    const { processing } = (await w.json('status')).json()
    expect(processing).toMatchObject([{ number: 'INV-003', amount_minor: 10_000 }])
    const { stdout } = await w.run('status')
    expect(stdout).toMatch(/Payments on their way +1 +\$100\.00/)
    const said = 'INV-003: $100.00 by bank transfer (ACH) has been on its way since'
    expect((await w.run('invoice', 'show', 'INV-003')).stdout).toContain(said)
    expect((await w.run('open', 'INV-003', '--no-browser')).stdout).toContain(said)
  })

  test('a dispute shows with its deadline, in status and in the timeline', async () => {
    const session = await pay('INV-004', 'stripe_card')
    await w.json('reconcile')
    stripe.account.dispute(session)
    const found = (await w.json('reconcile')).json().items
    expect(found).toMatchObject([{ number: 'INV-004', found: 'dispute' }])
    const status = (await w.json('status')).json()
    expect(status.disputes).toMatchObject([{ number: 'INV-004', amount_minor: 10_000 }])
    const { stdout } = await w.run('status')
    expect(stdout).toContain('INV-004: $100.00 is disputed')
    expect(stdout).toContain('Next: portal timeline INV-004')
    expect((await w.run('timeline', 'INV-004')).stdout).toContain('payer disputes $100.00')
    expect(stdout.trimEnd().split('\n').length).toBeLessThan(24)
  })
})

describe('webhooks', () => {
  beforeAll(async () => {
    const before = stripe.double.deliveries.length
    await pay('INV-005', 'stripe_card')
    for (const delivery of stripe.double.deliveries.slice(before)) {
      expect((await receiveWebhook(app, 'stripe', delivery)).status).toBe('stored')
    }
  })

  test('are listed, by provider and state', async () => {
    const { items, total } = (await w.json('webhook', 'list', '--provider', 'stripe')).json()
    expect(total).toBeGreaterThan(0)
    expect(items[0]).toMatchObject({
      provider: 'stripe',
      state: 'received',
      attempts: 0,
      error: '',
    })
    expect(items[0]).not.toHaveProperty('body')
    expect((await w.json('webhook', 'list', '--provider', 'paypal')).json().total).toBe(0)
    expect((await w.json('webhook', 'list', '--state', 'failed')).json().total).toBe(0)
    const { stdout } = await w.run('webhook', 'list')
    expect(stdout).toMatch(/Stripe +checkout\.session\.completed .*received/)
  })

  test('are looked at again by id', async () => {
    const { items } = (await w.json('webhook', 'list')).json()
    const { id } = items.find(({ type }: { type: string }) => type === 'checkout.session.completed')
    const ran = await w.json('webhook', 'replay', id)
    expect(ran.code).toBe(0)
    expect(ran.json().items).toMatchObject([{ id, state: 'processed' }])
    expect((await w.json('invoice', 'show', 'INV-005')).json().state).toBe('paid')
    expect((await w.json('webhook', 'replay', '--failed')).json()).toEqual({ items: [], total: 0 })
  })

  test.each([
    [['webhook', 'replay'], 2, 'usage'],
    [['webhook', 'replay', 'wh_1', '--failed'], 2, 'usage'],
    [['webhook', 'replay', 'wh_nothere'], 3, 'not_found'],
    [['webhook', 'list', '--provider', 'strip'], 2, 'invalid_input'],
    [['webhook', 'list', '--state', 'faild'], 2, 'invalid_input'],
  ])('refuses %j', async (args, code, error) => {
    const ran = await w.json(...args)
    expect([ran.code, ran.json().error.code]).toEqual([code, error])
  })
})

describe('what the owner records', () => {
  const record = (...args: string[]) =>
    w.json('payment', 'record', ...args, '--method', 'check', '--reference', '1042')

  beforeAll(async () => {
    for (const number of ['INV-006', 'INV-007']) await shareDocument(app, { number })
  })

  test('has a receipt that goes out at once, and none with --no-receipt', async () => {
    const { json } = await record('INV-006', '--amount', '60')
    expect(json()).toMatchObject({
      provider: 'manual',
      method: 'check',
      receipt: { number: expect.stringMatching(/^RCT-/), url: expect.stringContaining('/r/') },
    })
    const bare = await record('INV-006', '--amount', '40', '--no-receipt')
    expect(bare.json().receipt).toBeNull()
    const said = await w.run('payment', 'record', 'INV-007', '--amount', '10', '--method', 'cash')
    expect(said.stdout).toMatch(/Receipt RCT-\d+: http\S+\/r\//)
    expect(said.stdout).toContain('The receipt went to john@example.com.')
  })

  test('is given back as a note', async () => {
    const [payment] = (await w.json('payment', 'list', 'INV-006')).json().items
    const { stdout } = await w.run('payment', 'refund', payment.id, '--amount', '5', '--yes')
    expect(stdout).toContain('Refunded $5.00 of INV-006. It is only noted: hand the money over.')
    expect(stdout).toContain('The note about the refund went to john@example.com.')
    expect((await w.run('timeline', 'INV-006')).stdout).toContain('refunded $5.00')
  })
})

test('what the owner records beside a payment on its way is told, to people and to scripts', async () => {
  const record = ['payment', 'record', 'INV-003', '--amount', '60', '--method', 'check']
  const { code, json } = await w.json(...record)
  expect([code, json().warnings[0]]).toMatchObject([
    0,
    { code: 'on_its_way', amount_minor: 10_000, too_much_minor: 6_000 },
  ])
  const { stdout, stderr } = await w.run(...record)
  expect(stderr).toBe('')
  expect(stdout.replaceAll('\n', ' ')).toContain('If it comes too, INV-003 is overpaid by $120.00.')
  expect(stdout).toMatch(/portal payment refund pay_\w+ --reopen/)
})

test('that a page could not follow is told to scripts, too', async () => {
  const { url } = (await w.json('share', 'INV-008')).json()
  const page = join(w.dir, `site${new URL(url).pathname}.html`)
  rmSync(page)
  mkdirSync(page)
  const record = ['payment', 'record', 'INV-008', '--amount', '1', '--method', 'cash', '--quiet']
  const { code, json, stderr } = await w.json(...record)
  expect([code, json().amount_minor]).toEqual([0, 100])
  expect(stderr).toMatch(/^Its pages show what was before: .*EISDIR.*\n.+\n$/)
  rmSync(page, { recursive: true })
})

test.skipIf(noTerminal)(
  'and asked about before it is booked, where somebody can be asked',
  async () => {
    const record = ['payment', 'record', 'INV-003', '--amount', '60', '--method', 'check']
    const at = openTerminal(w.dir, record, { width: 80 })
    const screen = await at.sees('Book $60.00, though nothing is due and $100.00 is on its way?')
    expect(screen.replaceAll('\n', ' ')).toContain(
      'If it comes too, INV-003 is overpaid by $180.00.',
    )
    at.press('Enter')
    await at.sees('exit 1')
    at.close()
  },
)

describe('a provider that does not answer', () => {
  test('fails reconcile and says why, without changing anything', async () => {
    writeConfig('http://127.0.0.1:9')
    const { code, json } = await w.json('reconcile')
    writeConfig(stripe.double.url)
    expect(code).toBe(1)
    expect(json()).toMatchObject({ changed: 0, items: [] })
    expect(json().unreachable).toBe(json().checked)
  })
})

test('no answer of any command holds a secret', async () => {
  const runs = [['doctor'], ['payment', 'list'], ['webhook', 'list'], ['status'], ['reconcile']]
  for (const args of runs) {
    const { stdout, stderr } = await w.json(...args)
    for (const secret of Object.values(stripeSecrets)) expect(stdout + stderr).not.toContain(secret)
  }
}, 60_000)

function writeConfig(api_base: string): void {
  const business = { name: 'Acme Remodeling', email: 'office@acme.example' }
  const payments = { stripe: { enabled: true, ach: true, api_base, ...stripeSecrets } }
  writeFileSync(join(w.dir, 'config.yml'), stringify({ business, payments }), { mode: 0o600 })
}

/** The customer pays at Stripe, and nobody tells the portal. */
async function pay(number: string, method: string): Promise<string> {
  const { url } = await shareDocument(app, { number })
  const token = url.split('/').at(-1) ?? ''
  const form = { amount_choice: 'due', amount: '', method }
  const started = await startCheckout(app, { kind: 'invoice', token, form })
  expect(started.status).toBe('started')
  const [session = ''] = [...stripe.account.sessions.keys()].slice(-1)
  stripe.account.pay(session)
  return session
}
