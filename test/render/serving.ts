/** Pages behind the headers of the real server, and a real browser in front of them. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import type { Renderer } from '../../src/ports/renderer.ts'

/** As in safety.md. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

type Look = (page: Page, context: BrowserContext) => Promise<void>

/** Serves pages by their names; they may be added to while it runs. Forms are taken and noted. */
export function servePages(made: Pick<Renderer, 'assets'>, pages: Record<string, string>) {
  const posted: string[] = []
  let refusals = 0
  let browser: Browser
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    if (request.method === 'POST') {
      posted.push(path)
      response.writeHead(refusals-- > 0 ? 503 : 204).end()
      return
    }
    const asset = made.assets().find(({ name }) => path === `/assets/${name}`)
    const body = asset?.bytes ?? pages[path.slice(1)]
    response.writeHead(body ? 200 : 404, {
      'content-type': asset?.content_type ?? 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': asset ? 'max-age=600' : 'no-store',
    })
    response.end(body)
  })
  return {
    /** The paths that forms were sent to. */
    posted,
    /** The next posts are answered with 503. */
    failPosts: (count: number) => {
      refusals = count
    },
    async start(): Promise<string> {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      const executablePath = await findBrowser('auto')
      browser = await chromium.launch({
        ...(executablePath && { executablePath }),
        args: ['--no-sandbox'],
      })
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    },
    async stop(): Promise<void> {
      await browser?.close()
      server.close()
    },
    /** A window of its own; whatever the browser complains about fails the test. */
    async inBrowser(options: Parameters<Browser['newContext']>[0], look: Look): Promise<void> {
      const context = await browser.newContext(options)
      try {
        const page = await context.newPage()
        const complaints: string[] = []
        page.on('console', (message) => complaints.push(message.text()))
        page.on('pageerror', (error) => complaints.push(error.message))
        await look(page, context)
        expect(complaints.filter((text) => !/503/.test(text))).toEqual([])
      } finally {
        await context.close()
      }
    },
  }
}
