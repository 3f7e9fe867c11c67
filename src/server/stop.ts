import type { Server } from 'node:http'

/** How long requests that have begun may take to end when the server stops. */
const graceMs = 5000
const lookMs = 20

/** Stops accepting, lets begun requests end, and hangs up on the rest. */
export async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  /* A connection kept alive becomes idle when its last answer has left, and is then hung up on. */
  const look = setInterval(() => server.closeIdleConnections(), lookMs)
  const grace = setTimeout(() => server.closeAllConnections(), graceMs)
  server.closeIdleConnections()
  await closed
  clearInterval(look)
  clearTimeout(grace)
}
