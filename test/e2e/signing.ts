/** Estimates that customers decide about, and the hands they do it with. */
import type { Locator, Page } from 'playwright-core'
import { parse, stringify } from 'yaml'
import type { DocumentJson } from '../../src/domain/document-json.ts'
import type { ReceivedMail } from '../support/smtp-inbox.ts'
import { type Acme, customer, estimateFile } from './acme.ts'
import { headerOf } from './shop.ts'

export const owner = 'office@acme.example'

export type SentEstimate = { number: string; link: string }

/** Estimates of $9,828.00 with a deposit of $4,914.00, valid until January 29, whose links the customer has. */
export async function sendEstimates(
  { portal }: Acme,
  count: number,
  changes: Record<string, unknown> = {},
): Promise<SentEstimate[]> {
  const one = { ...parse(estimateFile), ...changes }
  const stdin = stringify(Array.from({ length: count }, () => one))
  const { items } = await portal.json<{ items: DocumentJson[] }>(
    ['estimate', 'create', '--from', '-'],
    { stdin },
  )
  const numbers = items.map(({ number }) => number)
  const { results } = await portal.json<{ results: { number: string; url: string }[] }>([
    ...['send', '--queue'],
    ...numbers,
  ])
  return results.map(({ number, url }) => ({ number, link: url }))
}

/** What was mailed about an estimate after all that is due was done, by kind or by the owner's event. */
export async function mailsAbout(
  { portal, inbox }: Acme,
  number: string,
): Promise<{ customer: Map<string, ReceivedMail>; owner: Map<string, ReceivedMail> }> {
  await portal.json(['cron'])
  const about = inbox.received.filter((mail) => headerOf(mail, 'x-portal-document') === number)
  const to = (address: string, name: string) =>
    new Map(
      about
        .filter(({ recipients }) => recipients.includes(address))
        .map((mail) => [headerOf(mail, name), mail]),
    )
  return { customer: to(customer, 'x-portal-kind'), owner: to(owner, 'x-portal-event') }
}

/** Goes on with Tab, as people without a pointer do, until something has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  const focused = target.and(page.locator(':focus'))
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await focused.count()) > 0) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab never leads there.')
}

/** A point on the drawing area, in CSS pixels from its corner. */
export type Point = [x: number, y: number]

/** A line that somebody might take for a signature. */
export const flourish: Point[] = Array.from({ length: 50 }, (_, i) => [
  24 + i * 4,
  88 + 40 * Math.sin(i / 4),
])

/** Chooses to draw, and waits for the area. */
export async function chooseDrawing(page: Page): Promise<Locator> {
  await page.locator('#approve [value="drawn"]').check()
  const area = page.locator('#approve canvas')
  await area.waitFor()
  await area.scrollIntoViewIfNeeded()
  return area
}

/** A finger on the glass moves so often, and rests so long before it lifts: else it would fling the page. */
const moveS = 0.016
const restS = 0.3

/** One finger on the glass: down, along the points, up. */
export async function drawByTouch(page: Page, points: Point[]): Promise<void> {
  const { x: left, y: top } = await cornerOf(page)
  const glass = await page.context().newCDPSession(page)
  let timestamp = Date.now() / 1000 - points.length * moveS - 2 * restS
  const send = async (
    type: 'touchStart' | 'touchMove' | 'touchEnd',
    at: Point[],
    afterS = moveS,
  ) => {
    timestamp += afterS
    const touchPoints = at.map(([x, y]) => ({ x: left + x, y: top + y }))
    await glass.send('Input.dispatchTouchEvent', { type, touchPoints, timestamp })
  }
  const [first = [0, 0], ...rest] = points
  await send('touchStart', [first])
  for (const point of rest) await send('touchMove', [point])
  if (rest.length > 0) await send('touchMove', points.slice(-1), restS)
  await send('touchEnd', [], restS)
  await glass.detach()
}

/** The same with a mouse. */
export async function drawByMouse(page: Page, points: Point[]): Promise<void> {
  const { x: left, y: top } = await cornerOf(page)
  const [first = [0, 0], ...rest] = points
  await page.mouse.move(left + first[0], top + first[1])
  await page.mouse.down()
  for (const [x, y] of rest) await page.mouse.move(left + x, top + y)
  await page.mouse.up()
}

async function cornerOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('#approve canvas').boundingBox()
  if (!box) throw new Error('There is nothing to draw on.')
  return box
}

/** Where there is ink on the drawing area, in CSS pixels, and how much; null where there is none. */
export function inkOn(page: Page): Promise<{ right: number; bottom: number; dots: number } | null> {
  return page.evaluate(`(() => {
    const shown = document.querySelector('#approve canvas')
    const { width, height } = shown
    const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    copy.drawImage(shown, 0, 0)
    const { data } = copy.getImageData(0, 0, width, height)
    let [right, bottom, dots] = [0, 0, 0]
    for (let i = 3; i < data.length; i += 4) {
      if (data[i] < 128) continue
      const at = (i - 3) / 4
      right = Math.max(right, at % width)
      bottom = Math.floor(at / width)
      dots += 1
    }
    const density = width / shown.clientWidth
    return dots === 0
      ? null
      : { right: Math.round(right / density), bottom: Math.round(bottom / density), dots }
  })()`)
}

/** The drawing as it would be sent now. */
export function drawingOf(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    dispatchEvent(new Event('pagehide'))
    return document.querySelector('#approve [name=signature]').value
  })()`)
}
