import type { Readable, Writable } from 'node:stream'

/** What the browser tells on its own; the protocol: https://chromedevtools.github.io/devtools-protocol. */
export type DevToolsEvent = {
  method: string
  params: Record<string, unknown>
  sessionId?: string
}

export type DevTools = {
  /**
   * Sends one command and waits for its answer.
   * @param session the page it is for; without it, the browser
   * @throws BrowserGone when the browser ends before it answers
   */
  send<T = unknown>(method: string, params?: object, session?: string): Promise<T>
  /** Replaces the one listener; events nobody listens to are dropped. */
  onEvent(listener: (event: DevToolsEvent) => void): void
  /** Fails whatever still waits for an answer, and whatever is sent from now on. */
  end(): void
}

/** The browser ended, or the line to it broke. */
export class BrowserGone extends Error {
  constructor() {
    super('The browser ended.')
    this.name = 'BrowserGone'
  }
}

type Waiting = { resolve: (value: never) => void; reject: (error: Error) => void }
type Message = { id?: number; result?: unknown; error?: { message: string } } & DevToolsEvent

/**
 * Speaks the DevTools protocol over the two pipes of a browser started with `--remote-debugging-pipe`.
 * No port is opened, and the browser ends by itself when its parent is gone, however that died.
 */
export function connectDevTools(toBrowser: Writable, fromBrowser: Readable): DevTools {
  const waiting = new Map<number, Waiting>()
  let listener: (event: DevToolsEvent) => void = () => {}
  let lastId = 0
  let hasEnded = false

  function receive(message: Message): void {
    if (message.id === undefined) {
      listener(message)
      return
    }
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) asked?.reject(new Error(message.error.message))
    else asked?.resolve(message.result as never)
  }

  function end(): void {
    hasEnded = true
    for (const { reject } of waiting.values()) reject(new BrowserGone())
    waiting.clear()
  }

  function send<T>(method: string, params: object = {}, sessionId?: string): Promise<T> {
    if (hasEnded) return Promise.reject(new BrowserGone())
    const id = ++lastId
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    })
  }

  readMessages(fromBrowser, receive)
  for (const stream of [toBrowser, fromBrowser]) stream.on('error', end).on('close', end)
  return { send, onEvent: (next) => (listener = next), end }
}

/** Messages are JSON, each closed by a NUL. A PDF arrives as one message in many chunks. */
function readMessages(stream: Readable, receive: (message: Message) => void): void {
  let parts: Buffer[] = []
  stream.on('data', (chunk: Buffer) => {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      parts.push(chunk.subarray(start, end))
      const text = Buffer.concat(parts).toString()
      parts = []
      start = end + 1
      receive(JSON.parse(text) as Message)
    }
    if (start < chunk.length) parts.push(chunk.subarray(start))
  })
}
