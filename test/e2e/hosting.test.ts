/** The site behind a web server: read, paid and approved; and what stays when the action server is down. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { securityHeaders } from '../../src/domain/security-headers.ts'
import { paths } from '../../src/server/paths.ts'
import type { ShareLine } from '../../src/usecases/list-shares.ts'
import { gradeHeaders } from '../support/grade-headers.ts'
import { httpAsk } from '../support/http-request.ts'
import { pdfText } from '../support/pdf-text.ts'
import type { ServedPortal } from '../support/portal-cli.ts'
import { freePort, type RunningWebServer, titleOf, webServers } from '../support/web-servers.ts'
import { type Acme, changeConfig, enter, openAcme, send, show } from './acme.ts'
import { openBrowser, phone, seenOn, type Visit, visit } from './browsing.ts'
import { goAndPay, outcomeOn, press } from './shop.ts'

/** Whatever only `portal serve` can do, in every way in which it is asked for. */
function actions(): [path: string, method: string][] {
  const files = ['page', 'pdf', 'receipt', 'receiptPdf', 'asset', 'robots']
  const token = '0'.repeat(32)
  return Object.entries(paths)
    .filter(([name]) => !files.includes(name))
    .flatMap(([, { patterns, methods }]) =>
      patterns.flatMap((pattern) =>
        methods.map((method): [string, string] => [
          pattern.replace(':token', token).replaceAll(/:\w+/g, 'x1'),
          method,
        ]),
      ),
    )
}

const lower = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
const headers = lower(securityHeaders({ https: false }))

describe.each(webServers)('behind $name', (webServer) => {
  describe.runIf(webServer.program)(titleOf(webServer), () => {
    let acme: Acme
    let running: RunningWebServer
    let served: ServedPortal | undefined
    let browser: Browser
    let link: string
    const visits: Visit[] = []

    beforeAll(async () => {
      const payments = { sandbox: { enabled: true } }
      acme = await openAcme({ config: { payments } })
      await changeConfig(acme.portal.dir, {
        server: { port: await freePort(), trust_proxy: true },
      })
      await enter(acme.portal, 'invoice')
      link = await send(acme.portal, 'INV-001')
      await acme.portal.json(['build'])
      running = await webServer.start(acme.portal.dir, acme.url)
      served = await acme.portal.serve()
      browser = await openBrowser()
    })
    afterEach(async () => {
      for (const visitor of visits.splice(0)) {
        await visitor.close()
        expect(visitor.complaints).toEqual([])
      }
    })
    afterAll(async () => {
      await browser?.close()
      await served?.stop()
      await running?.stop()
      await acme?.close()
    })

    const ask = (path: string, options?: Parameters<typeof httpAsk>[2]) =>
      httpAsk(acme.url, path.replace(acme.url, ''), options)
    const pageFile = () => join(acme.portal.dir, `site${new URL(link).pathname}.html`)

    async function come(): Promise<Page> {
      const visitor = await visit(browser, phone)
      visits.push(visitor)
      return visitor.page
    }

    test('files carry the same headers as answers of `portal serve`', async () => {
      const page = await ask(link)
      expect(page.text).toBe(await readFile(pageFile(), 'utf8'))
      const asset = /\/assets\/theme[^"]+/.exec(page.text)?.[0] ?? ''
      const answers = [
        [page, {}],
        [await ask(link, { method: 'HEAD' }), {}],
        [await ask(`${link}/pdf`), { 'content-disposition': 'attachment; filename="INV-001.pdf"' }],
        [await ask(`${link}/pdf.pdf`), { 'content-disposition': 'attachment' }],
        [await ask(asset), { 'cache-control': 'public, max-age=31536000, immutable' }],
        [await ask('/robots.txt'), { 'cache-control': 'public, max-age=86400' }],
      ] as const
      for (const [answer, others] of answers) {
        expect(answer.status).toBe(200)
        expect(answer.headers).toMatchObject({ ...headers, ...others })
      }
      for (const name of ['etag', 'last-modified']) expect(page.headers).not.toHaveProperty(name)
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    })

    test('assets come compressed ahead of time', async () => {
      const asset = /\/assets\/theme[^"]+/.exec((await ask(link)).text)?.[0] ?? ''
      const packed = await ask(asset, { headers: { 'accept-encoding': 'gzip' } })
      expect(packed.headers['content-encoding']).toBe('gzip')
      const file = await readFile(join(acme.portal.dir, `site${asset}.gz`))
      expect(packed.bytes.equals(file)).toBe(true)
    })

    test('what is no file is handed on, and nothing is listed', async () => {
      const { pathname } = new URL(link)
      const token = pathname.slice(3)
      const statuses: [number, string, string?][] = [
        [200, `/i/${token.toUpperCase()}`],
        [200, `${pathname}.`],
        [200, `${pathname}/pay`],
        [405, pathname, 'POST'],
        [404, `/e/${token}`],
        [404, `/i/${'0'.repeat(32)}`],
        [404, `${pathname}.html/`],
        [404, '/assets/none.css'],
        [405, `${pathname}/pdf`, 'POST'],
        [405, '/robots.txt', 'DELETE'],
        [405, pathname, 'TRACE'],
        [303, `${pathname}/history`, 'POST'],
        ...['/', '/i/', '/assets/', '/_headers', '/_redirects', '/404.html', '/portal.db'].map(
          (path): [number, string] => [404, path],
        ),
      ]
      for (const [status, path, method = 'GET'] of statuses) {
        const answer = await ask(path, { method })
        expect(answer.status, path).toBe(status)
        expect(answer.headers, path).toMatchObject(headers)
        expect(gradeHeaders(answer.headers, { https: false }), path).toEqual([])
        if (status === 405) expect(answer.headers.allow, path).toMatch(/^GET/)
      }
      const foreign = { method: 'POST', headers: { origin: 'https://other.example' } }
      expect((await ask(`${pathname}/viewed`, foreign)).status).toBe(403)
      expect((await ask(`${pathname}/viewed`, { method: 'POST' })).status).toBe(204)
    })

    test('a path that looks like a file to a cache in between is nothing that may be kept', async () => {
      const { pathname } = new URL(link)
      const asset = /\/assets\/theme[^"]+/.exec((await ask(link)).text)?.[0] ?? ''
      const disguised = [
        ...['/x.css', '/pdf/x.js', '%2fx.css', ';x.css', '%3bx.css', '%00.css', '.css', '.html'],
        ...['/..;/x.css', '%0ax.css', '?x.css', '/pay/x.png', '/pdf.css', '%23.css', '.html?x.css'],
      ].map((tail) => pathname + tail)
      const detours = ['/assets/..', '/assets/%2e%2e', '/assets/..%2f', `${asset}/..`, '//', '/./']
      const around = detours.map((detour) => detour + pathname)
      for (const path of [...disguised, ...around, `${asset}/x`, `${asset}%00`, '/robots.txt/x']) {
        const { status, headers: sent, text } = await ask(path)
        const isPage = path === `${pathname}?x.css`
        expect(isPage ? [200] : [400, 404], path).toContain(status)
        /* What Caddy does not even understand it answers by itself, in a line. */
        if (status === 400 && webServer.name === 'Caddy') continue
        expect(sent['cache-control'], path).toBe(headers['cache-control'])
        expect(gradeHeaders(sent, { https: false }), path).toEqual([])
        if (!isPage) expect(text, path).not.toMatch(/9,828|John Smith/)
      }
    })

    test('a customer reads, saves and pays an invoice', async () => {
      const page = await come()
      await page.goto(link)
      expect(await seenOn(page)).toContain('$9,828.00')
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Download PDF' }).tap()
      const file = await downloading
      expect(file.suggestedFilename()).toBe('INV-001.pdf')
      expect(await pdfText(await readFile(await file.path()))).toContain('$9,828.00')
      await goAndPay(page, link, 'sandbox')
      await press(page, 'paid')
      expect(await outcomeOn(page)).toBe('paid')
      await page.goto(link)
      expect(await page.locator('main').getAttribute('data-state')).toBe('paid')
      expect(await show(acme.portal, 'INV-001')).toMatchObject({ balance_due_minor: 0 })
    })

    test('a customer approves an estimate', async () => {
      await enter(acme.portal, 'estimate')
      const estimate = await send(acme.portal, 'EST-001')
      const page = await come()
      await page.goto(estimate)
      await page.getByRole('link', { name: 'Approve', exact: true }).tap()
      await page.getByRole('checkbox', { name: /I agree to sign/ }).check()
      await page.getByLabel('Your full name').fill('John Smith')
      await page.getByRole('button', { name: 'Approve', exact: true }).tap()
      await page.waitForURL(estimate)
      expect(await page.locator('main').getAttribute('data-state')).toBe('approved')
    })

    test('a page in another language is handed on', async () => {
      const german = await ask(`${link}?lang=de`)
      expect(german.status).toBe(200)
      expect(german.headers).toMatchObject(headers)
      expect(german.text).toContain('<html lang="de"')
      expect((await ask(link)).text).toContain('<html lang="en"')
    })

    test('who fetched a PDF is noted, and with nginx who opened a page', async () => {
      const { number } = await enter(acme.portal, 'invoice')
      const unseen = await send(acme.portal, number)
      const line = async () => {
        const { items } = await acme.portal.json<{ items: ShareLine[] }>(['shares', 'list', number])
        return items[0]
      }
      await ask(`${unseen}?utm_source=mail`, { headers: { purpose: 'prefetch' } })
      await ask(unseen, { method: 'HEAD' })
      expect(await line()).toMatchObject({ opened_at: null, downloaded_at: null })
      await ask(unseen)
      if (webServer.name === 'nginx') {
        await expect.poll(line).toMatchObject({ opened_at: expect.any(String) })
      }
      await ask(`${unseen}/pdf`)
      await expect.poll(line).toMatchObject({
        opened_at: expect.any(String),
        downloaded_at: expect.any(String),
        viewed_at: null,
      })
    })

    test('a revoked link is dead at the next request', async () => {
      const { number } = await enter(acme.portal, 'invoice')
      const dead = await send(acme.portal, number)
      expect((await ask(dead)).status).toBe(200)
      await acme.portal.json(['shares', 'revoke', number, '--yes'])
      expect((await ask(dead)).status).toBe(410)
      expect((await ask(`${dead}/pdf`)).status).toBe(410)
    })

    test('without the action server documents stay, and actions say so', async () => {
      const { number } = await enter(acme.portal, 'invoice')
      const open = await send(acme.portal, number)
      await acme.portal.json(['build'])
      await served?.stop()
      served = undefined
      const page = await come()
      await page.goto(open)
      expect(await seenOn(page)).toContain('$9,828.00')
      const german = await ask(`${open}?lang=de`)
      expect(german).toMatchObject({ status: 200, text: (await ask(open)).text })
      expect(german.headers).toMatchObject(headers)
      for (const [query, disposition] of [
        ['', 'attachment'],
        ['?inline=1', 'inline'],
      ] as const) {
        const pdf = await ask(`${open}/pdf${query}`)
        expect(pdf.status).toBe(200)
        expect(pdf.headers).toMatchObject({
          ...headers,
          'content-type': 'application/pdf',
          'content-disposition': disposition,
        })
      }
      const typed = new URL(open).pathname.toUpperCase()
      for (const [path, method] of [...actions(), [typed, 'GET'] as const]) {
        const answer = await ask(path, { method })
        expect(answer.status, `${method} ${path}`).toBe(503)
        expect(answer.headers).toMatchObject({ ...headers, 'retry-after': '60' })
        expect(answer.text).toContain('mailto:office@acme.example')
      }
      expect((await ask(open, { method: 'POST' })).status).toBe(404)
      const unknown = await ask(`/i/${'0'.repeat(32)}`)
      expect(unknown.status).toBe(404)
      expect(unknown.headers).toMatchObject(headers)
      expect(unknown.text).toContain('This link does not work')
      expect(running.said()).not.toContain(new URL(open).pathname)
    })
  })
})
