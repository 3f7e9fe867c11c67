import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { createTools } from '../../src/open-app.ts'
import { packageDir } from '../../src/package-dir.ts'
import type { PdfPrinter } from '../../src/ports/pdf-printer.ts'
import { checkWorkspace } from '../../src/usecases/check-workspace.ts'
import { providerFacts } from '../../src/usecases/checks/provider-facts.ts'
import { initWorkspace } from '../../src/usecases/init-workspace.ts'
import { paypalSecrets, startPaypal } from '../doubles/paypal.ts'
import { squareSecrets, startSquare } from '../doubles/square.ts'
import { startStripe, stripeSecrets } from '../doubles/stripe.ts'
import { root } from '../support/source-imports.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
const open: { close(): Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0)) await one.close()
})

const publicUrl = 'https://pay.acme.example'

describe('without a provider', () => {
  test('the report says so and has no line of any', async () => {
    const checks = await inspect({})
    expect(checks.payments).toMatchObject({
      ok: true,
      message: expect.stringMatching(/no provider is enabled/),
    })
    expect(Object.keys(checks).filter((name) => /stripe|paypal|square|sandbox/.test(name))).toEqual(
      [],
    )
  })
})

describe('Stripe', () => {
  test('answers: account, mode, clock, and what to enter in its dashboard', async () => {
    const stripe = await stripeSettings()
    const checks = await inspect({ payments: { stripe }, public_url: publicUrl })
    expect(checks.payments).toMatchObject({ ok: true, message: 'Customers can pay by: card.' })
    expect(checks.stripe).toMatchObject({
      ok: true,
      message: expect.stringMatching(
        /Stripe answers\. Account acct:\w+, test mode.*\n.*clock and this one agree/,
      ),
    })
    expect(checks.stripe_webhooks).toMatchObject({
      ok: true,
      message: expect.stringMatching(/signing secret is set/),
    })
    const { message } = checks.stripe_webhooks ?? { message: '' }
    expect(message).toContain('URL: https://pay.acme.example/webhooks/stripe\n')
    for (const event of providerFacts.stripe.events) expect(message).toContain(event)
    expect(message).not.toContain('cannot be known')
  })

  test('of a key that it does not know it says so, without the key', async () => {
    const stripe = { ...(await stripeSettings()), secret_key: 'sk_test_unknownToStripe' }
    const checks = await inspect({ payments: { stripe } })
    expect(checks.stripe).toMatchObject({
      ok: false,
      message: expect.stringContaining('does not accept payments.stripe.secret_key'),
      remedy: expect.stringContaining('payments.stripe.secret_key'),
    })
    expect(JSON.stringify(checks)).not.toContain('unknownToStripe')
  })

  test.each([
    ['pk_test_51Publishable', /publishable key/],
    ['hunter2', /no key of Stripe’s/],
    ['sk_live_51Live', /hands a live key to 127\.0\.0\.1/],
  ])('is never asked with %s', async (secret_key, message) => {
    const { double } = await startStripe()
    open.push(double)
    const stripe = { enabled: true, api_base: double.url, ...stripeSecrets, secret_key }
    const checks = await inspect({ payments: { stripe } })
    expect(checks.stripe).toMatchObject({ ok: false, message: expect.stringMatching(message) })
    expect(double.calls).toEqual([])
    expect(JSON.stringify(checks)).not.toContain(secret_key)
  })

  test('that is not there is named with what to try', async () => {
    const stripe = { ...(await stripeSettings()), api_base: nowhere }
    const { stripe: found } = await inspect({ payments: { stripe } })
    expect(found).toMatchObject({
      ok: false,
      remedy: expect.stringMatching(/can reach http:\/\/127\.0\.0\.1:9/),
    })
  })

  test('whose clock is another one shows that webhooks would be refused', async () => {
    const found = async (date: string) => {
      const stripe = { ...(await stripeSettings()), api_base: await serveDate(date) }
      return (await inspect({ payments: { stripe } })).stripe
    }
    expect(await found(new Date(Date.now() - 3_600_000).toUTCString())).toMatchObject({
      ok: false,
      message: expect.stringMatching(/is 360\d seconds ahead of Stripe’s/),
    })
    expect(await found('')).toMatchObject({
      ok: true,
      message: expect.stringMatching(/did not say what time/),
    })
  })

  test('of a live secret nobody can know whether it is of the live webhook', async () => {
    const stripe = { enabled: true, secret_key: 'sk_live_1', webhook_secret: 'whsec_1' }
    const settings = { ...stripe, api_base: nowhere }
    const checks = await inspect({ payments: { stripe: settings }, public_url: publicUrl })
    expect(checks.stripe_webhooks).toMatchObject({
      ok: true,
      message: expect.stringMatching(/cannot be known from here/),
    })
  })
})

describe('webhooks', () => {
  test('without a secret are a fault on a public address, with URL and events all the same', async () => {
    const stripe = { ...(await stripeSettings()), webhook_secret: '' }
    const { stripe_webhooks } = await inspect({ payments: { stripe }, public_url: publicUrl })
    expect(stripe_webhooks).toMatchObject({
      ok: false,
      message: expect.stringMatching(
        /webhook_secret is empty[\s\S]*URL: https:[\s\S]*Events: checkout/,
      ),
      remedy: expect.stringContaining('.env'),
    })
  })

  test('cannot arrive at a loopback address: reconcile covers it', async () => {
    const stripe = await stripeSettings()
    const { stripe_webhooks } = await inspect({
      payments: { stripe: { ...stripe, webhook_secret: '' } },
    })
    expect(stripe_webhooks).toMatchObject({
      ok: true,
      message: expect.stringMatching(/cannot arrive.*portal reconcile/),
    })
    expect(stripe_webhooks?.message).toContain('URL: http://127.0.0.1:4180/webhooks/stripe')
  })

  test('are shown also while the secrets are still to be had', async () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the config's own syntax
    const stripe = { enabled: true, secret_key: '${STRIPE_SECRET_KEY}' }
    const checks = await inspect({ payments: { stripe }, public_url: publicUrl })
    expect(checks.stripe).toMatchObject({
      ok: false,
      message: expect.stringMatching(/Not looked at/),
    })
    expect(checks.stripe_webhooks?.message).toContain(`${publicUrl}/webhooks/stripe`)
  })

  test('with something else for a secret are a fault', async () => {
    const stripe = { ...(await stripeSettings()), webhook_secret: 'we_1234' }
    const paypal = { ...paypalSettings, webhook_id: 'https://pay.acme.example/webhooks/paypal' }
    const checks = await inspect({ payments: { stripe, paypal }, public_url: publicUrl })
    expect(checks.stripe_webhooks).toMatchObject({ ok: false })
    expect(checks.paypal_webhooks).toMatchObject({ ok: false })
    expect(JSON.stringify(checks)).not.toContain('we_1234')
  })
})

describe('Square and PayPal', () => {
  test('Square shows the address that it signs', async () => {
    const { double } = await startSquare('')
    open.push(double)
    const webhook_url = 'https://hooks.acme.example/square'
    const square = { enabled: true, api_base: double.url, ...squareSecrets, webhook_url }
    const checks = await inspect({ payments: { square }, public_url: publicUrl })
    expect(checks.square).toMatchObject({
      ok: true,
      message: expect.stringMatching(/Account LDOUBLE000001, test mode/),
    })
    expect(checks.square_webhooks?.message).toContain(`URL: ${webhook_url}\n`)
    for (const event of providerFacts.square.events) {
      expect(checks.square_webhooks?.message).toContain(event)
    }
    expect(JSON.stringify(checks)).not.toContain(squareSecrets.access_token)
  })

  test('PayPal names its events and its mode', async () => {
    const checks = await inspect({ payments: { paypal: paypalSettings }, public_url: publicUrl })
    for (const event of providerFacts.paypal.events) {
      expect(checks.paypal_webhooks?.message).toContain(event)
    }
    expect(checks.paypal?.ok).toBe(false)
  })

  test('PayPal answers for its keys only', async () => {
    const { double } = await startPaypal()
    open.push(double)
    const paypal = { enabled: true, api_base: double.url, ...paypalSecrets }
    expect((await inspect({ payments: { paypal } })).paypal).toMatchObject({
      ok: true,
      message: expect.stringMatching(/PayPal answers\. Account \w+, test mode/),
    })
    const wrong = { ...paypal, client_secret: 'unknownToPaypal' }
    const checks = await inspect({ payments: { paypal: wrong } })
    expect(checks.paypal).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('payments.paypal.client_secret'),
    })
    expect(JSON.stringify(checks)).not.toContain('unknownToPaypal')
  })
})

describe('play money', () => {
  const sandbox = { enabled: true, allow_public: true }

  test('is fine on this machine', async () => {
    expect((await inspect({ payments: { sandbox } })).sandbox).toMatchObject({ ok: true })
  })

  test('is a fault where customers are, allowed or not', async () => {
    const checks = await inspect({ payments: { sandbox }, public_url: publicUrl })
    expect(checks.sandbox).toMatchObject({
      ok: false,
      remedy: expect.stringContaining('payments.sandbox.enabled'),
    })
  })

  test('beside real money is a fault', async () => {
    const stripe = { enabled: true, secret_key: 'sk_live_1', webhook_secret: 'whsec_1' }
    const settings = { ...stripe, api_base: nowhere }
    const { payments } = await inspect({ payments: { sandbox, stripe: settings } })
    expect(payments).toMatchObject({
      ok: false,
      message: expect.stringMatching(/Stripe.*the sandbox/),
    })
  })
})

test.each(Object.entries(providerFacts))(
  'docs/%s.md names every event that doctor names',
  (name, facts) => {
    const text = readFileSync(join(root, `docs/${name}.md`), 'utf8')
    expect(facts.events.filter((event) => !text.includes(event))).toEqual([])
  },
)

/** Where nothing answers. */
const nowhere = 'http://127.0.0.1:9'

const paypalSettings = {
  enabled: true,
  client_id: 'client',
  client_secret: 'secretOfPaypal',
  webhook_id: 'WH1',
  api_base: nowhere,
}

async function stripeSettings() {
  const { double } = await startStripe()
  open.push(double)
  return { enabled: true, api_base: double.url, ...stripeSecrets }
}

async function serveDate(date: string): Promise<string> {
  const server: Server = createServer((_, response) => {
    response.sendDate = false
    const type = { 'content-type': 'application/json' }
    response.writeHead(200, { ...type, ...(date ? { date } : {}) }).end('{"data":[]}')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  open.push({ close: () => new Promise((done) => server.close(done)) })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Finding = { ok: boolean; message: string; remedy: string }

/** Findings by name; starts no browser. */
async function inspect(config: Record<string, unknown>): Promise<Record<string, Finding>> {
  const dir = tempDir()
  const answers = { name: 'Acme Remodeling', email: 'office@acme.example' }
  await initWorkspace({ dir, packageDir: packageDir(), answers })
  const business = { name: 'Acme Remodeling', email: 'office@acme.example' }
  writeFileSync(join(dir, 'config.yml'), stringify({ business, ...config }))
  chmodSync(join(dir, 'config.yml'), 0o600)
  const tools = { ...createTools(dir), printer: async () => paper }
  const { checks } = await checkWorkspace({ dir, env: {}, tools })
  return Object.fromEntries(checks.map(({ name, ...finding }) => [name, finding]))
}

const paper: PdfPrinter = { print: async () => Buffer.from('%PDF-1.7'), close: async () => {} }
