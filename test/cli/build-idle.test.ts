/** A build with nothing to do looks at little, and must not be fooled by that. */
import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { portalWorkspaces, runPortal, testNow, type Workspace } from '../support/run-portal.ts'
import { root } from '../support/source-imports.ts'

const makeWorkspace = portalWorkspaces()
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  const draft = { customer: { name: 'John Smith' }, items: [{ description: 'A', unit_price: '1' }] }
  await w.feed(JSON.stringify([draft, draft]), 'invoice', 'create', '--from', '-')
  await w.json('share', 'INV-001')
  await build()
  expect(await build()).toMatchObject(nothing)
})

const nothing = {
  pages: { written: 0, removed: 0 },
  pdfs: { written: 0, skipped: 0 },
  files: { written: 0, removed: 0 },
  dry_run: false,
  remark: '',
}
const build = async (...options: string[]) => (await w.json('build', ...options)).json()

/** What the program opens shows which way it went: the quick one reads no template. */
function opensTemplates(): boolean {
  const trace = ['-f', '-e', 'trace=openat', process.execPath, join(root, 'bin/portal.js')]
  const { stderr } = spawnSync('strace', [...trace, '--dir', w.dir, 'build'], {
    encoding: 'utf8',
    env: { ...process.env, PORTAL_TEST: '1', PORTAL_NOW: testNow },
  })
  return stderr.includes('.eta"')
}
const hasStrace = spawnSync('strace', ['-V']).status === 0

test('says the same in the quick way and in the long one', async () => {
  const quick = await w.run('build')
  const long = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), 'build'], {
    cwd: w.dir,
    encoding: 'utf8',
    env: { ...process.env, PORTAL_TEST: '1', PORTAL_NOW: testNow },
  })
  expect(quick.stdout).toBe(long.stdout)
  expect(quick.stdout).toContain('Everything under site/ is up to date.')
})

test.runIf(hasStrace)('reads no template', () => {
  expect(opensTemplates()).toBe(false)
})

describe('notices', () => {
  const changes: [string, () => unknown, Record<string, unknown>][] = [
    ['a new link', () => w.json('share', 'INV-002'), { pdfs: { written: 1, skipped: 0 } }],
    [
      'a payment',
      () => w.json('payment', 'record', 'INV-001', '--amount', '0.50', '--method', 'cash'),
      { pdfs: { written: expect.any(Number), skipped: 0 } },
    ],
    [
      'another configuration',
      () => appendFileSync(join(w.dir, 'config.yml'), '\n# a remark\n'),
      {},
    ],
    [
      'an own template',
      () => {
        const folder = join(w.dir, 'themes/classic/templates/partials')
        mkdirSync(folder, { recursive: true })
        cpSync(join(root, 'templates/partials/totals.eta'), join(folder, 'totals.eta'))
        appendFileSync(join(folder, 'totals.eta'), '<p>Thank you</p>\n')
      },
      { pages: { written: expect.any(Number), removed: 0 } },
    ],
    [
      'the same template changed within a second, to the same length',
      () => {
        const path = join(w.dir, 'themes/classic/templates/partials/totals.eta')
        const text = spawnSync('cat', [path], { encoding: 'utf8' }).stdout
        writeFileSync(path, text.replace('Thank you', 'Merci bcp'))
        utimesSync(path, new Date(), new Date(Date.now() - 1000))
      },
      { pages: { written: expect.any(Number), removed: 0 } },
    ],
    [
      'a file of the site that is missing',
      () => rmSync(join(w.dir, 'site/_headers')),
      { files: { written: 1, removed: 0 } },
    ],
    [
      'an asset that is missing',
      () => {
        const [css = ''] = readdirSync(join(w.dir, 'site/assets')).filter((n) => n.endsWith('.css'))
        rmSync(join(w.dir, 'site/assets', css))
      },
      { files: { written: 1, removed: 0 } },
    ],
    [
      'a configuration for web servers that was changed',
      () => appendFileSync(join(w.dir, 'hosting/nginx.conf'), '# mine\n'),
      { files: { written: 1, removed: 0 } },
    ],
    ['a revoked link', () => w.json('shares', 'revoke', 'INV-002', '--yes'), {}],
  ]

  test.each(changes)('%s', async (_what, change, expected) => {
    await change()
    const built = await build()
    expect(built).toMatchObject(expected)
    expect(await build()).toMatchObject(nothing)
  })

  test('a value of the configuration that stands in .env, or in the environment', async () => {
    const config = readFileSync(join(w.dir, 'config.yml'), 'utf8')
    const whole = parse(config)
    const named = stringify({ ...whole, branding: { ...whole.branding, footer: `$\{FOOTER}` } })
    writeFileSync(join(w.dir, 'config.yml'), named)
    const footers = ['Thank you.', 'Thanks a lot.']
    for (const footer of footers) {
      writeFileSync(join(w.dir, '.env'), `FOOTER=${footer}\n`)
      expect((await build()).pages.written).toBeGreaterThan(0)
      expect(await build()).toMatchObject(nothing)
    }
    const elsewhere = { env: { FOOTER: 'From elsewhere.' } }
    const built = (await runPortal(w.dir, ['build', '--json'], elsewhere)).json()
    expect(built.pages.written).toBeGreaterThan(0)
    writeFileSync(join(w.dir, 'config.yml'), config)
    await build()
  })

  test('another mode', async () => {
    expect((await build('--read-only')).pages.written).toBeGreaterThan(0)
    expect(await build('--read-only')).toMatchObject(nothing)
    expect((await build()).pages.written).toBeGreaterThan(0)
  })

  test('the passing of a day', async () => {
    const late = { env: { PORTAL_NOW: '2026-01-01T12:00:00Z' } }
    const built = (await runPortal(w.dir, ['build', '--json'], late)).json()
    expect(built.pages.written).toBeGreaterThan(0)
  })
})
