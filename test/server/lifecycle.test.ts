import { once } from 'node:events'
import { cp, mkdir, writeFile } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { connect, Server, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { startServer } from '../../src/server/serve.ts'
import { httpAsk } from '../support/http-request.ts'
import { openTestApp, type TestApp } from '../support/test-app.ts'
import { openTestPortal, type TestPortal } from '../support/test-portal.ts'

let opened: (TestPortal | TestApp)[] = []

afterEach(async () => {
  for (const one of opened) await one.close()
  opened = []
})

async function portalWith(...given: Parameters<typeof openTestPortal>): Promise<TestPortal> {
  const portal = await openTestPortal(...given)
  opened.push(portal)
  return portal
}

async function appWith(config: Record<string, unknown>): Promise<TestApp> {
  const t = await openTestApp(config)
  opened.push(t)
  return t
}

test('it listens where the configuration says, or where it is told to', async () => {
  const portal = await portalWith({ server: { host: '127.0.0.1', port: 1 } }, { host: '::1' })
  expect(portal.server.url).toBe(`http://[::1]:${portal.server.port}`)
  const answer = await new Promise((resolve, reject) => {
    const asked = request({ host: '::1', port: portal.server.port, path: '/healthz' }, resolve)
    asked.on('error', reject).end()
  })
  expect(answer).toMatchObject({ statusCode: 200 })
})

test('a port in use is refused with the way out, and the app stays usable', async () => {
  const { server } = await portalWith()
  const second = await appWith({})
  await expect(startServer(second.app, { port: server.port })).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining(String(server.port)),
    hint: expect.stringContaining('--port'),
  })
  const { port, close } = await startServer(second.app, { port: 0, jobs: false })
  expect((await httpAsk(`http://127.0.0.1:${port}`, '/healthz')).status).toBe(200)
  await close()
})

test('a connection that the system does not hand over is logged, and the server goes on', async () => {
  const listens = vi.spyOn(Server.prototype, 'listen')
  const portal = await portalWith()
  const [server] = listens.mock.contexts as Server[]
  listens.mockRestore()
  for (const code of ['EMFILE', 'ENFILE']) server?.emit('error', new Error(`accept ${code}`))
  expect(JSON.stringify(portal.logged)).toContain('accept ENFILE')
  expect((await portal.ask('/healthz')).status).toBe(200)
})

test.each([
  ['a host that this machine is not', { host: '192.0.2.1' }],
  ['a host that does not exist', { host: 'nowhere.invalid' }],
])('%s is refused', async (_what, options) => {
  const t = await appWith({})
  await expect(startServer(t.app, { ...options, port: 0 })).rejects.toMatchObject({
    code: 'config_invalid',
    hint: expect.stringContaining('server.host'),
  })
})

test('secret links are not served over plain http to the world', async () => {
  const t = await appWith({ public_url: 'http://portal.acme.example' })
  await expect(startServer(t.app, { port: 0 })).rejects.toMatchObject({
    code: 'config_invalid',
    details: [{ field: 'public_url' }],
  })
})

test('a logo that is no picture is refused before anybody sees it', async () => {
  const t = await appWith({ branding: { logo: 'logo.png' } })
  await writeFile(join(t.dir, 'logo.png'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await expect(startServer(t.app, { port: 0 })).rejects.toMatchObject({ code: 'config_invalid' })
})

test('a theme that does not work is refused before anybody sees it', async () => {
  const t = await appWith({ branding: { theme: 'mine' } })
  const theme = join(t.dir, 'themes/mine')
  await cp('themes/classic', theme, { recursive: true })
  await mkdir(join(theme, 'templates/pages'), { recursive: true })
  await writeFile(join(theme, 'templates/pages/notice.eta'), '<%= it.nothing %>')
  await expect(startServer(t.app, { port: 0 })).rejects.toMatchObject({ code: 'config_invalid' })
})

test('stopping lets a begun request end, and nobody else in', async () => {
  const portal = await portalWith()
  const path = await portal.link('INV-001')
  const begun = beginPost(portal.server.port, `${path}/viewed`)
  await begun.connected
  const closed = portal.server.close()
  await expect(httpAsk(portal.server.url, '/healthz')).rejects.toThrow()
  begun.finish()
  expect(await begun.answer).toMatch(/^HTTP\/1.1 204 /)
  await closed
})

test('stopping hangs up on connections that are only kept alive, before it does on others', async () => {
  const portal = await portalWith()
  const agent = new Agent({ keepAlive: true })
  const path = await portal.link('INV-001')
  const idle = await new Promise<Socket>((resolve, reject) => {
    const { port } = portal.server
    const asked = request({ host: '127.0.0.1', port, path, agent }, (res) => {
      const { socket } = res
      res.resume().on('end', () => resolve(socket))
    })
    asked.on('error', reject).end()
  })
  const begun = beginPost(portal.server.port, `${path}/viewed`)
  await begun.connected
  const closed = portal.server.close()
  await once(idle, 'close')
  begun.finish()
  expect(await begun.answer).toMatch(/^HTTP\/1.1 204 /)
  await closed
  agent.destroy()
})

test('stopping hangs up on whoever does not come to an end', async () => {
  const portal = await portalWith()
  const path = await portal.link('INV-001')
  const begun = beginPost(portal.server.port, `${path}/viewed`)
  await begun.connected
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const closed = portal.server.close()
  vi.advanceTimersByTime(5000)
  vi.useRealTimers()
  expect(await begun.answer).toBe('')
  await closed
})

test('stopping ends the jobs’ timers too', async () => {
  const timers = () => process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length
  const before = timers()
  const portal = await portalWith({}, { jobs: true })
  expect(timers()).toBeGreaterThan(before + 5)
  await portal.server.close()
  expect(timers()).toBeLessThanOrEqual(before)
})

test('stopping twice is stopping once', async () => {
  const portal = await portalWith()
  await Promise.all([portal.server.close(), portal.server.close()])
  await portal.server.close()
})

/** Sends the head of a form and waits with its body. */
function beginPost(port: number, path: string) {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8')
  let text = ''
  socket.on('data', (more) => {
    text += more
  })
  const answer = new Promise<string>((resolve) => {
    socket.on('error', () => {}).on('close', () => resolve(text))
  })
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    'Content-Type: application/x-www-form-urlencoded',
    'Content-Length: 3',
    'Expect: 100-continue',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n`)
  /* "100 Continue" says that the request has begun. */
  const connected = new Promise<void>((resolve) => {
    socket.once('data', () => {
      text = ''
      resolve()
    })
  })
  return { connected, answer, finish: () => socket.write('a=b') }
}
