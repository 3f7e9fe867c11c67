/** Which pictures there are and how each is taken. The order counts: what is paid stays paid. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../setup/run.mjs'
import { styleOf, wordsAt } from './shows.mjs'
import { drawSignature } from './sign.mjs'
import { drawTerminal } from './terminal.mjs'

const phone = { width: 390, height: 780 }
const desktop = { width: 1160, height: 780 }
const stage = { width: 1460, height: 800 }
const estimate = 'EST-002'
const kitchen = 'INV-001'
const desk = 'INV-003'

/**
 * Each with its name, that of its file; `take`, which gives the bytes of a PNG; and `shows`, what it shows of a
 * demo in words.
 */
export function listShots() {
  return [
    { name: 'invoice', take: takeInvoice, shows: wordsOf(openOf(kitchen), openOf(estimate)) },
    page('estimate', phone, openOf(estimate)),
    page('sign', phone, (demo) => `${demo.pageOf(estimate)}/approve`, sign),
    page('receipt', phone, receiptUrl),
    page('history', desktop, historyUrl),
    {
      name: 'status',
      take: onTerminal('status'),
      shows: async (demo) => [await demo.says('status')],
    },
    page('pay', phone, payUrl),
    ...themes().map((theme) => ({
      name: `theme-${theme}`,
      take: takeTheme(theme),
      shows: async (demo) => [...styleOf(theme), ...(await wordsOf(openOf(kitchen))(demo))],
    })),
  ]
}

/** A picture of the page at a demo's address, after something is done on it. */
function page(name, size, urlIn, act) {
  const take = onPage(size, async ({ demo, page }) => {
    await page.goto(await urlIn(demo))
    await act?.(page)
  })
  return { name, take, shows: wordsOf(urlIn) }
}

function wordsOf(...urls) {
  return (demo) => Promise.all(urls.map(async (urlIn) => wordsAt(await urlIn(demo))))
}

function openOf(number) {
  return (demo) => demo.pageOf(number)
}

function themes() {
  return readdirSync(join(root, 'themes'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}

/** An invoice on a desk and an estimate in a hand, side by side. */
async function takeInvoice(tools) {
  const takeOn = (size, number) =>
    onPage(size, ({ demo, page }) => page.goto(demo.pageOf(number)))(tools)
  const [wide, narrow] = [await takeOn(desktop, kitchen), await takeOn(phone, estimate)]
  const source = (png) => `data:image/png;base64,${png.toString('base64')}`
  const html = `<style>
    body { margin: 0; background: #e6eaf0; position: relative; overflow: hidden }
    img { position: absolute; display: block; box-sizing: border-box }
    .wide { left: 40px; top: 50px; width: 1030px; border-radius: 10px; box-shadow: 0 10px 40px #0002 }
    .narrow { left: 1094px; top: 50px; width: 330px; border-radius: 30px; border: 8px solid #1c1f26; box-shadow: 0 10px 40px #0003 }
  </style><img class="wide" src="${source(wide)}"><img class="narrow" src="${source(narrow)}">`
  return onPage(stage, ({ page }) => page.setContent(html))(tools)
}

async function sign(page) {
  await page.fill('[name=signer_name]', 'Dana Whitfield')
  await page.check('[name=signature_kind][value=drawn]')
  await drawSignature(page)
  await page.check('[name=consent]')
  await page.evaluate(() => document.activeElement?.blur())
  await page.locator('#approve').evaluate((form) => {
    scrollTo({
      top: scrollY + form.getBoundingClientRect().bottom - innerHeight + 24,
      behavior: 'instant',
    })
    return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  })
}

async function receiptUrl(demo) {
  const { items } = await demo.run('payment', 'list', desk)
  return items[0].receipt.url
}

/** With the providers that most have, in place of play money. */
async function payUrl(demo) {
  const enabled = (name) => [new RegExp(`( ${name}:\\s+enabled: )false`), '$1true']
  const noPlay = [/(sandbox:\s+enabled: )true/, '$1false']
  await demo.change(enabled('stripe'), enabled('paypal'), [/ach: false/, 'ach: true'], noPlay)
  return `${demo.pageOf(desk)}/pay`
}

async function historyUrl(demo) {
  const { url } = await demo.run('share', '--history', 'office@harbor-dental.example')
  return url
}

/** The same invoice, as the owner looks at it in another theme. */
function takeTheme(theme) {
  return onPage(desktop, async ({ demo, page }) => {
    await demo.change([/^ {2}theme: \S+/m, `  theme: ${theme}`])
    await page.goto(demo.pageOf(kitchen))
  })
}

/** A page of its own for each picture, twice as dense as it is large. */
function onPage(viewport, act) {
  return async ({ demo, browser }) => {
    const context = await browser.newContext({ viewport, deviceScaleFactor: 1.5, locale: 'en-US' })
    const page = await context.newPage()
    await act({ demo, page })
    const png = await page.screenshot({ animations: 'disabled', omitBackground: true })
    await context.close()
    return png
  }
}

function onTerminal(command) {
  return async ({ demo, browser }) => {
    const svg = drawTerminal(command, await demo.words(command))
    const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg).map(Number)
    const html = `<style>body{margin:0}svg{display:block}</style>${svg}`
    return onPage({ width, height }, ({ page }) => page.setContent(html))({ demo, browser })
  }
}
