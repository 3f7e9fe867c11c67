import { type Server, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

const statuses: Record<string, number> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
}

/** Time for the answer to arrive before the line is cut. */
const partingMs = 1000

/**
 * Answers what is not even HTTP, and what asks for a line to somewhere else (CONNECT), with the same headers as
 * everything else, then hangs up.
 */
export function answerBrokenRequests(server: Server, headers: Record<string, string>): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET' || isAnswering(socket)) {
      socket.destroy()
      return
    }
    part(socket, statuses[error.code ?? ''] ?? 400, headers)
  })
  server.on('connect', (_req, socket) => {
    /* Nobody else listens for a line that breaks now. */
    socket.on('error', () => socket.destroy())
    part(socket, 405, { ...headers, Allow: 'GET, HEAD, POST' })
  })
}

function part(socket: Duplex, status: number, headers: Record<string, string>): void {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const statusLine = `HTTP/1.1 ${status} ${STATUS_CODES[status]}`
  socket.end([statusLine, ...lines, 'Content-Length: 0', 'Connection: close', '', ''].join('\r\n'))
  /* Whoever does not hang up would hold the connection for ever: no time limit of the server looks at it now. */
  setTimeout(() => socket.destroy(), partingMs).unref()
}

/** Whether a response has begun on this connection; a second one would end up inside it. */
function isAnswering(socket: Duplex): boolean {
  return '_httpMessage' in socket && Boolean(socket._httpMessage)
}
