/** The drawing area by itself: undo, clear, turned phones, endless scribbles. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'
import { openBrowser, phone, type Visit, visit } from './browsing.ts'
import {
  chooseDrawing,
  drawByMouse,
  drawByTouch,
  drawingOf,
  flourish,
  inkOn,
  type Point,
} from './signing.ts'

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
const press = (name: string) => page.getByRole('button', { name, exact: true }).tap()
const turn = (width: number, height: number) => page.setViewportSize({ width, height })

test('undo takes back a stroke at a time, clear all of them', async () => {
  await startDrawing()
  await drawByTouch(page, flourish)
  const one = await drawn()
  await drawByTouch(
    page,
    flourish.map(([x, y]): Point => [x, y - 30]),
  )
  expect(await drawn()).toBeGreaterThan(one)
  await press('Undo')
  expect(await drawn()).toEqual(about(one))
  await drawByTouch(page, [[30, 30]])
  await press('Clear')
  expect(await drawn()).toBe(0)
  expect(await drawingOf(page)).toBe('')
  await press('Undo')
  await press('Clear')
  expect(await drawn()).toBe(0)
  await drawByTouch(page, flourish)
  expect(await drawn()).toBeGreaterThan(one / 2)
})

test('a single dot counts', async () => {
  await startDrawing()
  await drawByTouch(page, [[100, 100]])
  expect(await drawn()).toBeGreaterThan(4)
  const { ok } = await (await portal.app.ink()).redraw(await drawingOf(page))
  expect(ok).toBe(true)
})

test('survives that the phone is turned, and turned back', async () => {
  await turn(740, 360)
  await startDrawing()
  await drawByTouch(
    page,
    flourish.map(([x, y]): Point => [x * 2.5, y]),
  )
  const before = await inkOn(page)
  const sent = await drawingOf(page)
  await turn(360, 740)
  await expect.poll(async () => (await inkOn(page))?.right).toBeLessThan(320)
  const narrow = await inkOn(page)
  expect(narrow?.dots).toBeGreaterThan(200)
  await drawByTouch(page, [[10, 10]])
  await press('Undo')
  expect(await drawn()).toEqual(about(narrow?.dots ?? 0))
  await turn(740, 360)
  await expect.poll(async () => (await inkOn(page))?.right).toBe(before?.right)
  expect(await drawn()).toEqual(about(before?.dots ?? 0))
  expect(await drawingOf(page)).toBe(sent)
})

test('what is added after the phone was turned lands where the finger was', async () => {
  await turn(740, 360)
  await startDrawing()
  await drawByTouch(page, flourish)
  await turn(360, 740)
  await expect.poll(async () => (await inkOn(page))?.right).toBeLessThan(150)
  await drawByTouch(
    page,
    [254, 258, 262, 266, 270, 274, 278, 282, 286, 290].map((x): Point => [x, 150]),
  )
  const ink = await inkOn(page)
  expect(ink?.right).toBeGreaterThan(280)
  expect(ink?.right).toBeLessThan(295)
})

test('a stroke that is under way when the phone is turned ends there, and the next one goes on', async () => {
  await startDrawing()
  const glass = await page.context().newCDPSession(page)
  const { x = 0, y = 0 } = (await page.locator('#approve canvas').boundingBox()) ?? {}
  for (const [i, [dx, dy]] of flourish.entries()) {
    const touchPoints = [{ x: x + dx, y: y + dy }]
    const type = i === 0 ? 'touchStart' : 'touchMove'
    await glass.send('Input.dispatchTouchEvent', { type, touchPoints })
  }
  await turn(740, 360)
  await expect.poll(() => drawingOf(page)).not.toBe('')
  await glass.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  await page.locator('#approve canvas').scrollIntoViewIfNeeded()
  const one = await drawn()
  await drawByTouch(page, [[300, 20]])
  expect(await drawn()).toBeGreaterThan(one)
})

test('a second finger on Undo does not leave the pad stuck', async () => {
  await startDrawing()
  await drawByTouch(page, flourish)
  await page.evaluate(`(() => {
    const canvas = document.querySelector('#approve canvas')
    const { left, top } = canvas.getBoundingClientRect()
    const down = { bubbles: true, buttons: 1, pointerId: 7, clientX: left + 9, clientY: top + 9 }
    canvas.dispatchEvent(new PointerEvent('pointerdown', down))
    document.querySelector('[data-undo]').click()
  })()`)
  await press('Clear')
  await drawByTouch(page, flourish)
  expect(await drawn()).toBeGreaterThan(200)
})

/** So many strokes at once, as fast as a program can move a mouse. */
const scribble = (strokes: number, points: number) => `(() => {
  const canvas = document.querySelector('#approve canvas')
  const { left, top, width, height } = canvas.getBoundingClientRect()
  const at = (n) => ({
    bubbles: true, cancelable: true, buttons: 1, pointerId: 3,
    clientX: left + ((n * 7919) % 1000) / 1000 * width,
    clientY: top + ((n * 104729) % 1000) / 1000 * height,
  })
  let n = 0
  for (let stroke = 0; stroke < ${strokes}; stroke++) {
    canvas.dispatchEvent(new PointerEvent('pointerdown', at(n++)))
    for (let i = 1; i < ${points}; i++) dispatchEvent(new PointerEvent('pointermove', at(n++)))
    dispatchEvent(new PointerEvent('pointerup', { ...at(n++), buttons: 0 }))
  }
})()`

test('ten thousand strokes stop at two thousand points, say so, and fit into what can be sent', async () => {
  await startDrawing()
  await page.evaluate(scribble(10_000, 2))
  expect(await page.locator('[data-full]').isVisible()).toBe(true)
  const drawing = await drawingOf(page)
  expect(drawing.length).toBeLessThanOrEqual(200_000)
  const { ok } = await (await portal.app.ink()).redraw(drawing)
  expect(ok).toBe(true)
  await press('Clear')
  expect(await page.locator('[data-full]').isVisible()).toBe(false)
  await drawByTouch(page, flourish)
  expect(await drawn()).toBeGreaterThan(200)
})

test('a mouse draws as well, also on a dense and wide screen', async () => {
  await visitor.close()
  visitor = await visit(browser, { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 3 })
  page = visitor.page
  await startDrawing()
  await drawByMouse(page, flourish)
  expect(await drawn()).toBeGreaterThan(200)
  expect((await drawingOf(page)).length).toBeLessThanOrEqual(200_000)
})
