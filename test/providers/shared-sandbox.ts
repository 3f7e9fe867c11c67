import { execFile, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Delivery } from './contract/stage.ts'

/** A strict double of the providers that lies beside a checkout; a clone has none. */
const source = resolve(import.meta.dirname, '../../../shared/provider-sandbox')
const installMs = 60_000

// biome-ignore lint/suspicious/noExplicitAny: its control API answers in its own shapes
type Json = any

export type SharedSandbox = {
  urls: { stripe: string; paypal: string; square: string; control: string }
  /** Where each provider was told to send its webhooks. */
  webhookUrl(provider: string): string
  /** `POST /pay` and what else its README lists. */
  control(call: string, input?: unknown): Promise<Json>
  /** What was sent to our webhooks, once all is out. */
  deliveries(provider: string): Promise<Delivery[]>
  close(): Promise<void>
}

/** Starts it, or says why it cannot be started. */
export async function startSharedSandbox(): Promise<SharedSandbox | string> {
  if (!existsSync(source)) return 'there is no ../shared/provider-sandbox beside this checkout'
  const dir = mkdtempSync(join(tmpdir(), 'portal-providers-'))
  const modules = join(source, 'node_modules')
  cpSync(source, dir, { recursive: true, filter: (path) => !path.startsWith(modules) })
  try {
    if (existsSync(modules)) symlinkSync(modules, join(dir, 'node_modules'))
    else await install(dir)
    return await run(dir)
  } catch (error) {
    rmSync(dir, { recursive: true, force: true })
    return `its packages could not be installed: ${String(error)}`
  }
}

/** Only what it needs to run. */
async function install(dir: string): Promise<void> {
  const options = ['--omit=dev', '--no-audit', '--no-fund', '--prefer-offline']
  const shell = process.platform === 'win32'
  await promisify(execFile)('npm', ['install', ...options], { cwd: dir, timeout: installMs, shell })
}

async function run(dir: string): Promise<SharedSandbox> {
  const child = spawn(process.execPath, ['sandbox.mjs', '--port', '0'], { cwd: dir })
  const [line] = await Promise.race([
    createInterface(child.stdout)
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [value]),
    new Promise<never>((_, fail) => child.once('exit', () => fail(new Error('it ended')))),
  ])
  const { ready: _, ...urls } = JSON.parse(line)
  const inbox = await openInbox()
  const control = async (call: string, input?: unknown) => {
    const [method, path] = call.split(' ')
    const body = input === undefined ? null : JSON.stringify(input)
    const answer = await fetch(urls.control + path, { method: method ?? 'GET', body })
    const json = await answer.json()
    if (!answer.ok) throw new Error(`${call}: ${JSON.stringify(json)}`)
    return json
  }
  const webhookUrl = (provider: string) => `${inbox.url}/webhooks/${provider}`
  for (const provider of ['stripe', 'paypal', 'square']) {
    await control('POST /config', { [provider]: { webhookUrl: webhookUrl(provider) } })
  }
  return {
    urls,
    webhookUrl,
    control,
    deliveries: async (provider) => {
      await control('GET /webhooks/idle?timeout=10000')
      return inbox.received.filter(({ path }) => path === `/webhooks/${provider}`)
    },
    close: async () => {
      const ended = new Promise((done) => child.once('exit', done))
      child.kill()
      await ended
      await inbox.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Takes every webhook as it comes. */
async function openInbox() {
  const received: (Delivery & { path: string })[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    received.push({ path: request.url ?? '', headers, raw: Buffer.concat(chunks) })
    response.end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const close = async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received, close }
}
