/** The customer's side: a real browser that notes whatever it complains about and asks for. */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findBrowser } from '../../src/pdf/find-browser.ts'

export type Visit = {
  page: Page
  /** What the console says: scripts that fail, the policy, missing files. */
  complaints: string[]
  /** Method and address of everything that was asked for. */
  requests: string[]
  close(): Promise<void>
}

/** A phone in a customer's hand. */
export const phone = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
} as const

export async function openBrowser(): Promise<Browser> {
  const executablePath = await findBrowser('auto')
  const args = ['--no-sandbox']
  return chromium.launch({ args, ...(executablePath && { executablePath }) })
}

/** A visitor whom the browser has never seen before. */
export async function visit(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = phone,
): Promise<Visit> {
  const context = await browser.newContext(options)
  const visit = {
    page: await context.newPage(),
    complaints: [],
    requests: [],
    close: () => context.close(),
  }
  takeNotes(context, visit)
  return visit
}

function takeNotes(context: BrowserContext, { complaints, requests }: Omit<Visit, 'page'>): void {
  context.on('console', (message) => complaints.push(message.text()))
  context.on('weberror', (error) => complaints.push(error.error().message))
  context.on('requestfailed', (request) => {
    // A page that turns out to be a download counts as aborted.
    const { errorText = '' } = request.failure() ?? {}
    if (errorText !== 'net::ERR_ABORTED') complaints.push(`${errorText} ${request.url()}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`)
  })
  context.on('request', (request) => requests.push(`${request.method()} ${request.url()}`))
}

/** Stays on a page until it has been loaded for so long, by its own clock. */
export async function stay(page: Page, ms: number): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    const look = () => {
      const [load] = performance.getEntriesByType('navigation')
      if (load.loadEventEnd > 0 && performance.now() - load.loadEventEnd > ${ms}) resolve(true)
      else setTimeout(look, 20)
    }
    look()
  })`)
}

/** What a person can see on the page, as text. */
export function seenOn(page: Page): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent has what is hidden as well
  return page.locator('main').innerText()
}
