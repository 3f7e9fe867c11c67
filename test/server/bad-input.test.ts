/** Every path with every wrong token, method, host and field: nothing is told, nothing breaks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { shareHistory } from '../../src/usecases/share-history.ts'
import type { HttpAnswer } from '../support/http-request.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
/** A working link of each kind, of John's; Eve has an invoice too. */
const tokens = { i: '', e: '', r: '', h: '' }
type Prefix = keyof typeof tokens
let eve = { number: '', id: '', token: '' }

beforeAll(async () => {
  portal = await openTestPortal({ server: { trust_proxy: true }, notify: { on: [] } })
  const { app } = portal
  const tail = (path: string) => path.slice('/i/'.length)
  tokens.i = tail(await portal.link('INV-001'))
  tokens.e = tail(await portal.link('EST-001'))
  const { document } = await recordPayment(app, {
    number: 'INV-001',
    amount: '100',
    method: 'cash',
  })
  const [receipt] = await rotateShares(app, { ref: document.receipts[0]?.share_id ?? '' })
  tokens.r = tail(new URL(receipt?.url ?? '').pathname)
  tokens.h = tail(new URL((await shareHistory(app, { customer: 'John Smith' })).url).pathname)
  await createCustomer(app, { name: 'Eve Strange', email: 'eve@example.net' })
  const [hers] = await createDocuments(app, {
    drafts: [
      {
        kind: 'invoice',
        customer: 'Eve Strange',
        items: [{ description: 'Secret work', unit_price: '77' }],
      },
    ],
  })
  const number = hers?.number ?? ''
  eve = { number, id: hers?.id ?? '', token: tail(await portal.link(number)) }
})
afterAll(async () => {
  expect(portal.logged).toEqual([])
  await portal.close()
})

/** Each request from an address of its own, so that the limit of misses is not what answers. */
let address = 0
const fromAnywhere = () => {
  address += 1
  return {
    'x-forwarded-for': `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address & 255}`,
  }
}
const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  portal.ask(path, { method, headers: { ...fromAnywhere(), ...headers } })

type Row = [prefix: Prefix, below: string, methods: ('GET' | 'POST')[]]

/** All paths below a link. */
const paths: Row[] = [
  ...(['i', 'e'] as const).flatMap((prefix): Row[] => [
    [prefix, '', ['GET']],
    [prefix, '/pdf', ['GET']],
    [prefix, '/pay', ['GET', 'POST']],
    [prefix, '/viewed', ['POST']],
  ]),
  ['e', '/approve', ['GET', 'POST']],
  ['e', '/decline', ['GET', 'POST']],
  ['r', '', ['GET']],
  ['r', '/pdf', ['GET']],
  ['h', '', ['GET']],
  ['h', '/statement', ['GET']],
  ['h', '/statement?from=2025-01-01&until=2025-01-31', ['GET']],
  ['h', '/receipts/RCT-0001/pdf', ['GET']],
  ['h', '/documents/INV-001', ['POST']],
]
/** These answer everybody the same. */
const alike: Row[] = [
  ...(['i', 'e', 'r', 'h'] as const).map((one): Row => [one, '/renew', ['GET', 'POST']]),
  ...(['i', 'e', 'r'] as const).map((one): Row => [one, '/history', ['GET', 'POST']]),
]

/** What may stand where a token should, made of one that works. */
const shapes: [name: string, mangle: (token: string) => string][] = [
  ['never given', () => '0'.repeat(32)],
  ['cut', (t) => t.slice(0, 31)],
  ['one too long', (t) => `${t}0`],
  ['twice', (t) => t + t],
  ['with a letter that is none', (t) => `${t.slice(0, 31)}u`],
  ['of 10 kB', (t) => t + 'a'.repeat(10_000)],
  ['with an encoded NUL', (t) => `${t}%00`],
  ['with an encoded new line and header', (t) => `${t}%0d%0aSet-Cookie:x=1`],
  ['with an encoded way up', (t) => `..%2f${t}`],
  ['with two of them', (t) => `${t}%2f..%2f..`],
  ['with a style sheet behind an encoded slash', (t) => `${t}%2fx.css`],
  ['with a style sheet’s ending', (t) => `${t}.css`],
  ['with a script behind a semicolon', (t) => `${t};.js`],
  ['with a picture behind a question mark that is none', (t) => `${t}%3fx.png`],
  ['with a quotation mark of SQL', (t) => `${t}'%20OR%201=1`],
  ['with letters that only look alike', (t) => `${t.slice(0, 31)}%EF%BD%81`],
  ['the name of a property', () => '__proto__'],
  ['a dot', () => '%2e'],
  ['only spaces', () => '%20%20'],
]

const others = (prefix: Prefix): [string, string][] =>
  (Object.keys(tokens) as Prefix[])
    .filter((one) => one !== prefix)
    .flatMap((one): [string, string][] => [
      [`of /${one}/`, tokens[one]],
      [`of /${one}/ in capitals, with a dot`, `${tokens[one].toUpperCase()}.`],
    ])

const secrets = () => [
  ...['INV-001', 'EST-001', 'RCT-0001', 'John', 'Smith', '7,600', '5,000', 'Kitchen'],
  ...['Eve Strange', 'Secret', eve.number, eve.id, ...Object.values(tokens)],
]

function expectSilence(answer: HttpAnswer, what: string, allowed: number[]): void {
  expect(allowed, `${what}: ${answer.status}`).toContain(answer.status)
  expect(answer.headers['cache-control'], what).toBe('private, no-store, max-age=0')
  expect(answer.headers['set-cookie'], what).toBeUndefined()
  const said = answer.text.toLowerCase()
  const found = secrets().filter((secret) => said.includes(secret.toLowerCase()))
  expect(found, what).toEqual([])
}

describe.each(paths)('/%s/…%s', (prefix, below, methods) => {
  test('tells nothing by a token that is none', async () => {
    for (const [name, mangle] of shapes) {
      for (const method of methods) {
        const answer = await ask(method, `/${prefix}/${mangle(tokens[prefix])}${below}`)
        expectSilence(answer, `${method} with a token ${name}`, [404])
        expect(answer.headers.location).toBeUndefined()
      }
    }
  })

  test('tells nothing by the token of another kind', async () => {
    for (const [name, token] of others(prefix)) {
      for (const method of methods) {
        const answer = await ask(method, `/${prefix}/${token}${below}`)
        expectSilence(answer, `${method} with the token ${name}`, [404])
      }
    }
  })

  test('answers the working token, in capitals with a dot too', async () => {
    if (!methods.includes('GET')) return
    for (const token of [tokens[prefix], `${tokens[prefix].toUpperCase()}.`]) {
      expect((await ask('GET', `/${prefix}/${token}${below}`)).status).toBe(200)
    }
  })

  test('is nothing with something behind it', async () => {
    const [path = ''] = below.split('?')
    for (const tail of ['/x.css', '/%2e%2e/x.js', '%2fx.css', ';/x.png', '/..;/x']) {
      for (const method of methods) {
        const answer = await ask(method, `/${prefix}/${tokens[prefix]}${path}${tail}`)
        expectSilence(answer, `${method} ${tail}`, [404])
      }
    }
  })

  test('refuses text that is none', async () => {
    for (const tail of ['%', '%zz', '%E0%A4%A', '%ff']) {
      const answer = await ask(methods[0] ?? 'GET', `/${prefix}/${tokens[prefix]}${tail}${below}`)
      expectSilence(answer, tail, [400])
    }
  })

  test('refuses other methods, and names those it knows', async () => {
    const known: string[] = methods
    const allowed = methods.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one]))
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND']) {
      if (known.includes(method)) continue
      const answer = await ask(method, `/${prefix}/${tokens[prefix]}${below}`)
      expectSilence(answer, method, [405])
      expect(answer.headers.allow).toBe(allowed.join(', '))
    }
  })

  test('makes nothing of the Host', async () => {
    for (const method of methods) {
      const headers = {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        forwarded: 'host=evil.example',
      }
      const answer = await ask(method, `/${prefix}/${tokens[prefix]}${below}`, headers)
      expect(answer.status).toBeLessThan(500)
      expect(JSON.stringify(answer.headers) + answer.text).not.toContain('evil.example')
    }
  })
})

test.each(alike)('/%s/…%s says the same to everybody', async (prefix, below) => {
  const own = tokens[prefix]
  const wrong = [
    ...shapes.map(([, mangle]) => mangle(own)),
    ...others(prefix).map(([, one]) => one),
  ]
  const first = await ask('GET', `/${prefix}/${own}${below}`)
  expect(first.status).toBe(200)
  for (const token of wrong) {
    const said = await ask('GET', `/${prefix}/${token}${below}`)
    expectSilence(said, token.slice(0, 60), [200])
    expect(said.text).toBe(first.text)
    const posted = await ask('POST', `/${prefix}/${token}${below}`)
    expect(posted.status).toBe(303)
    expect(String(posted.headers.location)).toMatch(
      new RegExp(`^/${prefix}/([0-9a-z]{32}|unknown)${below}$`),
    )
    expect(posted.bytes.length).toBe(0)
  }
})

test('whatever is written into the fields of a form, a link goes to the address on file', async () => {
  await portal.server.settled()
  const before = await listMessages(portal.app.db.read)
  portal.setNow('2025-01-16T09:00:00Z')
  const fields = {
    to: 'evil@example.org',
    email: 'evil@example.org',
    customer: 'Eve Strange',
    customer_id: 'cus_1',
    document_id: eve.id,
    number: eve.number,
    token: eve.token,
    'to[]': 'evil@example.org',
  }
  for (const path of [
    `/i/${tokens.i}/history`,
    `/e/${tokens.e}/renew`,
    `/h/${tokens.h}/documents/INV-001`,
  ]) {
    expect((await post(portal, path, fields, fromAnywhere())).status).toBe(303)
  }
  await portal.server.settled()
  const after = (await listMessages(portal.app.db.read)).slice(before.length)
  expect(after.map(({ kind }) => kind).toSorted()).toEqual([
    'history_link',
    'renewed_link',
    'renewed_link',
  ])
  for (const { to, cc } of after) expect([to, ...cc]).toEqual(['john@example.com'])
  expect(await portal.story(eve.number)).toEqual(['created', 'sent', 'shared'])
})

test('documents and receipts of others do not exist in a history, by number, id or token', async () => {
  for (const ref of [
    eve.number,
    eve.id,
    eve.token,
    eve.number.toLowerCase(),
    'INV-001%00',
    '..%2f..',
  ]) {
    const answer = await ask('POST', `/h/${tokens.h}/documents/${ref}`)
    expectSilence(answer, ref, [404])
    const receipt = await ask('GET', `/h/${tokens.h}/receipts/${ref}/pdf`)
    expectSilence(receipt, ref, [404])
  }
})

test('misses at any path are limited together, hits never', async () => {
  const from = { 'x-forwarded-for': '198.51.100.7' }
  const miss = (i: number) => {
    const [prefix, below, [method = 'GET']] = paths[i % paths.length] ?? ['i', '', ['GET']]
    const token = String(i).padStart(32, '0')
    return portal.ask(`/${prefix}/${token}${below}`, { method, headers: from })
  }
  for (let i = 0; i < 30; i++) expect((await miss(i)).status).toBe(404)
  for (let i = 30; i < 40; i++) {
    const answer = await miss(i)
    expect(answer.status).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  }
  for (const [prefix, below, methods] of paths) {
    if (!methods.includes('GET')) continue
    const path = `/${prefix}/${tokens[prefix]}${below}`
    expect((await portal.ask(path, { headers: from })).status).toBe(200)
  }
})

test('the answer comes before what the link allows is done: its time does not tell which links there are', async () => {
  const { app } = portal
  portal.setNow('2025-01-16T15:00:00Z')
  const before = (await listMessages(app.db.read)).length
  const lock = await chooseDriver()(app.db.path, { readonly: false })
  await lock.exec('BEGIN IMMEDIATE')
  const statuses: number[] = []
  try {
    for (const token of [tokens.i, '0'.repeat(32)]) {
      for (const below of ['history', 'renew']) {
        statuses.push((await ask('POST', `/i/${token}/${below}`)).status)
      }
    }
  } finally {
    await lock.exec('ROLLBACK')
    await lock.close()
  }
  expect(statuses).toEqual([303, 303, 303, 303])
  await expect.poll(async () => (await listMessages(app.db.read)).length).toBeGreaterThan(before)
})
