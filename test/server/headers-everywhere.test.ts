/** Every path that there is, with every status that it answers: the same headers. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { paths } from '../../src/server/paths.ts'
import { remindByHand } from '../../src/usecases/remind-by-hand.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { shareHistory } from '../../src/usecases/share-history.ts'
import { createMemoryMailer } from '../doubles/memory-mailer.ts'
import { gradeHeaders } from '../support/grade-headers.ts'
import type { HttpAnswer } from '../support/http-request.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

/** Word for word what the guide on security asks for. */
const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'; upgrade-insecure-requests",
  'referrer-policy': 'strict-origin',
  'cache-control': 'private, no-store, max-age=0',
  'x-robots-tag': 'noindex, nofollow, noarchive, nosnippet',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
  'strict-transport-security': 'max-age=31536000',
}
const neverSent = ['set-cookie', 'x-powered-by', 'last-modified', 'server']
const public_url = 'https://portal.acme.example'

let portal: TestPortal
let isBroken = false
const mailer = createMemoryMailer()

beforeAll(async () => {
  const payments = { sandbox: { enabled: true, allow_public: true } }
  portal = await openTestPortal({ public_url, payments, notify: { on: [] } }, {}, (app) => {
    const { renderer } = app
    app.renderer = async (...given) => {
      if (isBroken) throw new Error('a fault')
      return renderer(...given)
    }
  })
  portal.app.mailer = async () => mailer
  await walk()
})
afterAll(() => portal.close())

type Step = [path: string, statuses: number[], answer: HttpAnswer]
const steps: Step[] = []

/** Asks, and keeps what came; gives where it leads to. */
async function ask(path: string, status: number | number[], form?: Record<string, string>) {
  const answer = await (form ? post(portal, path, form) : portal.ask(path))
  steps.push([path, [status].flat(), answer])
  return String(answer.headers.location ?? '').replace(public_url, '')
}

async function walk(): Promise<void> {
  const { app } = portal
  const [invoice, estimate] = [await portal.link('INV-001'), await portal.link('EST-001')]
  const history = new URL((await shareHistory(app, { customer: 'John Smith' })).url).pathname
  for (const link of [invoice, estimate]) {
    await ask(link, 200)
    await ask(`${link}?lang=de`, 200)
    await ask(`${link}/pdf`, 200)
    await ask(`${link}/viewed`, 204, {})
    await ask(`${link}/history`, 200)
    await ask(`${link}/history`, 303, {})
    await ask(`${link}/renew`, 200)
    await ask(`${link}/renew`, 303, {})
  }
  await ask(`${estimate}/pay`, [200, 409])
  await ask(`${estimate}/approve`, 200)
  const version = /name="version" value="([^"]+)"/.exec(steps.at(-1)?.[2].text ?? '')?.[1] ?? ''
  await ask(`${estimate}/approve`, 422, { version })
  await ask(`${estimate}/approve`, 409, { version: 'old', signer_name: 'A', consent: 'yes' })
  await ask(`${estimate}/decline`, 200)
  await ask(`${estimate}/decline`, 409, { version: 'old' })
  await ask(`${invoice}/pay`, 200)
  await ask(`${invoice}/pay`, 422, { amount_choice: 'due', method: 'nothing' })
  const go = await ask(`${invoice}/pay`, 303, { amount_choice: 'due', method: 'sandbox' })
  await ask(go, 200)
  const hosted = /\/sandbox\/[^"?]+/.exec(steps.at(-1)?.[2].text ?? '')?.[0] ?? ''
  await ask(hosted, 200)
  const back = await ask(hosted, 303, { outcome: 'paid' })
  await ask(back, 200)
  await ask(history, 200)
  await ask(`${history}/statement`, 200)
  await ask(`${history}/statement?from=x`, 422)
  await ask(`${history}/receipts/RCT-0001/pdf`, 200)
  await ask(`${history}/receipts/RCT-9999/pdf`, 404)
  await ask(`${history}/documents/INV-001`, 303, {})
  await ask(`${history}/renew`, 200)
  const receipt = /\/r\/[0-9a-z]{32}/.exec((await portal.ask(invoice)).text)?.[0] ?? ''
  await ask(receipt, 200)
  await ask(`${receipt}/pdf`, 200)
  await ask(`${receipt}/history`, 200)
  await ask(`${receipt}/renew`, 200)
  const stop = await stopPath()
  await ask(stop, 200)
  await ask(stop, 422, {})
  await ask(stop, 303, { scope: 'document' })
  await ask('/webhooks/stripe', 404, {})
  for (const path of ['/', '/go/none', '/sandbox/none', `/u/${'0'.repeat(32)}`])
    await ask(path, 404)
  for (const path of ['/assets/', '/assets/no.css', '/site/', '/i/', '/.env']) await ask(path, 404)
  await ask('/i/%E0%A4%A', 400)
  await ask(invoice, 405, {})
  await ask('/healthz', 200)
  await ask('/robots.txt', 200)
  for (const [asset] of steps[0]?.[2].text.matchAll(/\/assets\/[^"]+/g) ?? []) await ask(asset, 200)
  await revokeShares(app, { ref: 'EST-001' })
  for (const below of ['', '/pdf', '/pay', '/approve']) await ask(estimate + below, 410)
  portal.setNow('2026-01-15T12:00:00Z')
  await ask(history, 410)
  isBroken = true
  await ask(receipt, 500)
  for (let i = 0; i < 30; i += 1) await ask(`/i/${'0'.repeat(32)}`, [404, 429])
}

/** By which John stops reminders of the estimate. */
async function stopPath(): Promise<string> {
  await remindByHand(portal.app, { rule: 'nudges', number: 'EST-001', dry_run: false })
  const link = mailer.mails.at(-1)?.headers['List-Unsubscribe'] ?? ''
  return link.replace(`<${public_url}`, '').replace('>', '')
}

const cachingOf = (path: string, status: number) => {
  if (path === '/robots.txt') return 'public, max-age=86400'
  if (path === '/healthz') return 'no-store'
  const isAsset = path.startsWith('/assets/') && status === 200
  return isAsset ? 'public, max-age=31536000, immutable' : headers['cache-control']
}

test('every path is walked, and answers as it should', () => {
  const odd = steps.filter(([, statuses, { status }]) => !statuses.includes(status))
  expect(odd.map(([path, , { status }]) => `${path} ${status}`)).toEqual([])
  const isWalked = (pattern: string) => {
    const shape = new RegExp(`^${pattern.replaceAll(/:\w+/g, '[^/]+')}$`)
    return steps.some(([path]) => shape.test(path.split('?')[0] ?? ''))
  }
  const all = Object.values(paths).flatMap(({ patterns }): string[] => patterns)
  expect(all.filter((pattern) => !isWalked(pattern))).toEqual([])
  const statuses = new Set(steps.map(([, , { status }]) => status))
  expect([...statuses].sort()).toEqual([200, 204, 303, 400, 404, 405, 409, 410, 422, 429, 500])
})

test('all answers carry exactly the headers of the house, and nothing that gives anything away', () => {
  for (const [path, , { status, headers: sent }] of steps) {
    const what = `${path} ${status}`
    expect(sent, what).toMatchObject({ ...headers, 'cache-control': cachingOf(path, status) })
    for (const name of neverSent) expect(sent, what).not.toHaveProperty(name)
    expect(gradeHeaders(sent, { https: true }), what).toEqual([])
  }
})

test('the auditor of headers finds what is wrong', () => {
  const careless = {
    'content-security-policy': "default-src 'self' 'unsafe-inline'; img-src *; base-uri 'none'",
    'set-cookie': ['a=b'],
  }
  expect(gradeHeaders(careless, { https: true })).toEqual(
    expect.arrayContaining(['more than its own files', 'default-src', 'img-src', 'a cookie']),
  )
})
