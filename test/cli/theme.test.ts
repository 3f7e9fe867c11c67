import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { configSchema } from '../../src/config/schema.ts'
import { sha256 } from '../../src/domain/canonical.ts'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import { createSamples } from '../../src/render/samples/samples.ts'
import { pdfText } from '../support/pdf-text.ts'
import { portalBin, portalWorkspaces, testNow, type Workspace } from '../support/run-portal.ts'

const makeWorkspace = portalWorkspaces()
const samples = createSamples(configSchema.parse({}), new Date(testNow))
let w: Workspace
let url: string
let before: Record<string, string>
let preview: ChildProcess
let browser: Browser

beforeAll(async () => {
  w = await makeWorkspace()
  await w.run('theme', 'new', 'my-look')
  before = booksOf(w)
  preview = spawn(
    process.execPath,
    [portalBin, 'theme', 'preview', 'my-look', '--port=0', '--json'],
    {
      env: { ...process.env, PORTAL_DIR: w.dir },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const line = new Promise<string>((resolve) => {
    if (preview.stdout) createInterface(preview.stdout).once('line', resolve)
  })
  url = JSON.parse(await line).url
  const executablePath = await findBrowser('auto')
  browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox'],
  })
})
afterAll(async () => {
  await browser?.close()
  preview?.kill('SIGKILL')
})

/** All that a workspace holds, but for its themes. */
function booksOf({ dir }: Workspace): Record<string, string> {
  const files = readdirSync(dir, { withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name !== '.config-cache.json',
  )
  return Object.fromEntries(files.map(({ name }) => [name, sha256(readFileSync(join(dir, name)))]))
}

const write = (path: string, text: string) =>
  writeFileSync(join(w.dir, 'themes/my-look', path), text)
const sample = (id: string) => `${url}/s/my-look/own/system/${id}`

describe('theme list', () => {
  test('says of each theme where it is from, what it is after, and which is in use', async () => {
    const { items, total } = (await w.json('theme', 'list')).json()
    expect(total).toBe(items.length)
    expect(items.find(({ name }: { name: string }) => name === 'classic')).toMatchObject({
      from: 'package',
      parent: null,
      in_use: true,
      problem: '',
    })
    expect(items.find(({ name }: { name: string }) => name === 'my-look')).toEqual({
      name: 'my-look',
      description: 'My own look, after classic.',
      from: 'workspace',
      parent: 'classic',
      in_use: false,
      problem: '',
    })
    const { stdout } = await w.run('theme', 'list')
    expect(stdout).toMatch(/classic +in use +portal/)
    expect(stdout).toMatch(/my-look +workspace +classic +My own look/)
  })

  test('names what is wrong with one, and works in a workspace whose books do not', async () => {
    const other = await makeWorkspace()
    await other.run('theme', 'new', 'classy', '--parent', 'classic')
    writeFileSync(join(other.dir, 'themes/classy/theme.yml'), 'corner: round\n')
    writeFileSync(join(other.dir, 'portal.db'), 'not a database')
    const { code, stdout } = await other.run('theme', 'list')
    expect(code).toBe(0)
    expect(stdout.replace(/\s+/g, ' ')).toContain('"classy" is not valid')
  })
})

describe('theme new', () => {
  test('says what it made and what to do with it', async () => {
    const { code, stdout, stderr } = await w.run('theme', 'new', 'second', '--parent', 'my-look')
    expect(code).toBe(0)
    expect(stdout).toContain('themes/second/theme.css')
    expect(stdout).toContain('branding.theme: second')
    expect(stdout + stderr).toContain('portal theme preview second')
    expect(readFileSync(join(w.dir, 'themes/second/theme.yml'), 'utf8')).toContain('my-look')
  })

  test.each([
    [['my-look'], 1, 'conflict'],
    [['classic'], 1, 'conflict'],
    [['My Look'], 2, 'invalid_input'],
    [['third', '--parent', 'nobody'], 2, 'invalid_input'],
    [[], 2, 'usage'],
  ])('refuses %j with %i', async (args, exit, code) => {
    const ran = await w.json('theme', 'new', ...args)
    expect([ran.code, ran.json().error.code]).toEqual([exit, code])
  })
})

describe('theme preview', () => {
  test('lists everything, and each of it can be seen', async () => {
    const index = await (await fetch(url)).text()
    const listed = [...index.matchAll(/<li><a href="\/view\/([a-z0-9-]+)\?/g)].map(([, id]) => id)
    expect([...new Set(listed)].sort()).toEqual(samples.map(({ id }) => id).sort())
    const broken: string[] = []
    for (const { id, kind } of samples) {
      const answer = await fetch(kind === 'sheet' ? `${sample(id)}?part=other` : sample(id))
      const said = await answer.text()
      if (answer.status !== 200 || !/<\/html>\s*$/.test(said)) broken.push(`${id}: ${said}`)
      const around = await fetch(`${url}/view/${id}`)
      if (around.status !== 200) broken.push(`around ${id}`)
    }
    expect(broken).toEqual([])
  })

  test('prints PDFs when they are asked for', async () => {
    const answer = await fetch(sample('pdf-invoice-long'))
    expect(answer.headers.get('content-type')).toBe('application/pdf')
    const text = await pdfText(Buffer.from(await answer.arrayBuffer()))
    expect(text).toContain('INV-001')
    expect(text).toMatch(/Page 3 of \d/)
  })

  test('shows any language and scheme, and a mail as text', async () => {
    const german = await (await fetch(`${url}/s/my-look/de/dark/invoice-sent`)).text()
    expect(german).toContain('<html lang="de"')
    expect(german).toContain('content="dark"')
    const css = /href="(\/assets\/dark\/theme[^"]*)"/.exec(german)?.[1]
    expect(await (await fetch(`${url}${css}`)).text()).not.toContain('prefers-color-scheme')
    const mail = await fetch(`${sample('mail-reminder')}?part=other`)
    expect(await mail.text()).toMatch(/^Subject: Reminder: Invoice INV-001/)
  })

  test('leads from page to page as the portal would, and does nothing', async () => {
    const paying = await fetch(`${sample('invoice-sent')}/pay`)
    expect(await paying.text()).toContain('id="pay"')
    const approve = `${sample('approve')}/back/approve`
    const approved = await fetch(approve, { method: 'POST', redirect: 'manual' })
    expect(approved.headers.get('location')).toBe('/s/my-look/own/system/estimate-approved')
    const viewed = await fetch(`${sample('invoice-sent')}/viewed`, { method: 'POST' })
    expect(viewed.status).toBe(204)
  })

  test('is for this machine alone', async () => {
    const status = await new Promise((resolve) => {
      get(url, { headers: { host: 'evil.example' } }, ({ statusCode }) => resolve(statusCode))
    })
    expect(status).toBe(403)
  })

  test('follows what is saved, and gets over mistakes', async () => {
    const page = await browser.newPage()
    await page.goto(`${url}/view/invoice-sent?width=360`)
    const frame = page.frameLocator('#frame')
    await page.getByText('follows your changes').waitFor()
    write('theme.css', 'h1 { color: rgb(1, 2, 3) }')
    await expectColor(page, 'rgb(1, 2, 3)')
    write('theme.css', 'h1 { color: rgb(1, 2, 3)')
    await frame.getByText('themes/my-look/theme.css, line 1').waitFor()
    write('theme.yml', 'parent: classic\nlight: { ink: "#fefefe" }')
    await frame.getByText('themes/my-look/theme.yml, line 2').waitFor()
    write('theme.yml', 'parent: classic')
    write('theme.css', 'h1 { color: rgb(4, 5, 6) }')
    await expectColor(page, 'rgb(4, 5, 6)')
    await breakTemplate(page, frame)
    await page.close()
  })

  test('ends with Ctrl-C, and has left the books alone', async () => {
    const ended = new Promise((resolve) => preview.on('close', resolve))
    preview.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(booksOf(w)).toEqual(before)
  })

  test('of what there is not says what there is', async () => {
    const ran = await w.json('theme', 'preview', 'my-lok')
    expect(ran.code).toBe(3)
    expect(ran.json().error.hint).toContain('portal theme preview my-look')
  })
})

/** Of the heading in the frame. */
const colorOf = "getComputedStyle(frame.contentDocument.querySelector('h1') ?? frame).color"

async function expectColor(page: Page, color: string): Promise<void> {
  await expect.poll(() => page.evaluate(colorOf), { timeout: 15_000 }).toBe(color)
}

async function breakTemplate(page: Page, frame: FrameLocator): Promise<void> {
  const folder = join(w.dir, 'themes/my-look/templates/partials')
  mkdirSync(folder)
  write('templates/partials/totals.eta', '<p>\n<%= it.nothing %></p>')
  await frame.getByText('partials/totals.eta, line 2').waitFor()
  rmSync(folder, { recursive: true })
  await frame.getByText('Subtotal').waitFor()
  expect(await page.locator('#live').textContent()).toContain('Changed')
}
