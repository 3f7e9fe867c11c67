/** What counts as viewed, with a real browser in a customer's hand. */
import { type Browser, type BrowserContext, chromium, devices, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let browser: Browser
let portal: TestPortal
let path: string
let phone: BrowserContext
let page: Page
/** Everything the browser complains about: scripts, the policy, missing files. */
let complaints: string[]
let beacons: number

beforeAll(async () => {
  const executablePath = (await findBrowser('auto')) ?? ''
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
})
afterAll(() => browser.close())

beforeEach(async () => {
  portal = await openTestPortal()
  path = await portal.link('INV-001')
  phone = await browser.newContext(devices['iPhone 15'])
  page = await phone.newPage()
  complaints = []
  beacons = 0
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('requestfailed', (request) => complaints.push(`failed: ${request.url()}`))
  page.on('request', (request) => {
    if (request.method() === 'POST') beacons += 1
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
})
afterEach(async () => {
  await phone.close()
  await portal.close()
})

/** Until the page counts input as a person's. */
const readFor = (ms: number) => page.waitForFunction((till) => performance.now() > till, ms)
const state = () => page.locator('main').getAttribute('data-state')

test('a customer’s tap makes the invoice viewed, exactly once', async () => {
  await page.goto(portal.server.url + path)
  await readFor(1500)
  const beacon = page.waitForResponse((response) => response.url().endsWith('/viewed'))
  await page.touchscreen.tap(100, 300)
  expect((await beacon).status()).toBe(204)
  await page.touchscreen.tap(100, 400)
  await page.keyboard.press('PageDown')
  await page.reload()
  expect(await state()).toBe('viewed')
  await readFor(1500)
  await page.touchscreen.tap(100, 300)
  expect((await portal.story('INV-001')).filter((type) => type === 'viewed')).toHaveLength(1)
  expect(complaints).toEqual([])
})

/** What a script can do to look like a person. */
const pretend = `
  scrollTo(0, 500)
  document.querySelector('main').click()
  for (const type of ['pointerdown', 'touchstart', 'keydown', 'wheel']) {
    document.body.dispatchEvent(new Event(type, { bubbles: true }))
  }
`

test('a scanner that stays, runs scripts and scrolls leaves it sent', async () => {
  await portal.ask(path, { method: 'HEAD' })
  await portal.ask(path)
  await page.goto(portal.server.url + path)
  await page.touchscreen.tap(100, 300)
  await readFor(1500)
  await page.evaluate(pretend)
  await readFor(3000)
  await page.reload()
  expect(await state()).toBe('sent')
  expect(beacons).toBe(0)
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
  expect(complaints).toEqual([])
})

test('another site cannot say in a customer’s name that they looked', async () => {
  await page.goto(portal.server.url + path)
  const other = await phone.newPage()
  await other.route('http://evil.example/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${portal.server.url}${path}/viewed"><button>Win</button></form>`,
    }),
  )
  await other.goto('http://evil.example/')
  const answer = other.waitForResponse((response) => response.url().endsWith('/viewed'))
  await other.getByRole('button').tap()
  expect((await answer).status()).toBe(403)
  expect((await portal.show('INV-001')).viewed_at).toBeNull()
})

test('nothing is loaded from anywhere else', async () => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto(portal.server.url + path, { waitUntil: 'networkidle' })
  expect([...hosts]).toEqual([new URL(portal.server.url).host])
  expect(complaints).toEqual([])
})

test('a dead link shows its page without complaint too', async () => {
  await page.goto(`${portal.server.url}/i/${'0'.repeat(32)}`)
  expect(await state()).toBe('unknown')
  expect(complaints).toEqual([expect.stringContaining('404'), expect.stringContaining('404')])
})
