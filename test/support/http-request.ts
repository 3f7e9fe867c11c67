import { request as httpRequest, type IncomingHttpHeaders } from 'node:http'

export type HttpAnswer = {
  status: number
  headers: IncomingHttpHeaders
  /** As they came, still compressed. */
  bytes: Buffer
  text: string
}

export type HttpAsk = {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** Sends exactly this path: `fetch` would tidy it up first, and sends headers of its own. */
export function httpAsk(base: string, path: string, ask: HttpAsk = {}): Promise<HttpAnswer> {
  const { hostname, port } = new URL(base)
  const { method = 'GET', headers = {}, body } = ask
  return new Promise((resolve, reject) => {
    const req = httpRequest({ hostname, port, path, method, headers, agent: false }, (res) => {
      const chunks: Buffer[] = []
      res.on('data', (chunk: Buffer) => chunks.push(chunk))
      res.on('error', reject)
      res.on('end', () => {
        const bytes = Buffer.concat(chunks)
        const { statusCode = 0, headers } = res
        resolve({ status: statusCode, headers, bytes, text: bytes.toString('utf8') })
      })
    })
    req.on('error', reject)
    req.end(body)
  })
}
