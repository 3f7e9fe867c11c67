import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { buildSite } from '../../src/usecases/build-site.ts'
import { checkSite } from '../../src/usecases/check-site.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { tempDirs } from '../support/temp-dir.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

const tempDir = tempDirs()
let portal: TestPortal
let servers: Server[]

beforeEach(async () => {
  portal = await openTestPortal()
  servers = []
})
afterEach(async () => {
  for (const server of servers) server.close()
  await portal.close()
})

const number = 'INV-001'

async function look(url: string) {
  const findings = await checkSite(portal.app, url)
  const bad = findings.filter(({ ok }) => !ok)
  for (const { message, remedy } of bad) {
    expect(remedy).not.toBe('')
    expect(message).not.toMatch(/[0-9a-hjkmnp-tv-z]{32}/)
  }
  return { findings, bad: Object.fromEntries(bad.map(({ name, message }) => [name, message])) }
}

/** A host that serves a folder as it lies there, with no header of ours. */
function sloppyHost(root: string): Promise<string> {
  const server = createServer((req, res) => {
    const path = join(root, decodeURIComponent(new URL(req.url ?? '', 'http://x').pathname))
    if (existsSync(`${path}.html`)) return res.end(readFileSync(`${path}.html`))
    if (!existsSync(path)) return res.writeHead(404).end()
    if (!statSync(path).isDirectory()) return res.end(readFileSync(path))
    const links = readdirSync(path).map((name) => `<a href="${name}">${name}</a>`)
    return res.end(`<title>Index of ${req.url}</title>${links.join('')}`)
  })
  return start(server)
}

/** A host that does what `_headers` in the folder says, as Cloudflare reads it, and shows `404.html`. */
function obedientHost(root: string): Promise<string> {
  const server = createServer((req, res) => {
    const { pathname } = new URL(req.url ?? '', 'http://x')
    const file = [`${pathname}.html`, pathname].find((path) => {
      const stats = statSync(join(root, path), { throwIfNoEntry: false })
      return stats?.isFile() && !path.startsWith('/_')
    })
    res.statusCode = file ? 200 : 404
    let applies = false
    for (const line of readFileSync(join(root, '_headers'), 'utf8').split('\n').filter(Boolean)) {
      const [name = '', ...value] = line.trim().split(/: ?/)
      if (line.startsWith('/')) applies = matches(line, pathname)
      else if (applies && name.startsWith('! ')) res.removeHeader(name.slice(2))
      else if (applies) res.appendHeader(name, value.join(': '))
    }
    return res.end(readFileSync(join(root, file ?? '404.html')))
  })
  return start(server)
}

/** `*` stands for anything, `:name` for anything without a slash. */
function matches(pattern: string, path: string): boolean {
  const text = pattern.replace('*', '.*').replace(/:\w+/g, '[^/]+')
  return new RegExp(`^${text}$`).test(path)
}

/** A host that answers as the portal does, but for one path. */
function hostWith(path: string, body: string): Promise<string> {
  const server = createServer(async (req, res) => {
    if (req.url === path) return res.end(body)
    const { method = 'GET', url = '' } = req
    const { origin = '' } = req.headers
    const headers = { origin, 'accept-encoding': 'identity' }
    const answer = await fetch(portal.server.url + url, { method, headers })
    return res
      .writeHead(answer.status, Object.fromEntries(answer.headers))
      .end(Buffer.from(await answer.arrayBuffer()))
  })
  return start(server)
}

async function start(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('portal serve itself is found in order, and nobody counts as having looked', async () => {
  await portal.link(number)
  await portal.link('EST-001')
  const rotated = await portal.link(number)
  expect((await portal.ask(rotated)).status).toBe(200)
  await rotateShares(portal.app, { ref: number })
  const { findings, bad } = await look(portal.server.url)
  expect(bad).toEqual({})
  expect(findings.map(({ name }) => name)).toEqual([
    ...['site_encryption', 'site_headers', 'site_pages', 'site_dead_links', 'site_unknown'],
    ...['site_listings', 'site_private_files', 'site_actions'],
  ])
  expect(await portal.story('EST-001')).not.toContain('opened')
})

describe('of a host that serves files as they lie there', () => {
  test('headers, listings and missing actions are named', async () => {
    await portal.link(number)
    await buildSite(portal.app)
    const { bad } = await look(await sloppyHost(join(portal.dir, 'site')))
    expect(Object.keys(bad).sort()).toEqual(['site_actions', 'site_headers', 'site_listings'])
    expect(bad.site_headers).toContain(
      'the page of an invoice: Content-Security-Policy is missing.',
    )
    expect(bad.site_headers).toContain('an asset: Cache-Control is missing.')
    expect(bad.site_listings).toContain('/i/ lists its files.')
    expect(bad.site_actions).toContain('nothing can be paid or approved')
  })

  test('a read-only site needs no actions', async () => {
    await portal.link(number)
    await buildSite(portal.app, { read_only: true })
    const { bad } = await look(await sloppyHost(join(portal.dir, 'site')))
    expect(Object.keys(bad).sort()).toEqual(['site_headers', 'site_listings'])
  })

  test('one that follows site/_headers is in order', async () => {
    await portal.link(number)
    await portal.link('EST-001')
    await buildSite(portal.app, { read_only: true })
    expect((await look(await obedientHost(join(portal.dir, 'site')))).bad).toEqual({})
  })

  test('a workspace that is served as a whole is named', async () => {
    const { bad } = await look(await sloppyHost(portal.dir))
    expect(bad.site_private_files).toContain('config.yml, portal.db, link.key')
  })
})

test('a listing is known in any form by the links in it, and that of assets by their compressed forms', async () => {
  const token = (await portal.link(number)).split('/').at(-1)
  for (const [path, body] of [
    ['/i/', `<a href='${token}.html'>`],
    ['/i/', `[{"name":"${token}.html","size":18211}]`],
    ['/i/', `${token}.html\n`],
    ['/i', `<title>i</title><a href=/i/${token}.html>`],
    ['/assets/', '<title>/assets/</title>theme-93a16f82515a.css theme-93a16f82515a.css.br'],
  ] as const) {
    const { bad } = await look(await hostWith(path, body))
    expect(bad.site_listings, body).toBe(`${path} lists its files.`)
  }
})

test('asked again and again, the limit on guessing is no fault of the host', async () => {
  for (let miss = 0; miss < 31; miss++) await portal.ask(`/i/${String(miss).padStart(32, '0')}`)
  expect((await look(portal.server.url)).bad).toEqual({})
})

test('stale pages and links that ended are named in a copy that was left behind', async () => {
  const copy = tempDir()
  await portal.link('EST-001')
  const path = await portal.link(number)
  await buildSite(portal.app)
  cpSync(join(portal.dir, 'site'), copy, { recursive: true })
  const host = await sloppyHost(copy)
  expect((await portal.ask(`${path}/viewed`, { method: 'POST' })).status).toBe(204)
  expect((await look(host)).bad.site_pages).toBeUndefined()
  rmSync(join(copy, 'assets'), { recursive: true })
  const bare = /Pages need \/assets\/theme-\w+\.css, which answers 404\./
  expect((await look(host)).bad.site_pages).toMatch(bare)
  await recordPayment(portal.app, { number, amount: '600', method: 'cash' })
  const stale = (await look(host)).bad
  expect(stale.site_pages).toMatch(/INV-001 \(link sh_\w+\) is stale: .*balance-due-minor="700000"/)
  expect(stale.site_dead_links).toBeUndefined()
  await rotateShares(portal.app, { ref: 'EST-001' })
  await revokeShares(portal.app, { ref: number })
  const dead = (await look(host)).bad
  expect(dead.site_dead_links).toMatch(/The page of INV-001 .* still answers 200/)
  expect(dead.site_dead_links).toMatch(/The PDF of INV-001 .* still answers 200/)
  expect(dead.site_dead_links).toMatch(
    /The page of EST-001 .*before it was rotated\) still answers/,
  )
  expect(dead.site_pages).toMatch(/EST-001 \(link sh_\w+\) answers 404/)
  await rotateShares(portal.app, { ref: 'EST-001' })
  expect((await look(host)).bad.site_dead_links).toMatch(/The page of EST-001 .*rotated\)/)
})

test('the answer for a link that ended carries the headers too', async () => {
  const ended = await portal.link(number)
  await revokeShares(portal.app, { ref: number })
  const host = await hostWith(ended, 'This link has ended.')
  const { bad } = await look(host)
  expect(bad.site_headers).toContain('a link that ended: Cache-Control is missing.')
})

test('secret links are sent nowhere but where they lead to', async () => {
  for (const url of ['https://portal.example.org', 'portal', 'ftp://127.0.0.1']) {
    await expect(checkSite(portal.app, url)).rejects.toMatchObject({
      code: 'invalid_input',
      details: [{ field: 'site', message: expect.any(String) }],
    })
  }
})

test('a site that does not answer is one finding', async () => {
  const url = await sloppyHost(tempDir())
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
  const { findings } = await look(url)
  expect(findings).toMatchObject([
    { name: 'site', ok: false, message: `${url} does not answer (ECONNREFUSED).` },
  ])
})

test('a certificate that nobody vouches for is named as such', async () => {
  const pem = readFileSync(new URL('../support/localhost.pem', import.meta.url))
  const url = await start(createTlsServer({ key: pem, cert: pem }))
  const { findings } = await look(url.replace('http:', 'https:'))
  expect(findings).toMatchObject([
    {
      name: 'site',
      message: expect.stringContaining('is not to be trusted (DEPTH_ZERO_SELF_SIGNED'),
    },
  ])
})
