/** The one way in which an answer with a body leaves. */
import type { Request, Response } from 'express'
import type { Body } from './body.ts'
import { chooseEncoding, type Encoding } from './encoding.ts'

export type Answer = {
  status: number
  content_type: string
  body: Body
  /** Send the bytes as they are; they are compressed already. */
  plain?: boolean
}

/** Sends a body in the encoding that the client likes best; HEAD gets the headers alone. */
export async function answer(req: Request, res: Response, given: Answer): Promise<void> {
  const { status, content_type, body, plain = false } = given
  const encoding = plain ? 'identity' : chooseEncoding(req.headers['accept-encoding'])
  const bytes = body.ready(encoding) ?? (await body.make(encoding))
  res.status(status)
  const head = bodyHead({ content_type, encoding, length: bytes.length, varies: !plain })
  for (const [name, value] of head) res.setHeader(name, value)
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/** The headers that describe a body. */
export function bodyHead(of: {
  content_type: string
  encoding: Encoding
  length: number
  varies: boolean
}): [name: string, value: string][] {
  const head: [string, string][] = [
    ['Content-Type', of.content_type],
    ['Content-Length', String(of.length)],
  ]
  if (of.varies) head.push(['Vary', 'Accept-Encoding'])
  if (of.encoding !== 'identity') head.push(['Content-Encoding', of.encoding])
  return head
}

export const htmlType = 'text/html; charset=utf-8'
export const textType = 'text/plain; charset=utf-8'
