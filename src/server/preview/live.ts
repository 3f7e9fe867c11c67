import type { ServerResponse } from 'node:http'

/** Those who want to hear of changes: one event stream a window. */
export type Live = {
  /** Names the state of the files; another one after each change. */
  version(): string
  listen(response: ServerResponse): void
  changed(): void
  close(): void
}

/** Starts with a name of its own, so that a window that stayed open notices a new start. */
export function createLive(): Live {
  const listening = new Set<ServerResponse>()
  const start = `${process.pid}.${Date.now()}`
  let changes = 0
  const version = () => `${start}.${changes}`
  const message = () => `data: ${version()}\n\n`
  return {
    version,
    listen(response) {
      response.write(`retry: 500\n${message()}`)
      listening.add(response)
      response.on('close', () => listening.delete(response))
    },
    changed() {
      changes += 1
      for (const response of listening) response.write(message())
    },
    close() {
      for (const response of listening) response.end()
    },
  }
}
