/**
 * A portal page from `portal serve` with all guards on, against a bare node:http server with the same bytes, and
 * against Caddy and nginx, which read it from `site/`.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { buildSite } from '../src/usecases/build-site.ts'
import { openTestPortal } from '../test/support/test-portal.ts'
import { freePort, type WebServer, webServers } from '../test/support/web-servers.ts'
import { httpLoad, type Load } from './http-load.ts'
import type { Row } from './row.ts'

const connections = 32
const secondsEach = 3
const rounds = 3

/** Each server in a process of its own, this one being the customers; rounds alternate between the two. */
export async function bench(): Promise<Row[]> {
  const ours = await start({ role: 'portal' })
  const bare = await start({ role: 'bare', page: ours.page })
  try {
    await httpLoad(ours.port, ours.paths, 1)
    await httpLoad(bare.port, ours.paths, 1)
    const loads: { ours: Load; bare: Load }[] = []
    for (let round = 0; round < rounds; round++) {
      loads.push({
        ours: await httpLoad(ours.port, ours.paths, secondsEach),
        bare: await httpLoad(bare.port, ours.paths, secondsEach),
      })
    }
    const rows = rowsOf(loads)
    for (const webServer of webServers) rows.push(await webServerRow(webServer, ours))
    return rows
  } finally {
    ours.child.send('stop')
    bare.child.send('stop')
  }
}

/** Plain bytes from both: web servers would compress a page each time, where we do it once. */
async function webServerRow(webServer: WebServer, ours: Ready): Promise<Row> {
  const what = `page requests, uncompressed, against ${webServer.name}`
  const budget = webServer.name === 'Caddy' ? '≥ 1.4' : '–'
  const unknown: Row = {
    what,
    ours: '–',
    peer: 'not installed',
    ratio: '–',
    budget,
    met: 'unknown',
  }
  if (!webServer.program) return unknown
  const running = await webServer.start(ours.dir, `http://127.0.0.1:${ours.webPort}`)
  try {
    const loads: { ours: Load; bare: Load }[] = []
    const load = (port: number, seconds: number) => httpLoad(port, ours.paths, seconds, 'identity')
    for (const port of [ours.port, ours.webPort]) await load(port, 1)
    for (let round = 0; round < rounds; round++) {
      loads.push({
        ours: await load(ours.port, secondsEach),
        bare: await load(ours.webPort, secondsEach),
      })
    }
    const { load: middle, ratio } = median(
      loads,
      (one) => one.ours.requests_per_second / one.bare.requests_per_second,
    )
    const rate = (one: Load) => `${Math.round(one.requests_per_second)}/s`
    const met = budget === '–' || ratio >= 1.4
    const [us, them] = [rate(middle.ours), rate(middle.bare)]
    return { what, ours: us, peer: them, ratio: ratio.toFixed(2), budget, met }
  } finally {
    await running.stop()
  }
}

function rowsOf(loads: { ours: Load; bare: Load }[]): Row[] {
  const rates = median(
    loads,
    ({ ours, bare }) => ours.requests_per_second / bare.requests_per_second,
  )
  const tails = median(loads, ({ ours, bare }) => ours.p99_ms / bare.p99_ms)
  const rate = (load: Load) => `${Math.round(load.requests_per_second)}/s`
  const tail = (load: Load) => `${load.p99_ms.toFixed(1)} ms`
  return [
    {
      what: `page requests, ${connections} connections, against bare node:http`,
      ours: rate(rates.load.ours),
      peer: rate(rates.load.bare),
      ratio: rates.ratio.toFixed(3),
      budget: '≥ 0.7',
      met: rates.ratio >= 0.7,
    },
    {
      what: 'the slowest hundredth of them',
      ours: tail(tails.load.ours),
      peer: tail(tails.load.bare),
      ratio: tails.ratio.toFixed(2),
      budget: '≤ 1.4',
      met: tails.ratio <= 1.4,
    },
  ]
}

function median<T>(loads: T[], ratioOf: (load: T) => number): { load: T; ratio: number } {
  const sorted = loads
    .map((load) => ({ load, ratio: ratioOf(load) }))
    .sort((a, b) => a.ratio - b.ratio)
  return sorted[Math.floor(sorted.length / 2)] as { load: T; ratio: number }
}

type Order = { role: 'portal' } | { role: 'bare'; page: string }
/** `dir` and `webPort` are of the portal: where its files lie, and where a web server is to serve them. */
type Ready = { port: number; paths: string[]; page: string; dir: string; webPort: number }

function start(order: Order): Promise<Ready & { child: ChildProcess }> {
  const child = fork(fileURLToPath(import.meta.url))
  child.send(order)
  return new Promise((resolve, reject) => {
    child.once('message', (ready) => resolve({ ...(ready as Ready), child }))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/** In the child: a link for each connection, and the page as a browser gets it. */
async function servePortal(): Promise<Ready> {
  const webPort = await freePort()
  const portal = await openTestPortal({ public_url: `http://127.0.0.1:${webPort}` })
  const paths: string[] = []
  while (paths.length < connections) paths.push(await portal.link('INV-001'))
  await buildSite(portal.app, { no_pdfs: true })
  const headers = { 'accept-encoding': 'br' }
  const { bytes } = await portal.ask(paths[0] ?? '', { headers })
  onStop(portal.close)
  const page = bytes.toString('base64')
  return { port: portal.server.port, paths, page, dir: portal.dir, webPort }
}

async function serveBare(page: string): Promise<Ready> {
  const body = Buffer.from(page, 'base64')
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length }
  const server = createServer((_req, res) => res.writeHead(200, headers).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onStop(async () => {
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, paths: [], page, dir: '', webPort: 0 }
}

function onStop(close: () => Promise<void>): void {
  process.once('message', () => close().then(() => process.disconnect()))
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', async (order: Order) => {
    process.send?.(order.role === 'portal' ? await servePortal() : await serveBare(order.page))
  })
}
