/** What was typed and drawn stays: over pages, reloads, refusals and slow lines. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'
import { openBrowser, phone, type Visit, visit } from './browsing.ts'
import { chooseDrawing, drawByTouch, drawingOf, flourish, inkOn } from './signing.ts'

let portal: TestPortal
let browser: Browser
let review: string
let visitor: Visit
let page: Page

beforeAll(async () => {
  portal = await openTestPortal()
  browser = await openBrowser()
  review = `${portal.server.url}${await portal.link('EST-001')}/approve`
})
beforeEach(async () => {
  visitor = await visit(browser, phone)
  page = visitor.page
})
afterEach(async () => {
  await visitor.close()
  expect(visitor.complaints).toEqual([])
})
afterAll(async () => {
  await browser?.close()
  await portal?.close()
})

async function startDrawing(): Promise<void> {
  await page.goto(review)
  await chooseDrawing(page)
}

const drawn = async () => (await inkOn(page))?.dots ?? 0
/** What is drawn anew may differ by a pixel here and there from what a pen left. */
const about = (dots: number) =>
  expect.toSatisfy((found) => Math.abs(found - dots) <= dots / 100, `about ${dots}`)

test('is loaded when somebody wants to draw, and not before', async () => {
  await page.goto(review)
  const scripts = () => visitor.requests.filter((request) => /\.js$/.test(request)).length
  expect(scripts()).toBe(1)
  expect(await page.locator('#approve canvas').isVisible()).toBe(false)
  await chooseDrawing(page)
  expect(scripts()).toBe(3)
})

test('is there at once where drawing is the only way to sign', async () => {
  const strict = await openTestPortal({ signature: { methods: ['drawn'] } })
  try {
    await page.goto(`${strict.server.url}${await strict.link('EST-001')}/approve`)
    await page.locator('#approve canvas').scrollIntoViewIfNeeded()
    await drawByTouch(page, flourish)
    await page.getByLabel('Your full name').fill('John Smith')
    await page.getByRole('checkbox').check()
    await page.locator('#approve .button').tap()
    await page.locator('main[data-state=approved]').waitFor()
    expect((await strict.show('EST-001')).approval?.kind).toBe('drawn')
  } finally {
    await strict.close()
  }
})

test('name and drawing are there again after going on and coming back, and after a reload', async () => {
  await startDrawing()
  await page.getByLabel('Your full name').fill('John Smith')
  await page.locator('#approve canvas').scrollIntoViewIfNeeded()
  await drawByTouch(page, flourish)
  const before = await drawn()
  const expectKept = async () => {
    await page.locator('#approve canvas').waitFor()
    expect(await page.getByLabel('Your full name').inputValue()).toBe('John Smith')
    await expect.poll(drawn).toEqual(about(before))
    expect(await drawingOf(page)).not.toBe('')
    expect(await page.getByRole('checkbox').isChecked()).toBe(false)
  }
  await page.getByRole('link', { name: 'Back to the Estimate' }).tap()
  await page.getByRole('link', { name: 'Approve', exact: true }).tap()
  await expectKept()
  await page.goto(`${portal.server.url}/robots.txt`)
  await page.goBack()
  await expectKept()
  await page.reload()
  await expectKept()
  /* The same estimate with another consent. */
  await page.goto(`${review}?lang=de`)
  await page.locator('#approve canvas').waitFor()
  expect(await page.locator('#signer-name').inputValue()).toBe('John Smith')
  await expect.poll(drawn).toEqual(about(before))
})

test('a refused form keeps the drawing', async () => {
  await startDrawing()
  await drawByTouch(page, flourish)
  const before = await drawn()
  await page.locator('#approve .button').tap()
  await page.locator('#errors').waitFor()
  expect(visitor.complaints.splice(0).join()).toContain('422')
  expect(await page.locator('#errors').textContent()).not.toContain('Draw your signature')
  await page.locator('#approve canvas').waitFor()
  await expect.poll(drawn).toEqual(about(before))
})

test('a drawing for one version is not put under another', async () => {
  await startDrawing()
  await drawByTouch(page, flourish)
  expect(await drawingOf(page)).not.toBe('')
  await page.evaluate(`(() => {
    for (const key of Object.keys(sessionStorage)) {
      const kept = JSON.parse(sessionStorage[key])
      sessionStorage[key] = JSON.stringify({ ...kept, version: 'another' })
    }
  })()`)
  await page.reload()
  expect(await page.getByRole('radio', { name: /^Type my name/ }).isChecked()).toBe(true)
  await chooseDrawing(page)
  expect(await drawn()).toBe(0)
})

test('on a line so slow that the script is late, typing works, and drawing comes when it comes', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(/\/assets\/(draw|sign)[^/]*\.js/, async (route) => {
    await held
    await route.continue()
  })
  await page.goto(review, { waitUntil: 'commit' })
  await page.getByLabel('Your full name').fill('John Smith')
  await page.getByRole('radio', { name: /^Draw my signature/ }).check()
  expect(await page.locator('#approve .waiting').isVisible()).toBe(true)
  release()
  await page.locator('#approve canvas').waitFor()
  expect(await page.locator('#approve .waiting').isVisible()).toBe(false)
  expect(await page.getByLabel('Your full name').inputValue()).toBe('John Smith')
  await page.locator('#approve canvas').scrollIntoViewIfNeeded()
  await drawByTouch(page, flourish)
  expect(await drawn()).toBeGreaterThan(200)
})

test('the typed name is shown as a signature, and a drawing that is not meant is not sent', async () => {
  await startDrawing()
  await drawByTouch(page, flourish)
  await page.getByRole('radio', { name: /^Type my name/ }).check()
  await page.getByLabel('Your full name').fill('Jóan <b>Smith</b>')
  const shown = page.locator('[data-typed]')
  expect(await shown.textContent()).toBe('Jóan <b>Smith</b>')
  expect(await shown.isVisible()).toBe(true)
  expect(await page.locator('#approve canvas').isVisible()).toBe(false)
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await page.locator('#approve .button').tap()
  expect((await sent).postData()).not.toContain('signature=')
  await page.locator('#errors').waitFor()
  visitor.complaints.splice(0)
})
