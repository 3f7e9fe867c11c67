import { copyFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import type { Handle } from '../../src/store/handle.ts'
import { chooseDriver } from '../../src/store/open-handle.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let portal: TestPortal
let path: string

beforeEach(async () => {
  portal = await openTestPortal()
  path = await portal.link('INV-001')
})
afterEach(() => portal.close())

/** Another program that holds the database's only lock for writing. */
async function holdLock(): Promise<Handle> {
  const handle = await chooseDriver()(join(portal.dir, 'portal.db'), { readonly: false })
  await handle.exec('BEGIN IMMEDIATE')
  return handle
}

test('while another program holds the lock, customers see their pages at once', async () => {
  const lock = await holdLock()
  try {
    for (const _visit of [1, 2, 3]) {
      expect((await portal.ask(path)).status).toBe(200)
      expect((await portal.ask('/healthz')).status).toBe(200)
    }
    /* Noting the first visit still waits for the lock, and has not been given up. */
    expect(portal.logged).toEqual([])
  } finally {
    await lock.exec('ROLLBACK')
    await lock.close()
  }
})

test('what cannot be written because of it is answered with "try again", and works then', async () => {
  const lock = await holdLock()
  const answer = await portal.ask(`${path}/viewed`, { method: 'POST' })
  await lock.exec('ROLLBACK')
  await lock.close()
  expect(answer.status).toBe(503)
  expect(answer.headers['retry-after']).toBe('10')
  expect(answer.text).toContain('data-state="unavailable"')
  expect((await portal.ask(`${path}/viewed`, { method: 'POST' })).status).toBe(204)
})

test('a page is served although noting that it was opened fails; the log says so, without secrets', async () => {
  const lock = await holdLock()
  const page = await portal.ask(path)
  expect(page.status).toBe(200)
  await portal.server.close()
  await lock.close()
  expect(portal.logged).toHaveLength(1)
  expect(portal.logged[0]).toMatchObject({ level: 'error', error: { code: 'busy' } })
})

test('our own fault gets a calm page with a reference that the log explains whole', async () => {
  const broken = await openTestPortal({}, {}, breakPages)
  try {
    const link = await broken.link('EST-001')
    const answer = await broken.ask(link)
    expect(answer.status).toBe(500)
    expect(answer.text).toContain('data-state="error"')
    expect(answer.text).not.toContain('no luck')
    const [line] = broken.logged
    expect(line?.reference).toMatch(/^[0-9A-Z]{8}$/)
    expect(answer.text).toContain(line?.reference)
    expect(line).toMatchObject({ level: 'error', method: 'GET', url: '/e/[token]' })
    expect(line?.error).toMatchObject({ message: 'no luck with /e/[token] of [address]' })
    expect(JSON.stringify(line)).toContain('faults.test.ts')
  } finally {
    await broken.close()
  }
})

/** Estimates can be shared, then not be shown. */
async function breakPages(app: App) {
  const renderer = await app.renderer()
  const pages = new Set<string>()
  const page: typeof renderer.page = (input) => {
    if (!pages.has(input.path)) {
      pages.add(input.path)
      return renderer.page(input)
    }
    throw new Error(`no luck with ${input.path} of john@example.com`)
  }
  app.renderer = async () => ({ ...renderer, page })
}

type Harm = [how: string, harm: (path: string) => Promise<unknown>]

const removals: Harm[] = [
  ['deleted', (path) => rm(path)],
  ['replaced', (path) => copyFile(path, `${path}.x`).then(() => rename(`${path}.x`, path))],
]

test.each(removals)(
  'once the database was %s, nothing is shown from the old one or taken into it',
  async (_how, remove) => {
    expect((await portal.ask(path)).status).toBe(200)
    await remove(portal.app.db.path)
    await portal.server.gone
    for (const [place, method] of [
      [path, 'GET'],
      [`${path}/pdf`, 'GET'],
      [`${path}/viewed`, 'POST'],
    ] as const) {
      const answer = await portal.ask(place, { method })
      expect([place, answer.status]).toEqual([place, 503])
      expect(answer.text).toContain('data-state="unavailable"')
      expect(answer.text).not.toContain('INV-001')
    }
  },
)

test.each<Harm>([
  ...removals,
  ['damaged', async (path) => writeFile(path, Buffer.alloc((await stat(path)).size, 'x'))],
])('a monitor is told when the database was %s', async (_how, harm) => {
  await harm(portal.app.db.path)
  const health = await portal.ask('/healthz')
  expect(health.status).toBe(503)
  expect(JSON.parse(health.text)).toMatchObject({ ok: false, database: { ok: false } })
  expect(health.text).not.toContain(portal.dir)
  expect((await portal.ask('/robots.txt')).status).toBe(200)
})
