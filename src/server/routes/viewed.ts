import type { Request, Response } from 'express'
import { deviceOf } from '../../domain/device.ts'
import { recordViewed } from '../../usecases/record-viewed.ts'
import type { Context } from '../context.ts'
import { answerClosed, shareInput } from '../share-request.ts'

/** `POST …/viewed`: the page's script saw real input of a person (design §7). */
export async function postViewed(context: Context, req: Request, res: Response): Promise<void> {
  const device = deviceOf(req.headers['user-agent'] ?? '')
  const opened = await recordViewed(context.app, { ...shareInput(req), device })
  if (opened.status !== 'active') return answerClosed(context, req, res, opened)
  res.status(204).end()
}
