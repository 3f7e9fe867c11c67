import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import { answerText } from '../notice.ts'

/** `GET /robots.txt`: nothing here is for search engines. */
export async function getRobots(_context: Context, req: Request, res: Response): Promise<void> {
  res.setHeader('Cache-Control', 'public, max-age=86400')
  await answerText(req, res, { status: 200, text: 'User-agent: *\nDisallow: /' })
}
