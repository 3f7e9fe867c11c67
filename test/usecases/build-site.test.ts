import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { App } from '../../src/app.ts'
import { PortalError } from '../../src/domain/errors.ts'
import { openApp } from '../../src/open-app.ts'
import { allPages } from '../../src/store/pages.ts'
import { findSiteState } from '../../src/store/site-state.ts'
import { buildSite } from '../../src/usecases/build-site.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments } from '../../src/usecases/create-documents.ts'
import { listShares } from '../../src/usecases/list-shares.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { refreshStalePages } from '../../src/usecases/refresh-stale-pages.ts'
import { revokeShares } from '../../src/usecases/revoke-shares.ts'
import { rotateShares } from '../../src/usecases/rotate-shares.ts'
import { shareDocument } from '../../src/usecases/share-document.ts'
import { see } from '../../src/usecases/site-stamp.ts'
import { verifyWorkspace } from '../../src/usecases/verify-workspace.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'

let t: TestApp

beforeEach(async () => {
  t = await openTestApp()
  await createCustomer(t.app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Kitchen remodel', unit_price: '9828' }]
  const invoice = { kind: 'invoice', customer: 'John Smith', items, due_on: '2025-01-30' } as const
  const estimate = { ...invoice, kind: 'estimate', due_on: undefined } as const
  await createDocuments(t.app, {
    drafts: [invoice, invoice, { ...estimate, valid_until_on: '2025-01-29' }],
  })
})
afterEach(() => t.close())

const number = 'INV-001'
const share = async (of: string = number) =>
  new URL((await shareDocument(t.app, { number: of })).url)
const files = () => t.app.site.list()
const page = async ({ pathname }: URL) => String(await t.app.site.read(`${pathname.slice(1)}.html`))
const hasPdf = ({ pathname }: URL) => t.app.site.has(`${pathname.slice(1)}/pdf.pdf`)
/** Everything in the workspace that a build might touch: path, and content with the time of its change. */
function wholeSite(): Map<string, { bytes: string; changed_ms: number }> {
  const paths = ['site', 'hosting', 'pdfs'].flatMap((folder) =>
    existsSync(join(t.dir, folder))
      ? readdirSync(join(t.dir, folder), { recursive: true }).map((name) => join(folder, `${name}`))
      : [],
  )
  const isFile = (path: string) => statSync(join(t.dir, path)).isFile()
  return new Map(
    paths.filter(isFile).map((path) => {
      const [bytes, { mtimeMs }] = [readFileSync(join(t.dir, path)), statSync(join(t.dir, path))]
      return [path, { bytes: bytes.toString('latin1'), changed_ms: mtimeMs }]
    }),
  )
}

const bytesOf = (site: ReturnType<typeof wholeSite>) =>
  Object.fromEntries([...site].map(([path, { bytes }]) => [path, bytes]))

const nothing = { pages: { written: 0, removed: 0 }, pdfs: { written: 0, skipped: 0 } }

/** Another process on the same workspace, whose pages nobody writes at once. */
async function elsewhere<T>(work: (app: App) => Promise<T>): Promise<T> {
  const { clock } = t.app
  const blind = { clock, renderer: () => Promise.reject(new Error('it was killed before')) }
  const app = await openApp({ dir: t.dir, env: {}, overrides: blind })
  try {
    return await work(app).catch((error) => {
      if (error.message !== 'it was killed before') throw error
      return undefined as T
    })
  } finally {
    await app.close()
  }
}

test('writes pages, PDFs, assets and what hosts need; a second build has nothing to do', async () => {
  const [invoice, estimate] = [await share(), await share('EST-001')]
  const first = await buildSite(t.app)
  expect(first).toMatchObject({ pdfs: { written: 2, skipped: 0 }, remark: '' })
  expect(await page(invoice)).toContain('data-number="INV-001"')
  expect(await hasPdf(estimate)).toBe(true)
  const all = await files()
  for (const path of ['404.html', '503.html', '_headers', '_redirects', 'robots.txt']) {
    expect(all).toContain(path)
  }
  const css = all.find((path) => /assets\/theme-.*\.css$/.test(path))
  expect(all).toEqual(expect.arrayContaining([css, `${css}.br`, `${css}.gz`]))
  expect(existsSync(join(t.dir, 'hosting/nginx.conf'))).toBe(true)
  expect(existsSync(join(t.dir, 'hosting/Caddyfile'))).toBe(true)
  const before = await t.app.site.list()
  expect(await buildSite(t.app)).toMatchObject({ ...nothing, files: { written: 0, removed: 0 } })
  expect(await files()).toEqual(before)
})

test('what changed elsewhere is in place after one build, and what ended is gone', async () => {
  const [paid, revoked, rotated] = [await share(), await share('INV-002'), await share('EST-001')]
  await buildSite(t.app)
  await elsewhere((app) => recordPayment(app, { number, amount: '9828', method: 'cash' }))
  await elsewhere((app) => revokeShares(app, { ref: 'INV-002' }))
  await elsewhere((app) => rotateShares(app, { ref: 'EST-001' }))
  expect(await page(paid)).toContain('data-state="sent"')
  const built = await buildSite(t.app)
  expect(await page(paid)).toContain('data-state="paid"')
  for (const gone of [revoked, rotated]) {
    expect(await t.app.site.has(`${gone.pathname.slice(1)}.html`)).toBe(false)
    expect(await hasPdf(gone)).toBe(false)
  }
  expect(built.pages.written).toBeGreaterThan(0)
  expect((await verifyWorkspace(t.app)).problems).toEqual([])
  expect(await buildSite(t.app)).toMatchObject(nothing)
})

test('an invoice is overdue, and an ended link gone, after one build of a later day', async () => {
  const invoice = await share()
  const { url } = await shareDocument(t.app, { number: 'INV-002', expires: '3d' })
  await buildSite(t.app)
  t.setNow('2025-02-10T12:00:00Z')
  expect((await buildSite(t.app)).pages).toEqual({ written: 1, removed: 1 })
  expect(await page(invoice)).toContain('data-state="overdue"')
  expect(await t.app.site.has(`${new URL(url).pathname.slice(1)}.html`)).toBe(false)
})

test.each([
  ['the next build', (app: App) => buildSite(app)],
  ['the job', refreshStalePages],
])(
  'what pages said and links gave up while the clock was ahead, %s puts right',
  async (_, mend) => {
    const open = await share('EST-001')
    const { url } = await shareDocument(t.app, { number: 'INV-002', expires: '3d' })
    await buildSite(t.app, { no_pdfs: true })
    const [files, now] = [wholeSite(), t.app.clock.now().toISOString()]
    t.setNow('2025-02-10T12:00:00Z')
    await buildSite(t.app, { no_pdfs: true })
    expect(await t.app.site.has(`${new URL(url).pathname.slice(1)}.html`)).toBe(false)
    expect(await page(open)).toContain('data-state="expired"')
    t.setNow(now)
    t.app.pdf = () => Promise.reject(new PortalError('config_invalid', 'There is no browser.'))
    await mend(t.app)
    expect(bytesOf(wholeSite())).toEqual(bytesOf(files))
    expect(await buildSite(t.app)).toMatchObject({ pages: nothing.pages })
  },
)

test('a payment holds though its page cannot be written, and that is told', async () => {
  const { pathname } = await share()
  const path = join(t.dir, `site${pathname}.html`)
  rmSync(path)
  mkdirSync(path)
  const told: string[] = []
  t.app.unshown = ({ message }) => told.push(message)
  const payment = await recordPayment(t.app, { number, amount: '1', method: 'cash' })
  expect(payment.entry.amount_minor).toBe(100)
  expect(told).toEqual(['A file below site/ could not be changed (EISDIR).'])
})

test('a dry run says what a build would do, and does nothing', async () => {
  await share()
  await buildSite(t.app)
  await elsewhere((app) => recordPayment(app, { number, amount: '1', method: 'cash' }))
  await elsewhere((app) => revokeShares(app, { ref: 'INV-002' }))
  const [files, books] = [wholeSite(), await allPages(t.app.db.read)]
  const state = await findSiteState(t.app.db.read)
  for (const options of [{}, { full: true }, { read_only: true }]) {
    await buildSite(t.app, { ...options, dry_run: true })
  }
  const said = await buildSite(t.app, { dry_run: true })
  expect(said).toMatchObject({ dry_run: true, pages: { written: 2, removed: 0 } })
  expect(wholeSite()).toEqual(files)
  expect(await allPages(t.app.db.read)).toEqual(books)
  expect(await findSiteState(t.app.db.read)).toEqual(state)
  expect((await buildSite(t.app)).pages).toEqual(said.pages)
})

test('a dry run foretells PDFs and other files as well', async () => {
  await share()
  const { app } = t
  const printed: string[] = []
  const printer = await app.pdf()
  app.pdf = async () => ({
    ...printer,
    print: async ({ html }) => Buffer.from(`%PDF-${printed.push(html)}`),
  })
  for (const change of [
    async () => {},
    async () => buildSite(app, { no_pdfs: true }),
    async () => buildSite(app),
    async () => elsewhere((other) => recordPayment(other, { number, amount: '1', method: 'cash' })),
    async () => revokeShares(app, { ref: number }),
    async () => rmSync(join(t.dir, 'hosting'), { recursive: true }),
  ]) {
    await change()
    const said = await buildSite(app, { dry_run: true })
    expect({ ...said, dry_run: false }, String(change)).toEqual(await buildSite(app))
  }
})

test('where site/ is a file, build says so, and a link is revoked all the same', async () => {
  await share()
  await buildSite(t.app)
  rmSync(join(t.dir, 'site'), { recursive: true })
  writeFileSync(join(t.dir, 'site'), '')
  expect(see(join(t.dir, 'site', '404.html'))).toEqual([expect.any(String), -1, -1])
  await expect(buildSite(t.app)).rejects.toThrow('cannot be written (ENOTDIR)')
  expect(await revokeShares(t.app, { ref: number })).toEqual({ revoked: 1 })
})

test('a revoked or replaced link whose page cannot be removed does not pass for done', async () => {
  const links = [await share(), await share()]
  for (const { pathname } of links) {
    const path = join(t.dir, `site${pathname}.html`)
    rmSync(path)
    mkdirSync(path)
  }
  const undone = 'but not for a web server: their pages still lie under site/'
  await expect(rotateShares(t.app, { ref: number })).rejects.toMatchObject({
    message: expect.stringContaining(`The old links are dead, ${undone}`),
    hint: expect.stringContaining('For new ones, once more: portal shares rotate INV-001'),
  })
  await expect(revokeShares(t.app, { ref: number })).rejects.toThrow(
    `The links are revoked, ${undone}`,
  )
  expect((await listShares(t.app)).items.map(({ state }) => state)).toEqual(['revoked', 'revoked'])
})

test('shorter lives of links end those that are over, and longer ones bring them back', async () => {
  const link = await share()
  await recordPayment(t.app, { number, amount: '9828', method: 'cash' })
  await buildSite(t.app)
  t.setNow('2025-02-10T12:00:00Z')
  const isThere = async (days: number | null) => {
    const { business } = t.app.config
    const text = JSON.stringify({ business, links: { invoice_days_after_paid: days } })
    writeFileSync(join(t.dir, 'config.yml'), text)
    const app = await openApp({ dir: t.dir, env: {}, overrides: { clock: t.app.clock } })
    await buildSite(app)
    await app.close()
    return t.app.site.has(`${link.pathname.slice(1)}.html`)
  }
  expect(await isThere(10)).toBe(false)
  expect(await hasPdf(link)).toBe(false)
  expect(await isThere(60)).toBe(true)
  expect(await hasPdf(link)).toBe(true)
  expect(await isThere(null)).toBe(true)
})

describe('a full build', () => {
  test('of a site that many changes made is byte for byte what it was', async () => {
    const [, estimate] = [await share(), await share('EST-001')]
    await buildSite(t.app, { read_only: true })
    await elsewhere((app) => recordPayment(app, { number, amount: '100', method: 'cash' }))
    await share('INV-002')
    await buildSite(t.app)
    await elsewhere((app) => rotateShares(app, { ref: 'EST-001' }))
    t.setNow('2025-02-10T12:00:00Z')
    await recordPayment(t.app, { number: 'INV-002', amount: '9828', method: 'cash' })
    await refreshStalePages(t.app)
    await buildSite(t.app)
    const bytes = () => [...wholeSite()].map(([path, file]) => [path, file.bytes]).sort()
    const before = bytes()
    expect(before.map(([path]) => path)).not.toContain(`site${estimate.pathname}.html`)
    await buildSite(t.app, { full: true })
    expect(bytes()).toEqual(before)
    rmSync(join(t.dir, 'site'), { recursive: true })
    await buildSite(t.app, { full: true })
    expect(bytes()).toEqual(before)
  })

  test('removes what belongs to no link, and mends what is not as it was written', async () => {
    const link = await share()
    await buildSite(t.app)
    const path = `${link.pathname.slice(1)}.html`
    await t.app.site.write(path, 'half a pa')
    await t.app.site.remove(`${link.pathname.slice(1)}/pdf.pdf`)
    await t.app.site.write('i/stray.html', 'x')
    await t.app.site.write('.git/HEAD', 'ref: refs/heads/main')
    const built = await buildSite(t.app, { full: true })
    expect(built.files.removed).toBe(1)
    expect(await page(link)).toContain('</html>')
    expect(await hasPdf(link)).toBe(true)
    expect(await t.app.site.has('i/stray.html')).toBe(false)
    expect(await t.app.site.has('.git/HEAD')).toBe(true)
  })

  test('is what a folder that was emptied gets', async () => {
    const link = await share()
    await buildSite(t.app)
    rmSync(join(t.dir, 'site'), { recursive: true })
    await buildSite(t.app)
    expect(await page(link)).toContain('</html>')
    expect(await hasPdf(link)).toBe(true)
  })
})

describe('read-only pages', () => {
  test('have no actions and say as of when they hold, until the next live build', async () => {
    const link = await share()
    await buildSite(t.app, { read_only: true })
    const text = await page(link)
    expect(text).toContain('As of January 15, 2025')
    expect(text).toContain(`href="${link.pathname}/pdf.pdf"`)
    expect(text).not.toMatch(/data-viewed|beacon|\/pay"/)
    expect(await buildSite(t.app, { read_only: true })).toMatchObject(nothing)
    expect((await buildSite(t.app)).pages.written).toBe(1)
    expect(await page(link)).toContain('data-viewed')
  })

  test('stay read-only whoever writes them: a payment, a new link, the job', async () => {
    const link = await share()
    await buildSite(t.app, { read_only: true })
    await recordPayment(t.app, { number, amount: '100', method: 'cash' })
    const another = await share('INV-002')
    t.setNow('2025-02-10T12:00:00Z')
    await refreshStalePages(t.app)
    for (const one of [link, another]) {
      expect(await page(one)).toContain('As of February 10, 2025')
      expect(await page(one)).toContain('data-state="overdue"')
    }
    expect(await buildSite(t.app, { read_only: true })).toMatchObject({ pages: nothing.pages })
  })
})

const cssOf = async (link: URL) => /assets\/theme-[^"]+/.exec(await page(link))?.[0] ?? ''

/** A process that starts after config.yml was changed. */
function openRecolored(): Promise<App> {
  const config = { business: t.app.config.business, branding: { color: '#336611' } }
  writeFileSync(join(t.dir, 'config.yml'), JSON.stringify(config))
  return openApp({ dir: t.dir, env: {}, overrides: { clock: t.app.clock } })
}

test('a new look: its assets come before the pages, and the old ones go after them', async () => {
  const link = await share()
  await buildSite(t.app)
  const old = await cssOf(link)
  const app = await openRecolored()
  const draft: typeof app.site.draft = () => {
    const made = app.site.draft()
    const put: typeof made.put = async (paths) => {
      const all = [...(paths ?? [])]
      const brands = (await app.site.list('assets')).filter(
        (path) => path.includes('theme-') && path.endsWith('.css'),
      )
      if (all.some((path) => path.endsWith('.html'))) expect(brands).toHaveLength(2)
      return made.put(all)
    }
    return { ...made, put }
  }
  await buildSite({ ...app, site: { ...app.site, draft } })
  await app.close()
  expect(await page(link)).not.toContain(old)
  expect(await t.app.site.has(old)).toBe(false)
})

test('a new look that the job brings is whole: its assets are there, the old ones are gone', async () => {
  const link = await share()
  await buildSite(t.app)
  const old = await cssOf(link)
  const app = await openRecolored()
  expect(await refreshStalePages(app)).toMatchObject({ written: 1 })
  const css = await cssOf(link)
  expect(css).not.toBe(old)
  expect([await t.app.site.has(css), await t.app.site.has(old)]).toEqual([true, false])
  expect(String(await t.app.site.read('404.html'))).toContain(css)
  expect((await verifyWorkspace(app)).problems).toEqual([])
  expect(await buildSite(app)).toMatchObject({ pages: { written: 0 }, files: { written: 0 } })
  await app.close()
})

test.each([
  ['a build', buildSite],
  ['the job of a newer process', refreshStalePages],
])(
  'a server that runs since before leaves the new look of %s as it is, and says so once',
  async (_what, renew) => {
    const link = await share()
    await buildSite(t.app)
    const told: string[] = []
    const server: App = { ...t.app, unshown: ({ message }) => told.push(message) }
    await refreshStalePages(server)
    const app = await openRecolored()
    await renew(app)
    const css = await cssOf(link)
    for (const _minute of [1, 2])
      expect(await refreshStalePages(server)).toMatchObject({ written: 0 })
    expect(await cssOf(link)).toBe(css)
    expect(told).toEqual([
      'config.yml, the theme or the program has changed since this process began.',
    ])

    /* What it has to write all the same is seen as it was before, until a newer process comes by. */
    await recordPayment(server, { number, amount: '10', method: 'cash' })
    expect(await t.app.site.has(await cssOf(link))).toBe(true)
    expect(await refreshStalePages(app)).toMatchObject({ written: 2 })
    expect(await cssOf(link)).toBe(css)
    expect((await verifyWorkspace(app)).problems).toEqual([])
    await app.close()
  },
)

describe('PDFs', () => {
  test('of changed documents follow by the job, where a build has put them there once', async () => {
    const link = await share()
    await refreshStalePages(t.app)
    expect(await hasPdf(link)).toBe(false)
    await buildSite(t.app)
    await recordPayment(t.app, { number, amount: '100', method: 'cash' })
    expect(await hasPdf(link)).toBe(false)
    expect(await refreshStalePages(t.app)).toMatchObject({ pdfs: 2 })
    expect(await hasPdf(link)).toBe(true)
    expect(await refreshStalePages(t.app)).toMatchObject({ written: 0, removed: 0, pdfs: 0 })
  })

  test('can be left to a later build', async () => {
    const link = await share()
    const built = await buildSite(t.app, { no_pdfs: true })
    expect(built).toMatchObject({ pdfs: { written: 0, skipped: 1 }, remark: '' })
    expect(await hasPdf(link)).toBe(false)
    expect((await buildSite(t.app)).pdfs).toEqual({ written: 1, skipped: 0 })
  })

  test('without a browser are counted, and why is said', async () => {
    await share()
    await share('EST-001')
    const pdf = async () => {
      throw new PortalError('config_invalid', 'There is no browser.')
    }
    const built = await buildSite({ ...t.app, pdf })
    expect(built.pdfs).toEqual({ written: 0, skipped: 2 })
    expect(built.remark).toBe('There is no browser.')
  })

  test('one that cannot be printed holds up no others', async () => {
    for (const of of [number, 'INV-002', 'EST-001']) await share(of)
    let printed = 0
    const print = async () => {
      printed += 1
      if (printed === 1) throw new Error('this sheet is odd')
      return Buffer.from('%PDF-1.7 %%EOF')
    }
    const pdf = async () => ({ print, close: async () => {} })
    const built = await buildSite({ ...t.app, pdf })
    expect(built).toMatchObject({ pdfs: { written: 2, skipped: 1 }, remark: 'this sheet is odd' })
  })
})

test('web servers of other users may read the site and nothing else, whatever the umask', async () => {
  await share()
  const umask = process.umask(0o077)
  try {
    await recordPayment(t.app, { number, amount: '100', method: 'cash' })
    await buildSite(t.app)
  } finally {
    process.umask(umask)
  }
  const mode = (path: string) => (statSync(join(t.dir, path)).mode & 0o777).toString(8)
  const entries = readdirSync(t.dir, { recursive: true, withFileTypes: true }).filter(
    ({ name }) => name !== 'config.yml',
  )
  const odd = entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name).slice(t.dir.length + 1)
    const isPublic = /^(site|hosting)(\/|$)/.test(path)
    const expected = entry.isDirectory() ? [isPublic ? '755' : '700'] : [isPublic ? '644' : '600']
    return expected.includes(mode(path)) ? [] : [`${path} ${mode(path)}`]
  })
  expect(odd).toEqual([])
  expect(entries.map(({ name }) => name)).toEqual(expect.arrayContaining(['pdf.pdf', 'nginx.conf']))
})

test('one page that cannot be put in its place keeps no others from theirs', async () => {
  const [blocked, other] = [await share(), await share('INV-002')]
  await elsewhere((app) => recordPayment(app, { number, amount: '1', method: 'cash' }))
  await elsewhere((app) => recordPayment(app, { number: 'INV-002', amount: '1', method: 'cash' }))
  const path = join(t.dir, `site${blocked.pathname}.html`)
  rmSync(path)
  mkdirSync(path)
  writeFileSync(join(path, 'x'), '')
  await expect(refreshStalePages(t.app)).rejects.toMatchObject({ code: 'conflict' })
  expect(await page(other)).toContain('data-state="partially_paid"')
  rmSync(path, { recursive: true })
  expect(await refreshStalePages(t.app)).toMatchObject({ written: 1 })
})
