import { cpSync, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
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
async function sloppyHost(root: string): Promise<string> {
  const server = createServer((req, res) => {
    const path = join(root, decodeURIComponent(new URL(req.url ?? '', 'http://x').pathname))
    if (existsSync(`${path}.html`)) return res.end(readFileSync(`${path}.html`))
    if (!existsSync(path)) return res.writeHead(404).end()
    if (!statSync(path).isDirectory()) return res.end(readFileSync(path))
    const links = readdirSync(path).map((name) => `<a href="${name}">${name}</a>`)
    return res.end(`<title>Index of ${req.url}</title>${links.join('')}`)
  })
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
    expect(bad.site_headers).toContain('a page: Content-Security-Policy is missing.')
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

  test('a workspace that is served as a whole is named', async () => {
    const { bad } = await look(await sloppyHost(portal.dir))
    expect(bad.site_private_files).toContain('config.yml, portal.db, link.key')
  })
})

test('stale pages and links that ended are named in a copy that was left behind', async () => {
  const copy = tempDir()
  await portal.link('EST-001')
  await portal.link(number)
  await buildSite(portal.app)
  cpSync(join(portal.dir, 'site'), copy, { recursive: true })
  const host = await sloppyHost(copy)
  expect((await look(host)).bad.site_pages).toBeUndefined()
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
