/** What nobody may find afterwards: keys, links, card numbers, scripts of providers. Whole journeys, then a search. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readLinkKey } from '../../src/config/keys.ts'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import { returnKey } from '../../src/domain/return-key.ts'
import type { ShareKind } from '../../src/domain/share.ts'
import { tokenFor } from '../../src/domain/token.ts'
import type { Row } from '../../src/store/handle.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { paypalSecrets } from '../doubles/paypal.ts'
import type { FaultKind, ProviderDouble } from '../doubles/provider-double.ts'
import { squareSecrets } from '../doubles/square.ts'
import { stripeSecrets } from '../doubles/stripe.ts'
import { type HttpAnswer, type HttpAsk, httpAsk } from '../support/http-request.ts'
import {
  cardNumbersIn,
  providerScripts,
  type Secrets,
  secretsIn,
  strangersOn,
} from '../support/leaks.ts'
import type { CliAnswer, ServedPortal } from '../support/portal-cli.ts'
import { serverUser } from '../support/smtp-inbox.ts'
import { changeConfig } from './acme.ts'
import { follow, openShop, type SentInvoice, type Shop, sendInvoices } from './shop.ts'

const configured: Secrets = {
  'Stripe’s key': stripeSecrets.secret_key,
  'Stripe’s webhook secret': stripeSecrets.webhook_secret,
  'PayPal’s secret': paypalSecrets.client_secret,
  'PayPal’s webhook': paypalSecrets.webhook_id,
  'Square’s token': squareSecrets.access_token,
  'Square’s webhook key': squareSecrets.webhook_signature_key,
  'the password of mail': serverUser.password,
  'the password of before': 'tr0mbone-of-tuesday',
}

/** As people type them where they do not belong. */
const cards: Secrets = {
  Visa: '4242424242424242',
  'Visa in groups': '4000 0566 5566 5556',
  Mastercard: '5555555555554444',
  'American Express': '3782-822463-10005',
}

let shop: Shop
let invoices: SentInvoice[]
let served: ServedPortal
/** What the portal said: to browsers, on its terminal while it ran, and to its owner. */
const pages: HttpAnswer[] = []
const logs: string[] = []
const answers: CliAnswer[] = []

/** Everything that happens to payments, with a log as talkative as it gets. */
beforeAll(async () => {
  shop = await openShop({ payments: { partial: { enabled: true, minimum: '100.00' } } })
  await setPassword(configured['the password of before'] ?? '')
  invoices = await sendInvoices(shop, 24)
  await run('cron', 'outbox')
  await setPassword(serverUser.password)
  await serve()
  await payInEveryWay()
  await shop.offer({ card_provider: 'square' })
  await serve()
  await payBySquare()
  await giveBack()
  await sendForgeries()
  await typeNonsense()
  for (const { double } of [shop.stripe, shop.paypal, shop.square]) await goWrong(double)
  shop.stripe.double.fault('timeout')
  await goAndPay(nextInvoice(), 'stripe_ach')
  await lockOut()
  for (const job of ['outbox', 'reconcile', 'pages']) await run('cron', job)
  for (const args of ownersCommands) await run(...args)
}, 180_000)
afterAll(() => shop?.close())

const ownersCommands = [
  ['status'],
  ['doctor'],
  ['reconcile'],
  ['payment', 'list'],
  ['webhook', 'list'],
  ['webhook', 'replay', '--failed'],
  ['outbox', 'list'],
  ['build'],
  ['verify', '--all'],
]

async function serve(): Promise<void> {
  if (served) logs.push(served.log())
  served = await shop.serve({ env: { PORTAL_DEBUG: '1' } })
}

async function run(...args: string[]): Promise<CliAnswer> {
  const answer = await shop.acme.portal.run([...args, '--json'])
  answers.push(answer)
  return answer
}

async function setPassword(password: string): Promise<void> {
  const { mail } = parse(await readFile(join(shop.acme.portal.dir, 'config.yml'), 'utf8'))
  const smtp = { ...mail.smtp, user: serverUser.user, password }
  await changeConfig(shop.acme.portal.dir, { mail: { smtp } })
}

function nextInvoice(): SentInvoice {
  const invoice = invoices.shift()
  if (!invoice) throw new Error('All invoices are used up.')
  return invoice
}

/** A page of the portal, kept for the search. */
async function visit(url: string, ask: HttpAsk = {}): Promise<HttpAnswer> {
  const { pathname, search } = new URL(url, shop.acme.url)
  const answer = await httpAsk(shop.acme.url, pathname + search, ask)
  pages.push(answer)
  return answer
}

function post(url: string, form: Record<string, string>): Promise<HttpAnswer> {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  return visit(url, { method: 'POST', headers, body: new URLSearchParams(form).toString() })
}

/** From the invoice to the provider's page; empty where it did not come that far. */
async function goAndPay({ link }: SentInvoice, method: string, amount = ''): Promise<string> {
  await visit(link)
  await visit(`${link}/pay`)
  const amount_choice = amount ? 'custom' : 'due'
  const { headers } = await post(`${link}/pay`, { amount_choice, amount, method })
  if (!headers.location) return ''
  const go = new URL(headers.location, shop.acme.url).href
  await visit(go)
  return follow(go)
}

/** Presses buttons of the provider's page and comes back. */
async function pay(invoice: SentInvoice, method: string, ...outcomes: string[]): Promise<void> {
  let url = await goAndPay(invoice, method)
  for (const outcome of outcomes) url = (await follow(url, { outcome })) || url
  if (url.startsWith(shop.acme.url)) await visit(url)
  await visit(invoice.link)
  await post(`${invoice.link}/pay`, { amount_choice: 'due', method: 'sandbox' })
  for (const double of shop.doubles) await double.idle()
}

async function payInEveryWay(): Promise<void> {
  await pay(nextInvoice(), 'stripe_card', 'paid')
  await pay(nextInvoice(), 'stripe_card', 'declined', 'paid')
  await pay(nextInvoice(), 'stripe_card', 'canceled')
  await pay(nextInvoice(), 'stripe_ach', 'paid')
  await pay(nextInvoice(), 'paypal', 'paid')
  await pay(nextInvoice(), 'paypal', 'pending')
  await pay(nextInvoice(), 'paypal', 'declined')
  await pay(nextInvoice(), 'paypal', 'canceled')
  const parts = nextInvoice()
  await follow(await goAndPay(parts, 'stripe_card', '1,000.00'), { outcome: 'paid' })
}

async function payBySquare(): Promise<void> {
  await pay(nextInvoice(), 'square_card', 'paid')
  await pay(nextInvoice(), 'square_card', 'declined', 'paid')
}

/** By the owner, and by each provider's dashboard and payers. */
async function giveBack(): Promise<void> {
  const { items } = (await run('payment', 'list')).json as { items: DocumentJson['payments'] }
  const [first, second] = items.filter(({ kind }) => kind === 'payment')
  await run('payment', 'refund', first?.id ?? '', '--amount', '10.00', '--yes')
  for (const double of shop.doubles) double.fault('echo', /refund/)
  await run('payment', 'refund', second?.id ?? '', '--amount', '10.00', '--yes')
  for (const double of shop.doubles) double.mend()
  const [session] = [...shop.stripe.account.sessions.values()].filter(isPaid)
  shop.stripe.account.dispute(session?.id ?? '')
  const order = [...shop.paypal.account.orders.values()].find((one) => one.captures.length > 0)
  shop.paypal.account.dispute(order?.id ?? '')
  const [paid] = shop.square.location.payments.values()
  shop.square.location.dispute(paid?.order_id ?? '')
  for (const double of shop.doubles) await double.idle()
}

const isPaid = ({ payment }: { payment?: { status: string } | undefined }) =>
  payment?.status === 'succeeded'

/** With card numbers, links and keys in bodies that nobody signed, or that somebody else did. */
async function sendForgeries(): Promise<void> {
  const { link } = nextInvoice()
  const body = JSON.stringify({ id: 'evt_1', type: 'x', number: cards.Visa, link, ...configured })
  for (const [name, { double }] of Object.entries({ stripe: shop.stripe, square: shop.square })) {
    const [genuine] = double.deliveries
    const headers = { ...genuine?.headers, 'content-type': 'application/json' }
    for (const path of [`/webhooks/${name}`, '/webhooks/paypal', '/webhooks/evil']) {
      await visit(path, { method: 'POST', headers, body })
      await visit(path, { method: 'POST', headers, body: body.slice(1) })
    }
    await visit(`/webhooks/${name}`, { method: 'POST', headers, body: String(genuine?.raw) })
  }
}

/** Card numbers in every field and address, and links that are none. */
async function typeNonsense(): Promise<void> {
  const { link } = nextInvoice()
  for (const number of Object.values(cards)) {
    for (const field of ['amount', 'method', 'amount_choice', 'card[number]', number]) {
      const form = { amount_choice: 'custom', amount: '200.00', method: 'stripe_card' }
      await post(`${link}/pay`, { ...form, amount: 'x', [field]: number })
    }
    const typed = encodeURIComponent(number)
    for (const path of [`${link}/pay?card=${typed}`, `/${typed}`, `/i/${typed}`, `/go/${typed}`]) {
      await visit(path)
    }
    await visit(`${link}/pay`, { method: 'POST', body: number })
    const json = JSON.stringify({ number })
    await visit(`${link}/pay`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'user-agent': number, referer: link },
      body: json,
    })
  }
  const token = link.split('/').at(-1) ?? ''
  for (const path of [`/e/${token}`, `/i/${token}x`, `/i/${'0'.repeat(32)}/pay`, `/x/${token}`]) {
    await visit(path)
    await post(path, { token })
  }
  await visit(`${link}/pay`, { method: 'POST', headers: { origin: 'https://evil.example' } })
  await visit(link, { method: 'POST' })
}

const faults: FaultKind[] = ['500', '429', '403', 'lost', 'echo', 'echo']

/** Errors of a provider at each of its calls. */
async function goWrong(double: ProviderDouble): Promise<void> {
  const method =
    double === shop.stripe.double
      ? 'stripe_ach'
      : double === shop.paypal.double
        ? 'paypal'
        : 'square_card'
  const invoice = nextInvoice()
  for (const kind of faults) {
    for (let i = 0; i < 2; i++) double.fault(kind)
    await goAndPay(invoice, method)
    double.mend()
  }
  const hosted = await goAndPay(invoice, method)
  const back = await follow(hosted, { outcome: 'paid' })
  for (const kind of ['500', 'echo'] as const) {
    for (let i = 0; i < 4; i++) double.fault(kind)
    await visit(back)
    await run('reconcile')
    double.mend()
  }
  await visit(back.replace(/k=\w{4}/, 'k=0000'))
  await visit(back)
  await double.idle()
}

/** Somebody else keeps the database to himself for longer than is waited for. */
async function lockOut(): Promise<void> {
  const { link } = nextInvoice()
  const handle = await chooseDriver()(join(shop.acme.portal.dir, 'portal.db'), { readonly: false })
  await handle.exec('BEGIN IMMEDIATE')
  const answer = await post(`${link}/pay`, { amount_choice: 'due', method: 'paypal' })
  await handle.exec('ROLLBACK')
  await handle.close()
  expect(answer.status).toBe(503)
}

/** What providers gave to us alone. */
const borrowed = (): Secrets =>
  Object.fromEntries([...shop.paypal.door.tokens].map((token, i) => [`token ${i}`, token]))

/** The secrets of all links and checkouts, made anew from the key as the portal makes them. */
async function keysOf(): Promise<{ links: Secrets; returns: Secrets }> {
  const key = readLinkKey(shop.acme.portal.dir)
  const links: Secrets = {}
  for (const { id, kind, rotation } of await rowsOf('shares')) {
    links[`link ${id}`] = tokenFor(key, kind as ShareKind, String(id), Number(rotation))
  }
  const checkouts = await rowsOf('checkouts')
  const returns = checkouts.map(({ id }) => [`key of ${id}`, returnKey(key, String(id))] as const)
  return { links, returns: Object.fromEntries(returns) }
}

async function rowsOf(table: string): Promise<Row[]> {
  const handle = await chooseDriver()(join(shop.acme.portal.dir, 'portal.db'), { readonly: true })
  const rows = await handle.all(`SELECT * FROM ${table}`)
  await handle.close()
  return rows
}

async function filesIn(folder: string): Promise<{ name: string; content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const path = join(parentPath, name)
      return { name: relative(folder, path), content: await readFile(path) }
    }),
  )
}

/** What is where, so that a failure says it. */
function findings(texts: [string, string | Buffer][], secrets: Secrets): string[] {
  return texts.flatMap(([where, text]) =>
    secretsIn(text, secrets).map((found) => `${found} in ${where}`),
  )
}

describe('after all that', () => {
  test('something was paid, given back, disputed, refused and logged', async () => {
    const { items } = (await run('payment', 'list')).json as { items: DocumentJson['payments'] }
    const kinds = new Set(items.map(({ kind }) => kind))
    expect([...kinds].sort()).toEqual(['dispute', 'payment', 'refund'])
    expect(new Set(items.map(({ provider }) => provider))).toEqual(
      new Set(['stripe', 'paypal', 'square']),
    )
    const statuses = new Set(pages.map(({ status }) => status))
    expect([...statuses]).toEqual(
      expect.arrayContaining([200, 303, 400, 403, 404, 405, 409, 415, 422, 503]),
    )
    expect([...logs, served.log()].join('').split('\n').length).toBeGreaterThan(200)
  })

  test('the log holds no secret, no link and no number of a card', async () => {
    const { links, returns } = await keysOf()
    const log = [...logs, served.log()].join('')
    const all = { ...configured, ...borrowed(), ...cards, ...links, ...returns }
    expect(findings([['the log', log]], all)).toEqual([])
    expect(cardNumbersIn(log)).toEqual([])
  })

  test('the database and everything beside it hold none either', async () => {
    const { links, returns } = await keysOf()
    const files = await filesIn(shop.acme.portal.dir)
    expect(files.map(({ name }) => name)).toContain('portal.db-wal')
    const kept = /^(config\.yml|link\.key|seal\.key|site\/)/
    const resting = files
      .filter(({ name }) => !kept.test(name))
      .map(({ name, content }): [string, Buffer] => [name, content])
    const all = { ...configured, ...borrowed(), ...cards, ...links, ...returns }
    expect(findings(resting, all)).toEqual([])
    const tables = await rowsOf("sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    for (const { name } of tables) {
      const values = (await rowsOf(String(name))).flatMap((row) => Object.values(row))
      expect(values.filter((value) => cardNumbersIn(String(value)).length > 0)).toEqual([])
    }
  })

  test('the site has pages without secrets, numbers and scripts of strangers', async () => {
    const { returns } = await keysOf()
    const files = await filesIn(join(shop.acme.portal.dir, 'site'))
    const texts = files.map(({ name, content }): [string, Buffer] => [name, content])
    expect(texts.length).toBeGreaterThan(20)
    expect(findings(texts, { ...configured, ...cards, ...returns })).toEqual([])
    for (const { name, content } of files.filter((file) => file.name.endsWith('.html'))) {
      const html = content.toString('utf8')
      expect([name, strangersOn(html), cardNumbersIn(html)]).toEqual([name, [], []])
      expect(html).not.toMatch(providerScripts)
    }
  })

  test('so have the pages that were answered, whatever was typed', async () => {
    const { returns } = await keysOf()
    const bodies = pages.map(({ text }, i): [string, string] => [`answer ${i}`, text])
    expect(findings(bodies, { ...configured, ...cards, ...returns })).toEqual([])
    for (const { text } of pages) {
      expect([strangersOn(text), cardNumbersIn(text)]).toEqual([[], []])
      expect(text).not.toMatch(providerScripts)
    }
    const policies = new Set(pages.map(({ headers }) => headers['content-security-policy']))
    expect([...policies]).toEqual([expect.stringContaining("script-src 'self';")])
  })

  test('mails hold links, and nothing else of it', async () => {
    const { returns } = await keysOf()
    const { received } = shop.acme.inbox
    expect(received.length).toBeGreaterThan(20)
    for (const { raw, mail } of received) {
      const written = `${mail.subject} ${mail.text} ${mail.html}`
      const texts: [string, string | Buffer][] = [
        ['a mail', raw],
        ['what a mail says', written],
      ]
      expect(findings(texts, { ...configured, ...cards, ...returns })).toEqual([])
      expect(cardNumbersIn(written)).toEqual([])
      expect(written).not.toMatch(providerScripts)
      expect(written).not.toMatch(/<script/i)
    }
  })

  test('no command says a secret', async () => {
    const { returns } = await keysOf()
    const told = answers.map(({ stdout, stderr }): [string, string] => [
      'a command',
      stdout + stderr,
    ])
    expect(findings(told, { ...configured, ...cards, ...returns })).toEqual([])
  })
})
