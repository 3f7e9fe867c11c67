/**
 * The contract with scripts outside, as they meet it: field names and their types, exit codes, error codes,
 * paths, headers and file names. What these mean is tested where it is done.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { type HttpAsk, httpAsk } from '../support/http-request.ts'
import { openCli, type PortalCli, type ServedPortal } from '../support/portal-cli.ts'
import type { Json } from '../support/run-portal.ts'
import { tempDirs } from '../support/temp-dir.ts'

const tempDir = tempDirs()
const dir = join(tempDir(), 'acme')
const clock = join(tempDir(), 'now')
let portal: PortalCli
let served: ServedPortal

beforeAll(async () => {
  writeFileSync(clock, '2025-01-15T15:00:00Z')
  portal = openCli(dir, { PORTAL_TEST: '1', PORTAL_NOW: `@${clock}` })
  await portal.json(init)
  configure((config) => {
    config.payments.sandbox = { enabled: true, allow_public: false }
    config.payments.partial = { enabled: true, minimum: '1.00' }
    config.notify.on.push('viewed')
  })
  await portal.json(john)
  await portal.json(['customer', 'create', '--name', 'No Mail'])
  await portal.json(['invoice', 'create', '--from', '-'], { stdin: documents })
  await portal.json(['estimate', 'create', '--from', '-'], { stdin: estimates })
  served = await portal.serve(['--no-jobs', '--port', '0'])
})

afterAll(async () => {
  expect(await served?.stop()).toBe(0)
})

const init = `init --yes --name Acme --email office@acme.example --public-url http://127.0.0.1:4180
  --currency USD --time-zone America/New_York --locale en-US`.split(/\s+/)

const john = 'customer create --email john.smith@example.com --cc a@x.example --cc b@x.example'
  .split(' ')
  .concat('--name', 'John Smith', '--address', '123 Main Street', '--address', 'Springfield')

const items = `
    - { description: Kitchen remodel, quantity: "1", unit_price: "5000" }
    - { description: Labor, quantity: 40, unit: hrs, unit_price: 65 }
    - { description: Materials, unit_price: 1500 }
  taxes: [{ id: T, name: Tax, rate: "8" }]`

const documents = `
- number: INV-001
  customer: john.smith@example.com
  issued_on: 2025-01-15
  due_on: 2025-01-30
  items: ${items}
- kind: invoice
  customer: { name: Jane, email: jane@example.com, address: [1 Elm Street], tax_exempt: true, reminders: false }
  currency: USD
  due_in_days: 10
  items: [{ description: Repair, quantity: "2", unit_price: "10.005", taxes: [T], discount: { percent: "10" } }]
  taxes: [{ id: T, name: Tax, rate: 8 }]
  discount: { fixed: "1" }
- { customer: John Smith, items: [{ description: Work, unit_price: 100 }] }
- { customer: John Smith, items: [{ description: Work, unit_price: 100 }] }
- { customer: No Mail, items: [{ description: Work, unit_price: 100 }] }`

const estimates = `
- customer: John Smith
  issued_on: 2025-01-10
  valid_until_on: 2025-01-24
  deposit: { percent: "50" }
  items: ${items}
- { customer: John Smith, items: [{ description: Work, unit_price: 100 }], deposit: { fixed: 5 } }
- { customer: John Smith, items: [{ description: Work, unit_price: 100 }] }`

function configure(change: (config: Json) => void): void {
  const path = join(dir, 'config.yml')
  const config = parse(readFileSync(path, 'utf8'))
  change(config)
  writeFileSync(path, stringify(config))
}

const json = (line: string) => portal.json<Json>(line.split(' '))

/** Types by one letter, `?` for null besides. */
const types: Record<string, (value: unknown) => boolean> = {
  s: (value) => typeof value === 'string',
  i: Number.isSafeInteger,
  b: (value) => typeof value === 'boolean',
  a: Array.isArray,
  o: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
}

/** Every name with its type: `number:s expires_at:s?`. */
function hasFields(value: Json, spec: string): void {
  const wrong = spec
    .trim()
    .split(/\s+/)
    .filter((field) => {
      const [, name = '', letter = '', mayBeNull] = /^(\w+):(\w)(\?)?$/.exec(field) ?? []
      if (!(name in value)) return true
      return !((mayBeNull && value[name] === null) || types[letter]?.(value[name]))
    })
  expect(wrong, JSON.stringify(value)).toEqual([])
}

const customerFields =
  'id:s name:s email:s cc:a phone:s address:a country:s locale:s tax_exempt:b reminders:b archived_at:s?'
const documentFields = `id:s number:s kind:s version:i state:s flags:a delivery:s customer:o currency:s locale:s
  issued_on:s due_on:s? valid_until_on:s? prices_include_tax:b items:a subtotal_minor:i discount_minor:i taxes:a
  tax_minor:i total_minor:i deposit:o? paid_minor:i pending_minor:i refunded_minor:i balance_due_minor:i
  amount_due_now_minor:i online_pay:b terms:s notes:s relates_to:s? estimate_number:s? invoice_number:s? sent_at:s?
  opened_at:s? viewed_at:s? approved_at:s? declined_at:s? decline_reason:s? paid_at:s? approval:o? payments:a`
const itemFields =
  'description:s quantity:s unit:s unit_price:s discount_minor:i amount_minor:i taxes:a'
const paymentFields = `id:s number:s kind:s amount_minor:i currency:s provider:s method:s provider_payment_id:s
  state:s at:s receipt:o? refunded_minor:i`
const resultFields = 'number:s ok:b to:s url:s? message_id:s? outbox:s? error:o?'
const shareFields = 'number:s url:s id:s label:s scope:s expires_at:s?'
const shareRowFields = `id:s number:s kind:s label:s scope:s state:s created_at:s expires_at:s? opened_at:s?
  viewed_at:s?`
const messageFields = `id:s kind:s number:s? to:s state:s attempts:i next_attempt_at:s? last_error:s message_id:s`

describe('shapes', () => {
  test('of customers', async () => {
    const { items: customers, total } = await json('customer list')
    expect(total).toBe(3)
    for (const customer of customers) hasFields(customer, customerFields)
    const edited = await json('customer edit jane@example.com --no-tax-exempt --reminders')
    expect(edited).toMatchObject({ tax_exempt: false, reminders: true, address: ['1 Elm Street'] })
    expect(await json('customer show john.smith@example.com')).toMatchObject({
      address: ['123 Main Street', 'Springfield'],
      cc: ['a@x.example', 'b@x.example'],
    })
  })

  test('of documents and of lists of them', async () => {
    const { items: listed, total } = await json('invoice list --sort number')
    expect(total).toBe(5)
    for (const document of listed) {
      hasFields(document, documentFields)
      for (const item of document.items) hasFields(item, itemFields)
      hasFields(document.customer, 'id:s name:s email:s')
    }
    expect(listed[0]).toMatchObject({
      number: 'INV-001',
      total_minor: 982_800,
      due_on: '2025-01-30',
    })
    hasFields(listed[0].taxes[0], 'id:s name:s rate:s taxable_minor:i amount_minor:i')
    expect(listed[1]).toMatchObject({ due_on: '2025-01-25', taxes: [], total_minor: 1701 })
    expect(await json('invoice show INV-001')).toEqual(listed[0])
    const { deposit } = await json('estimate show EST-001')
    expect(deposit).toEqual({ percent: '50', amount_minor: 491_400, paid_minor: 0 })
    expect((await json('estimate show EST-002')).deposit.percent).toBeNull()
  })

  test.each([
    ['invoice list --sort -due_on --state draft', 5],
    ['invoice list --customer jane@example.com --since 2025-01-15 --until 2025-01-15', 1],
    ['invoice list --search jane', 1],
    ['invoice list --limit 1 --offset 2', 5],
    ['invoice list --not-viewed-days 2', 0],
    ['estimate list --state expired,approved', 0],
    ['estimate list --sort valid_until_on', 3],
  ])('%s gives %i in all', async (line, expected) => {
    const { items: found, total } = await json(line)
    expect(Array.isArray(found)).toBe(true)
    expect(total).toBe(expected)
  })

  test('of sending, links, the outbox and the files of mails', async () => {
    const [plan] = (await json('send INV-001 --dry-run')).results
    hasFields(plan, resultFields)
    const { results } = await json('send INV-001 INV-002 EST-001')
    for (const result of results) hasFields(result, resultFields)
    expect(results.map(({ ok, outbox }: Json) => [ok, outbox])).toEqual(
      Array(3).fill([true, 'sent']),
    )
    const mails = readdirSync(join(dir, 'mail'))
    expect(mails).toEqual([
      '000001-invoice_sent.eml',
      '000002-invoice_sent.eml',
      '000003-estimate_sent.eml',
    ])
    const mail = readFileSync(join(dir, 'mail', '000001-invoice_sent.eml'), 'utf8')
    expect(mail).toMatch(/^X-Portal-Kind: invoice_sent\r?$/m)
    expect(mail).toMatch(/^X-Portal-Document: INV-001\r?$/m)
    expect(mail).toContain(`Message-ID: ${results[0].message_id}`)

    const queued = (await json('send INV-003 --queue --to other@example.com --attach-pdf')).results
    expect(queued[0]).toMatchObject({ ok: true, outbox: 'pending', to: 'other@example.com' })
    const { items: waiting, total } = await json('outbox list --state pending')
    expect(total).toBe(1)
    hasFields(waiting[0], messageFields)
    hasFields(await json(`outbox show ${waiting[0].id}`), messageFields)
    expect(await json('cron outbox')).toMatchObject({ jobs: [{ name: 'outbox', ok: true }] })

    const share = await json('share INV-001 --label site --expires 30d --view-only')
    hasFields(share, shareFields)
    expect(share).toMatchObject({ label: 'site', scope: 'view' })
    const shares = await json('shares list INV-001')
    for (const row of shares.items) hasFields(row, shareRowFields)
    hasFields(await json(`shares rotate ${share.id}`), shareFields)
    const rotated = await json('shares rotate INV-002')
    hasFields(rotated.items[0], shareFields)
    expect(await json(`shares revoke ${share.id}`)).toEqual({ revoked: 1 })
    hasFields(await json('open INV-001 --no-browser'), 'url:s')
  })

  test('of payments, refunds and reconcile', async () => {
    const line = 'payment record INV-001 --amount 100.00 --method check --on 2025-01-14'
    const payment = await json(`${line} --reference 1042`)
    hasFields(payment, paymentFields)
    hasFields(payment.receipt, 'number:s url:s')
    const bare = await json('payment record INV-001 --amount 1.00 --method other --no-receipt')
    expect(bare.receipt).toBeNull()
    const refund = await json(
      `payment refund ${payment.id} --amount 40 --reason Tile --reopen --yes`,
    )
    hasFields(refund, paymentFields)
    const { items: listed, total } = await json('payment list INV-001')
    expect(total).toBe(3)
    for (const entry of listed) hasFields(entry, paymentFields)
    expect(listed[2]).toMatchObject({
      kind: 'refund',
      amount_minor: -4000,
      id: refund.id,
      provider_payment_id: refund.provider_payment_id,
    })
    expect(await json('invoice show INV-001')).toMatchObject({
      paid_minor: 10_100,
      refunded_minor: 4000,
      balance_due_minor: 976_700,
      amount_due_now_minor: 976_700,
    })
    hasFields(await json('reconcile'), 'checked:i changed:i items:a needs_review:i')
    hasFields(await json('webhook list'), 'items:a total:i')
  })

  test('an approved estimate has its deposit paid, which moves into its invoice', async () => {
    const approved = await json('estimate approve EST-001 --name John --on 2025-01-15')
    expect(approved).toMatchObject({ state: 'approved', amount_due_now_minor: 491_400 })
    await json('payment record EST-001 --amount 4914.00 --method bank')
    const invoice = await json('estimate invoice EST-001')
    hasFields(invoice, documentFields)
    expect(invoice).toMatchObject({
      kind: 'invoice',
      estimate_number: 'EST-001',
      total_minor: 982_800,
      balance_due_minor: 491_400,
      payments: [{ kind: 'transfer_in', amount_minor: 491_400 }],
    })
    expect(await json('estimate show EST-001')).toMatchObject({
      state: 'invoiced',
      invoice_number: invoice.number,
      deposit: { paid_minor: 491_400 },
      payments: [{ kind: 'payment' }, { kind: 'transfer_out', amount_minor: -491_400 }],
    })
    await json('share EST-002')
    const declined = await json('estimate decline EST-002 --reason late')
    expect(declined).toMatchObject({ state: 'declined', decline_reason: 'late' })
    expect((await json('estimate reopen EST-002')).state).toBe('sent')
  })

  test('of timelines, checks and the rest', async () => {
    const { number, events } = await json('timeline INV-001')
    expect(number).toBe('INV-001')
    for (const event of events) hasFields(event, 'at:s type:s actor:s share_id:s? data:o')
    hasFields(await json('verify --all'), 'ok:b problems:a')
    const { checks } = (await portal.run(['doctor', '--json'])).json as Json
    for (const check of checks) hasFields(check, 'name:s ok:b message:s remedy:s')
    const { jobs } = await json('cron')
    for (const job of jobs) hasFields(job, 'name:s ok:b counts:o')
    hasFields(await json('status'), 'outstanding:a')
    hasFields(await json('theme list'), 'items:a total:i')
    const pdf = await portal.run(['pdf', 'EST-001', '--out', '-'])
    expect(pdf.stdout.slice(0, 5)).toBe('%PDF-')
  })
})

describe('refusals', () => {
  test.each<[string, number, string, string?]>([
    ['', 2, 'usage'],
    ['frob', 2, 'usage'],
    ['invoice create --frob', 2, 'usage'],
    ['invoice show', 2, 'usage'],
    ['cron nope', 2, 'usage'],
    ['invoice show NOPE', 3, 'not_found'],
    ['estimate show INV-001', 3, 'not_found'],
    ['customer show nobody', 3, 'not_found'],
    ['payment refund pay_0 --yes', 3, 'not_found'],
    ['shares revoke sh_0', 3, 'not_found'],
    ['outbox show msg_0', 3, 'not_found'],
    ['webhook replay wh_0', 3, 'not_found'],
    ['customer create', 2, 'invalid_input', 'name'],
    ['customer edit John --email a@x.example,b@x.example', 3, 'not_found'],
    ['customer create --name A --email a@x.example,b@x.example', 2, 'invalid_input', 'email'],
    ['invoice create --customer nobody@x.example --item A|1|1', 2, 'invalid_input', 'customer'],
    ['invoice create --customer Jane --item A|x|1', 2, 'invalid_input', 'items[0].quantity'],
    ['invoice create --customer Jane --item A|1|1 --number INV-001', 2, 'invalid_input', 'number'],
    [
      'invoice create --customer Jane --item A|1|1 --due-on 2025-01-01',
      2,
      'invalid_input',
      'due_on',
    ],
    ['invoice create --from nothing.yml', 2, 'invalid_input', 'from'],
    ['invoice list --sort nope', 2, 'invalid_input', 'sort'],
    ['invoice list --state nope', 2, 'invalid_input', 'state'],
    ['send INV-004 --to a@x.example,b@x.example', 2, 'invalid_input', 'to'],
    ['share INV-004 --expires soon', 2, 'invalid_input', 'expires'],
    ['payment record INV-001 --amount 1e9 --method cash', 2, 'invalid_input', 'amount'],
    ['payment record INV-001 --amount 1 --method barter', 2, 'invalid_input', 'method'],
    ['invoice delete INV-004', 1, 'needs_confirmation'],
    ['invoice void INV-002', 1, 'needs_confirmation'],
    ['customer erase Jane', 1, 'needs_confirmation'],
    ['payment refund RCT-0001', 1, 'needs_confirmation'],
    ['shares revoke --all', 1, 'needs_confirmation'],
    ['invoice delete INV-001 --yes', 1, 'wrong_state'],
    ['invoice void INV-001 --yes', 1, 'wrong_state'],
    ['invoice void INV-004 --yes', 1, 'wrong_state'],
    ['invoice edit INV-001 --due-on 2025-02-28', 1, 'wrong_state'],
    ['invoice reopen INV-004', 1, 'wrong_state'],
    ['estimate approve EST-003', 1, 'wrong_state'],
    ['estimate invoice EST-003', 1, 'wrong_state'],
    ['payment record INV-004 --amount 1 --method cash', 1, 'wrong_state'],
    ['init --yes', 1, 'conflict'],
  ])('portal %s ends with %i %s', async (line, code, name, field) => {
    const answer = await portal.run([...line.split(' ').filter(Boolean), '--json'])
    expect(answer.code).toBe(code)
    const { error } = answer.json as Json
    hasFields(error, 'code:s message:s hint:s details:a')
    expect(error.code).toBe(name)
    if (field) expect(error.details.map((detail: Json) => detail.field)).toContain(field)
  })

  test('a mail that cannot go is pending, one without an address is refused in the results', async () => {
    const refused = await portal.run(['send', 'INV-005', '--json'])
    expect(refused.code).toBe(1)
    hasFields((refused.json as Json).results[0], resultFields)
    expect((refused.json as Json).results[0]).toMatchObject({ ok: false, outbox: null })
    configure(({ mail }) => {
      mail.transport = 'smtp'
      mail.smtp = { ...mail.smtp, host: '127.0.0.1', port: 9, security: 'none' }
    })
    const { results } = await json('send INV-004')
    expect(results[0]).toMatchObject({ ok: true, outbox: 'pending' })
    configure(({ mail }) => {
      mail.transport = 'file'
    })
  })

  test('a file names what it does not know, and holds no payments', async () => {
    const stdin = `{customr: Jane, kind: estimate, items: [], payments: [{amount: 1, method: check}]}`
    const answer = await portal.run(['invoice', 'create', '--from', '-', '--json'], { stdin })
    expect(answer.code).toBe(2)
    const { details } = (answer.json as Json).error
    expect(details.map(({ field }: Json) => field)).toEqual(
      expect.arrayContaining(['customr', 'kind', 'payments']),
    )
    expect(details[0].message).toContain('did you mean "customer"')
  })

  test('config errors come all at once; the clock is for tests only', async () => {
    configure((config) => {
      config.business.curency = 'EUR'
      config.branding.color = 'red-ish'
    })
    const { code, json: document } = await portal.run(['status', '--json'])
    expect(code).toBe(2)
    const { error } = document as Json
    expect(error.code).toBe('config_invalid')
    expect(error.details.map(({ field }: Json) => field)).toEqual([
      'business.curency',
      'branding.color',
    ])
    expect(error.details[0].message).toContain('did you mean business.currency')
    configure((config) => {
      delete config.business.curency
      config.branding.color = '#1f5fbf'
    })
    const env = { PORTAL_TEST: '' }
    const untested = await portal.run(['status', '--json'], { env })
    expect([untested.code, (untested.json as Json).error.code]).toEqual([2, 'config_invalid'])
  })
})

describe('the web', () => {
  const ask = (path: string, request?: HttpAsk) => httpAsk(served.url, path, request)
  const form = (body: string): HttpAsk => ({
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body,
  })
  const link = async (number: string) => new URL((await json(`share ${number}`)).url).pathname
  let invoice: string

  beforeAll(async () => {
    invoice = await link('INV-002')
  })

  test('pages carry their hooks, and the headers of their kind', async () => {
    const page = await ask(invoice)
    expect(page.text).toMatch(
      /<main[^>]* data-kind="invoice" data-number="INV-002" data-state="sent" data-balance-due-minor="1701" data-amount-due-now-minor="1701"/,
    )
    expect(page.headers['cache-control']).toBe('private, no-store, max-age=0')
    expect((await ask('/robots.txt')).headers['cache-control']).toContain('public')
    expect((await ask('/healthz')).status).toBe(200)
    const asset = /\/assets\/theme-[^"]*/.exec(page.text)?.[0] ?? ''
    expect((await ask(asset)).headers['cache-control']).toMatch(/public.*immutable/)
    const estimate = await ask(await link('EST-001'))
    const text = estimate.text.replace(/<[^>]*>/g, '')
    expect(text).toContain('Deposit Required: $4,914.00 (50%)')
    for (const label of ['Estimate #EST-001', 'Valid Until:', 'Prepared For:', 'Total:']) {
      expect(text).toContain(label)
    }
  })

  test.each<[string, string, HttpAsk | undefined, number]>([
    ['upper case and a full stop', 'UPPER.', undefined, 200],
    ['another kind', '/e/TOKEN', undefined, 404],
    ['a receipt', '/r/TOKEN', undefined, 404],
    ['an unknown link', '/i/00000000000000000000000000000000', undefined, 404],
    ['PUT', '/i/TOKEN', { method: 'PUT' }, 405],
    ['GET of a beacon', '/i/TOKEN/viewed', undefined, 405],
    ['a beacon', '/i/TOKEN/viewed', form(''), 204],
    [
      'a foreign origin',
      '/i/TOKEN/viewed',
      { method: 'POST', headers: { origin: 'https://evil.example' } },
      403,
    ],
    ['a body too large', '/i/TOKEN/pay', form(`amount=${'9'.repeat(300_000)}`), 413],
    ['no method', '/i/TOKEN/pay', form('amount_choice=due'), 422],
    ['a webhook without its secret', '/webhooks/stripe', form('{}'), 404],
  ])('%s', async (_, path, request, status) => {
    const token = invoice.split('/').at(-1) ?? ''
    const upper = `/i/${token.toUpperCase()}.`
    const answer = await ask(path === 'UPPER.' ? upper : path.replace('TOKEN', token), request)
    expect(answer.status).toBe(status)
    if (status === 405) expect(answer.headers.allow).toMatch(/GET|POST/)
    if (status === 422) expect(answer.text).toContain('id="errors"')
  })

  test('paying: form, hand-over, the sandbox’s page, return, receipt', async () => {
    const page = await ask(`${invoice}/pay`)
    expect(page.text).toContain('id="pay"')
    for (const name of ['amount_choice', 'amount', 'method']) {
      expect(page.text).toContain(`name="${name}"`)
    }
    const wrong = await ask(
      `${invoice}/pay`,
      form('amount_choice=custom&amount=99.999&method=sandbox'),
    )
    expect(wrong.status).toBe(422)
    expect(wrong.text).toContain('value="99.999"')
    const due = form('amount_choice=due&method=sandbox')
    const started = await ask(`${invoice}/pay`, due)
    expect(started.status).toBe(303)
    const go = started.headers.location ?? ''
    expect(go).toMatch(/^\/go\//)
    expect((await ask(`${invoice}/pay`, due)).headers.location).toBe(go)
    const sandbox = /http-equiv="refresh" content="0;url=[^"]*(\/sandbox\/[^"]*)"/.exec(
      (await ask(go)).text,
    )?.[1]
    const theirs = await ask(sandbox ?? '')
    for (const outcome of ['paid', 'declined', 'canceled', 'pending']) {
      expect(theirs.text).toContain(`name="outcome" value="${outcome}"`)
    }
    const back = new URL((await ask(sandbox ?? '', form('outcome=paid'))).headers.location ?? '')
    const returned = await ask(back.pathname + back.search)
    expect(returned.text).toMatch(/<main[^>]* data-kind="return" data-outcome="paid"/)
    expect((await ask(`${invoice}/pay`, due)).status).toBe(409)
    const [payment] = (await json('payment list INV-002')).items
    expect(payment).toMatchObject({ provider: 'sandbox', state: 'succeeded' })
    const receipt = await ask(new URL(payment.receipt.url).pathname)
    expect(receipt.text).toMatch(/<main[^>]* data-kind="receipt"/)
    await json('cron outbox')
    const notices = readdirSync(join(dir, 'mail'))
      .filter((name) => name.includes('owner_notice'))
      .map((name) => readFileSync(join(dir, 'mail', name), 'utf8'))
      .map((mail) => /^X-Portal-Event: (\w+)/m.exec(mail)?.[1])
    expect(notices).toEqual(['viewed', 'paid'])
  })

  test('revoked is gone, and misses are limited', async () => {
    await json('shares revoke INV-002')
    expect((await ask(invoice)).status).toBe(410)
    const missing = (at: number) => ask(`/i/${String(at).replace(/./g, '$&0').padStart(32, '0')}`)
    const misses = await Promise.all(Array.from({ length: 40 }, (_, at) => missing(at)))
    const limited = misses.find(({ status }) => status === 429)
    expect(Number(limited?.headers['retry-after'])).toBeGreaterThan(0)
  })
})

describe('files', () => {
  test('of the static portal', async () => {
    const { pathname } = new URL((await json('share INV-003')).url)
    await json('build')
    for (const file of [`${pathname}.html`, `${pathname}/pdf.pdf`, '/_headers', '/404.html']) {
      expect(statSync(join(dir, `site${file}`)).isFile()).toBe(true)
    }
    expect(readdirSync(join(dir, 'site'))).toEqual(expect.arrayContaining(['assets', 'robots.txt']))
  })

  test('are closed to others', () => {
    for (const file of [
      'config.yml',
      '.env',
      'link.key',
      'portal.db',
      'mail/000001-invoice_sent.eml',
    ]) {
      expect(statSync(join(dir, file)).mode & 0o077, file).toBe(0)
    }
  })

  test('of the demo: one JSON document, no process', async () => {
    const demo = openCli(join(tempDir(), 'demo'))
    const made = await demo.json<Json>(['demo', '--no-serve'])
    hasFields(made, 'dir:s url:s mail_dir:s documents:a')
    expect(made.pid).toBeNull()
    for (const document of made.documents) hasFields(document, 'number:s kind:s state:s url:s')
    const kinds = readdirSync(made.mail_dir).map((name) => name.replace(/^\d{6}-|\.eml$/g, ''))
    expect(kinds).toContain('receipt')
  })
})

test('a clock from a file is read at each use', async () => {
  writeFileSync(clock, '2025-02-01T15:00:00Z')
  expect(await json('invoice show INV-003')).toMatchObject({ state: 'overdue' })
})
