/** Memory of `portal serve` after a busy day, the browser that prints not counted. */
import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { openApp } from '../src/open-app.ts'
import { startServer } from '../src/server/serve.ts'
import { createCustomer } from '../src/usecases/create-customer.ts'
import { createDocuments } from '../src/usecases/create-documents.ts'
import { shareDocument } from '../src/usecases/share-document.ts'
import { httpAsk } from '../test/support/http-request.ts'
import { openTestApp } from '../test/support/test-app.ts'
import type { Row } from './row.ts'

const documents = 100
const linksEach = 10
const budgetMb = 150

/** A thousand pages and a hundred PDFs, each asked for once. */
export async function bench(): Promise<Row[]> {
  const t = await openTestApp()
  const paths = await makeLinks(t.app)
  const child = fork(fileURLToPath(import.meta.url), [t.dir])
  try {
    const url = String(await message(child))
    for (const path of paths) await fetchWhole(url, path)
    for (const path of paths.filter((_, i) => i % linksEach === 0))
      await fetchWhole(url, `${path}/pdf`)
    child.send('memory')
    const mb = Number(await message(child)) / 1e6
    const what = `memory of serve after ${paths.length} pages and ${documents} PDFs`
    const ratio = (mb / budgetMb).toFixed(2)
    const [ours, budget] = [`${mb.toFixed(0)} MB`, `≤ ${budgetMb} MB`]
    return [{ what, ours, peer: '–', ratio, budget, met: mb <= budgetMb }]
  } finally {
    child.disconnect()
    await new Promise((resolve) => child.once('exit', resolve))
    await t.close()
  }
}

async function makeLinks(app: Awaited<ReturnType<typeof openTestApp>>['app']): Promise<string[]> {
  await createCustomer(app, { name: 'John Smith', email: 'john@example.com' })
  const items = [{ description: 'Kitchen remodel', unit_price: '5000' }]
  const drafts = Array.from({ length: documents }, () => ({
    kind: 'invoice' as const,
    customer: 'John Smith',
    items,
  }))
  const paths: string[] = []
  for (const { number } of await createDocuments(app, { drafts })) {
    for (let i = 0; i < linksEach; i++) {
      paths.push(new URL((await shareDocument(app, { number })).url).pathname)
    }
  }
  return paths
}

async function fetchWhole(url: string, path: string): Promise<void> {
  const { status } = await httpAsk(url, path, { headers: { 'accept-encoding': 'br, gzip' } })
  if (status !== 200) throw new Error(`${path} was answered with ${status}`)
}

function message(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.once('message', resolve)
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

/** In the child: the server, as the command runs it. */
async function serve(dir: string): Promise<void> {
  const app = await openApp({ dir, env: {} })
  const server = await startServer(app, { port: 0 })
  process.on('message', () => process.send?.(process.memoryUsage.rss()))
  process.once('disconnect', () => server.close())
  process.send?.(server.url)
}

if (process.send && process.argv[1] === fileURLToPath(import.meta.url)) {
  await serve(process.argv[2] ?? '')
}
