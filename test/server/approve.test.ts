import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { dataUrl, png } from '../ink/drawings.ts'
import { post } from '../support/post-form.ts'
import { openTestPortal } from '../support/test-portal.ts'
import { type Approving, openApproving } from './approving.ts'

let portal: Approving['portal']
let path: string
let form: Approving['form']
let approve: Approving['approve']
let state: Approving['state']
let expectNothing: Approving['expectNothing']

beforeEach(async () => {
  ;({ portal, path, form, approve, state, expectNothing } = await openApproving())
})
afterEach(() => portal.close())

describe('the review page', () => {
  test('shows what is agreed to, and changes nothing however often it is asked for', async () => {
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await portal.ask(`${path}/approve`, { method })
      expect(page.status).toBe(200)
      if (method === 'HEAD') continue
      expect(page.text).toContain('id="approve"')
      expect(page.text).toContain(`name="version" value="${form.version}"`)
      expect(page.text).toContain('$7,600.00')
      expect(page.text).not.toMatch(/<input[^>]*name="consent"[^>]*checked/)
    }
    await expectNothing()
    expect((await portal.show('EST-001')).viewed_at).toBeNull()
  })

  test('notes that the link was opened', async () => {
    await portal.ask(`${path}/approve`)
    await expect.poll(() => portal.story('EST-001')).toContain('opened')
  })

  test('carries the headers of every page, and its scripts are ours', async () => {
    const page = await portal.ask(`${path}/approve`)
    const { headers } = await portal.ask(path)
    expect(page.headers['content-security-policy']).toBe(headers['content-security-policy'])
    expect(page.headers['cache-control']).toBe('private, no-store, max-age=0')
    const scripts = [...page.text.matchAll(/<script[^>]*src="([^"]*)"/g)].map(([, src]) => src)
    expect(scripts).toEqual([expect.stringMatching(/^\/assets\/sign-[0-9a-f]{12}\.js$/)])
  })

  test.each([
    ['an invoice’s token', async () => `/e/${(await portal.link('INV-001')).slice(3)}/approve`],
    ['an estimate’s token under /i/', async () => `/i/${path.slice(3)}/approve`],
    ['an invoice', async () => `${await portal.link('INV-001')}/approve`],
    ['a token that nobody was given', async () => `/e/${'0'.repeat(32)}/approve`],
  ])('does not exist for %s', async (_what, where) => {
    expect((await portal.ask(await where())).status).toBe(404)
    expect((await post(portal, await where(), form)).status).toBe(404)
    await expectNothing()
  })

  test('of a withdrawn link is gone, and offers a fresh one', async () => {
    await revokeShares(portal.app, { ref: 'EST-001' })
    const gone = await portal.ask(`${path}/approve`)
    expect(gone.status).toBe(410)
    expect(gone.text).toContain(`<form id="renew" method="post" action="${path}/renew">`)
    expect((await approve()).status).toBe(410)
    await expectNothing()
  })

  test('takes no other method', async () => {
    const answer = await portal.ask(`${path}/approve`, { method: 'PUT' })
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toBe('GET, HEAD, POST')
  })
})

describe('a signed form', () => {
  test('approves, and the estimate’s page says so', async () => {
    const answer = await approve({}, { 'user-agent': 'Mozilla/5.0 (iPhone) Mobile' })
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toBe(path)
    const { approval, viewed_at, ...document } = await portal.show('EST-001')
    expect(document.state).toBe('approved')
    expect(approval).toMatchObject({ kind: 'typed', signer_name: 'John Smith', ip: '127.0.0.1' })
    expect(approval?.user_agent).toBe('Mozilla/5.0 (iPhone) Mobile')
    expect(viewed_at).not.toBeNull()
    const story = await portal.story('EST-001')
    expect(story.filter((type) => ['viewed', 'consented', 'approved'].includes(type))).toEqual([
      'viewed',
      'consented',
      'approved',
    ])
    const page = await portal.ask(path)
    expect(page.text).toContain('data-state="approved"')
    expect(page.text).toContain('John Smith')
  })

  test('is drawn as well: only our own picture of it is kept', async () => {
    const signature = dataUrl(png())
    expect((await approve({ signature_kind: 'drawn', signature })).status).toBe(303)
    expect((await portal.show('EST-001')).approval?.kind).toBe('drawn')
    const pictures = await portal.app.db.read.selectFrom('approvals').select('picture').execute()
    const [{ picture } = { picture: null }] = pictures
    expect(
      Buffer.from(picture ?? '')
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    expect(Buffer.from(picture ?? '').equals(png())).toBe(false)
  })

  test('of a drawing as large as may be is taken', async () => {
    const rest = randomBytes(200 * 1024 - png().length)
    const signature = dataUrl(Buffer.concat([png(), rest]))
    expect(signature.length).toBeGreaterThan(270_000)
    expect((await approve({ signature_kind: 'drawn', signature })).status).toBe(303)
  })

  test('comes from the address that a trusted proxy names, never from one that anybody names', async () => {
    const proxied = await openTestPortal({ server: { trust_proxy: true } })
    try {
      const forwarded = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9' }
      await approve({}, forwarded)
      expect((await portal.show('EST-001')).approval?.ip).toBe('127.0.0.1')
      const link = await proxied.link('EST-001')
      const version = await proxied.version('EST-001')
      await post(proxied, `${link}/approve`, { ...form, version }, forwarded)
      expect((await proxied.show('EST-001')).approval?.ip).toBe('203.0.113.9')
    } finally {
      await proxied.close()
    }
  })

  test('sent twice is answered with the truth the second time', async () => {
    expect((await approve()).status).toBe(303)
    const again = await approve()
    expect(again.status).toBe(409)
    expect(again.text).toContain('already approved')
    expect(again.text).toContain('John Smith')
    expect(again.text).not.toContain('id="approve"')
    const story = await portal.story('EST-001')
    expect(story.filter((type) => type === 'approved')).toHaveLength(1)
  })

  test('may come in capitals and with a full stop, as links do', async () => {
    const answer = await post(portal, `/e/${path.slice(3).toUpperCase()}./approve`, form)
    expect(answer.status).toBe(303)
    expect(await state()).toBe('approved')
    expect((await portal.ask(String(answer.headers.location))).status).toBe(200)
  })
})
