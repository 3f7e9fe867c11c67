import { connect, type Socket } from 'node:net'

export type Load = { requests_per_second: number; p99_ms: number }

/** Requests for `seconds` over keep-alive connections, one per path, each asking again as soon as it can. */
export async function httpLoad(
  port: number,
  paths: string[],
  seconds: number,
  encoding = 'gzip, br',
): Promise<Load> {
  const times: number[] = []
  const startedAt = performance.now()
  const endsAt = startedAt + seconds * 1000
  const ask = (path: string) => askAgainAndAgain(port, { path, encoding }, endsAt, times)
  await Promise.all(paths.map(ask))
  const elapsedS = (performance.now() - startedAt) / 1000
  times.sort((a, b) => a - b)
  return {
    requests_per_second: times.length / elapsedS,
    p99_ms: times[Math.floor(times.length * 0.99)] ?? 0,
  }
}

/* Node's own client costs more than the servers that are measured, so this one only counts bytes. */
function askAgainAndAgain(
  port: number,
  { path, encoding }: { path: string; encoding: string },
  endsAt: number,
  times: number[],
): Promise<void> {
  const host = `Host: 127.0.0.1:${port}`
  const request = `GET ${path} HTTP/1.1\r\n${host}\r\nAccept-Encoding: ${encoding}\r\n\r\n`
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => ask())
    let askedAt = 0
    let length = 0
    let missing = 0
    const ask = () => {
      askedAt = performance.now()
      missing = length
      socket.write(request)
    }
    socket.setNoDelay(true)
    socket.on('error', reject).on('close', resolve)
    socket.on('data', (bytes) => {
      if (length === 0) missing = length = lengthOf(bytes, socket)
      missing -= bytes.length
      if (missing > 0) return
      const now = performance.now()
      times.push(now - askedAt)
      if (now < endsAt) ask()
      else socket.destroy()
    })
  })
}

/** Bytes of a whole answer, from its head: all answers on a connection are the same. */
function lengthOf(bytes: Buffer, socket: Socket): number {
  const text = bytes.toString('latin1')
  const headLength = text.indexOf('\r\n\r\n') + 4
  const bodyLength = /\r\ncontent-length: (\d+)/i.exec(text)?.[1]
  if (!text.startsWith('HTTP/1.1 200 ') || headLength < 4 || bodyLength === undefined) {
    socket.destroy(new Error(`not a page: ${text.slice(0, 200)}`))
  }
  return headLength + Number(bodyLength)
}
