import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { answerBrokenRequests } from '../../src/server/broken-request.ts'

let server: Server
let client: Socket

beforeEach(async () => {
  server = createServer({ headersTimeout: 20, connectionsCheckingInterval: 10 }, (_req, res) => {
    res.end()
  })
  answerBrokenRequests(server, { 'X-Ours': 'yes' })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  /* One that stays on the line whatever it is told. */
  client = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
})
afterEach(() => {
  client.destroy()
  server.close()
})

test.each([
  ['is not HTTP', 'nonsense\r\n\r\n', '400 Bad Request'],
  ['never ends its headers', 'GET / HTTP/1.1\r\nX-Slow: ', '408 Request Timeout'],
  [
    'asks for a line to elsewhere',
    'CONNECT other.example:443 HTTP/1.1\r\nHost: x\r\n\r\n',
    '405 Method Not Allowed\r\nX-Ours: yes\r\nAllow: GET',
  ],
])('a request that %s is answered, and does not hold its connection', async (_what, text, told) => {
  let answer = ''
  client.on('data', (bytes) => {
    answer += bytes
  })
  client.write(text)
  await new Promise((resolve) => client.once('end', resolve))
  expect(answer).toContain(`HTTP/1.1 ${told}`)
  expect(answer).toContain('X-Ours: yes')
  await vi.waitFor(async () => expect(await connections()).toBe(0), { timeout: 10_000 })
})

function connections(): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)))
  })
}
