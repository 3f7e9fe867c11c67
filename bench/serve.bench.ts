/** A portal page from `portal serve` with all guards on, against a bare node:http server with the same bytes. */
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { openTestPortal } from '../test/support/test-portal.ts'
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
    return rowsOf(loads)
  } finally {
    ours.child.send('stop')
    bare.child.send('stop')
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
      ratio: rates.ratio.toFixed(2),
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
type Ready = { port: number; paths: string[]; page: string }

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
  const portal = await openTestPortal()
  const paths: string[] = []
  while (paths.length < connections) paths.push(await portal.link('INV-001'))
  const headers = { 'accept-encoding': 'br' }
  const { bytes } = await portal.ask(paths[0] ?? '', { headers })
  onStop(portal.close)
  return { port: portal.server.port, paths, page: bytes.toString('base64') }
}

async function serveBare(page: string): Promise<Ready> {
  const body = Buffer.from(page, 'base64')
  const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length }
  const server = createServer((_req, res) => res.writeHead(200, headers).end(body))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onStop(async () => {
    server.close()
  })
  return { port: (server.address() as AddressInfo).port, paths: [], page }
}

function onStop(close: () => Promise<void>): void {
  process.once('message', () => close().then(() => process.disconnect()))
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  process.once('message', async (order: Order) => {
    process.send?.(order.role === 'portal' ? await servePortal() : await serveBare(order.page))
  })
}
