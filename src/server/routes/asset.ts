import type { Request, Response } from 'express'
import { answer } from '../answer.ts'
import type { Context } from '../context.ts'
import { answerNotice } from '../notice.ts'

/** `GET /assets/:name`: names carry a hash of the bytes, so browsers and caches keep them for a year. */
export async function getAsset(context: Context, req: Request, res: Response): Promise<void> {
  const asset = context.assets.get(String(req.params.name))
  if (!asset) return answerNotice(context, req, res, { status: 404, kind: 'unknown' })
  const { content_type, body, is_compressible } = asset
  res.setHeader('Cache-Control', 'public, max-age=31536000, immutable')
  await answer(req, res, { status: 200, content_type, body, plain: !is_compressible })
}
