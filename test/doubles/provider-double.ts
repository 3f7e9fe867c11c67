import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as the double reads it. */
export type Call = {
  method: string
  path: string
  query: URLSearchParams
  headers: Record<string, string>
  body: string
}

export type Answer = { status: number; json?: unknown; html?: string; location?: string }

/**
 * `lost`: it takes effect, but the answer never comes. `lost-500`: another answer comes. `echo`: it is refused
 * in a sentence that repeats our key and addresses.
 */
export type FaultKind = '500' | '503' | '429' | '403' | 'timeout' | 'lost' | 'lost-500' | 'echo'

export type Delivery = { headers: Record<string, string>; raw: Buffer }

/** How one provider speaks. */
export type Protocol = {
  /** Answers a request to the API; throws Refused. */
  api(call: Call): Answer
  /** The pages that customers see; undefined for anything else. */
  page(call: Call): Answer | undefined
  /** The key under which a request takes effect once. */
  keyOf(call: Call): string | undefined
  /** The body of an answer that is not one; `said` is its sentence. */
  failure(status: number, said?: string): unknown
  conflict(): Answer
  sign(event: unknown, url: string): Delivery
}

export type ProviderDouble = {
  url: string
  /** Every request to the API, in order. */
  calls: Call[]
  /** Every signed event, in order, whether it was sent or not. */
  deliveries: Delivery[]
  /** Where events are sent as they happen; until it is set, they are only kept. */
  webhook_url: string
  /** The next request to the API whose "METHOD /path" fits goes wrong. */
  fault(kind: FaultKind, match?: RegExp): void
  /** Nothing goes wrong any more. */
  mend(): void
  /** Waits until everything is sent. */
  idle(): Promise<void>
  close(): Promise<void>
}

/** A request that the provider does not accept. */
export class Refused extends Error {
  readonly answer: Answer

  constructor(status: number, json: unknown) {
    super(JSON.stringify(json))
    this.answer = { status, json }
  }
}

/** A provider on a free port of this machine, with keys, faults and webhooks like the real ones. */
export async function startDouble(
  speak: (self: ProviderDouble, emit: (event: unknown) => void) => Protocol,
): Promise<ProviderDouble> {
  const faults: { kind: FaultKind; match: RegExp }[] = []
  const answers = new Map<string, { print: string; answer: Answer }>()
  let sending: Promise<unknown> = Promise.resolve()
  const server = createServer(async (request, response) => {
    const call = await readCall(request)
    const page = protocol.page(call)
    if (page) return send(response, page)
    double.calls.push(call)
    const index = faults.findIndex(({ match }) => match.test(`${call.method} ${call.path}`))
    const [fault] = index < 0 ? [] : faults.splice(index, 1)
    if (fault?.kind === 'echo') {
      return send(response, { status: 400, json: protocol.failure(400, echoOf(call)) })
    }
    answerWith(response, fault?.kind, () => once(call))
  })
  const double: ProviderDouble = {
    url: '',
    calls: [],
    deliveries: [],
    webhook_url: '',
    fault: (kind, match = /./) => faults.push({ kind, match }),
    mend: () => faults.splice(0),
    idle: async () => {
      await sending
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await sending
    },
  }
  const emit = (event: unknown) => {
    const delivery = protocol.sign(event, double.webhook_url)
    double.deliveries.push(delivery)
    const url = double.webhook_url
    if (url) sending = sending.then(() => post(url, delivery))
  }
  const protocol = speak(double, emit)

  function answerWith(response: ServerResponse, fault: FaultKind | undefined, act: () => Answer) {
    if (fault === 'timeout') return
    if (fault && /^\d+$/.test(fault)) {
      const status = Number(fault)
      return send(response, { status, json: protocol.failure(status) })
    }
    const answer = act()
    if (fault === 'lost') return response.socket?.destroy()
    if (fault === 'lost-500') return send(response, { status: 500, json: protocol.failure(500) })
    send(response, answer)
  }

  /** A key makes a request take effect once; another request under the same key is refused. */
  function once(call: Call): Answer {
    const key = protocol.keyOf(call)
    const print = `${call.path} ${call.body}`
    const known = key === undefined ? undefined : answers.get(key)
    if (known) return known.print === print ? known.answer : protocol.conflict()
    const answer = tryApi(protocol, call)
    if (key !== undefined) answers.set(key, { print, answer })
    return answer
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  double.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return double
}

function tryApi(protocol: Protocol, call: Call): Answer {
  try {
    return protocol.api(call)
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}

/** What a careless provider might repeat of a request. */
function echoOf({ headers, body }: Call): string {
  const plain = decodeURIComponent(body.replaceAll('+', ' '))
  const urls = plain.match(/https?:\/\/[^"\s]+?(?=["\s]|&\w+\[?=|$)/g) ?? []
  return `Not valid: ${headers.authorization} ${urls.join(' ')}`
}

async function readCall(request: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://double')
  return {
    method: request.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers: Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks).toString('utf8'),
  }
}

function send(response: ServerResponse, { status, json, html, location }: Answer): void {
  const type = html === undefined ? 'application/json' : 'text/html; charset=utf-8'
  response.writeHead(status, {
    'content-type': type,
    'request-id': 'req_double',
    'x-request-id': 'req_double',
    ...(location ? { location } : {}),
  })
  response.end(html ?? (json === undefined ? '' : JSON.stringify(json)))
}

/** As providers do: again when it was not taken. */
async function post(url: string, { headers, raw }: Delivery): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    const body = new Uint8Array(raw)
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
    if (answer?.ok) return
  }
}
