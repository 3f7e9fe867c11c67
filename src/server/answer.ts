/** The one way in which an answer with a body leaves. */
import type { Request, Response } from 'express'
import type { Body } from './body.ts'
import { chooseEncoding, type Encoding } from './encoding.ts'
import { isHeld, validatorOf } from './validator.ts'

export type Answer = {
  status: number
  content_type: string
  body: Body
  /** Send the bytes as they are; they are compressed already. */
  plain?: boolean
}

/**
 * Sends a body in the encoding that the client likes best; HEAD gets the headers alone, and so does who holds
 * just these bytes already.
 */
export async function answer(req: Request, res: Response, given: Answer): Promise<void> {
  const { status, content_type, body, plain = false } = given
  const encoding = plain ? 'identity' : chooseEncoding(req.headers['accept-encoding'])
  const bytes = body.ready(encoding) ?? (await body.make(encoding))
  const validator = status === 200 && isRead(req) ? validatorOf(bytes) : undefined
  if (validator !== undefined && isHeld(req.headers['if-none-match'], validator)) {
    setAll(res, heldHead({ validator, varies: !plain }))
    res.removeHeader('Content-Disposition')
    res.status(304).end()
    return
  }
  setAll(res, bodyHead({ content_type, encoding, length: bytes.length, validator, varies: !plain }))
  res.status(status).end(req.method === 'HEAD' ? undefined : bytes)
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD'
}

function setAll(res: Response, head: Head): void {
  for (const [name, value] of head) res.setHeader(name, value)
}

type Head = [name: string, value: string][]

/** The headers that describe a body. */
export function bodyHead(of: {
  content_type: string
  encoding: Encoding
  length: number
  validator: string | undefined
  varies: boolean
}): Head {
  const head: Head = [
    ['Content-Type', of.content_type],
    ['Content-Length', String(of.length)],
  ]
  if (of.validator !== undefined) head.push(['ETag', of.validator])
  if (of.varies) head.push(['Vary', 'Accept-Encoding'])
  if (of.encoding !== 'identity') head.push(['Content-Encoding', of.encoding])
  return head
}

/** The headers of a 304, besides those that every answer carries. */
export function heldHead({ validator, varies }: { validator: string; varies: boolean }): Head {
  const head: Head = [['ETag', validator]]
  if (varies) head.push(['Vary', 'Accept-Encoding'])
  return head
}

export const htmlType = 'text/html; charset=utf-8'
export const textType = 'text/plain; charset=utf-8'
