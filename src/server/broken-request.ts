import { type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Time for the answer to arrive before the line is cut. */
const partingMs = 1000

/** Answers what is not even HTTP with the same headers as everything else, then hangs up. */
export function answerBrokenRequests(server: Server, headers: Record<string, string>): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const status = statuses[error.code ?? ''] ?? 400
    if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) {
      socket.destroy()
      return
    }
    const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`
    socket.end(
      [statusLine, ...lines, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'),
    )
    /* Whoever does not hang up would hold the connection for ever: no time limit of the server looks at it now. */
    setTimeout(() => socket.destroy(), partingMs).unref()
  })
}

/** Whether a response has begun on this connection; a second one would end up inside it. */
function isAnswering(socket: Duplex): boolean {
  return '_httpMessage' in socket && Boolean(socket._httpMessage)
}
