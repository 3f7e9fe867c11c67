import type { Request, Response } from 'express'
import type { NoticeInput } from '../ports/renderer.ts'
import { answer, htmlType, textType } from './answer.ts'
import { createBody } from './body.ts'
import type { Context } from './context.ts'

/** What it says; the reference is only there where the log has one. */
type Noticed = Omit<NoticeInput, 'reference'> & { reference?: string }

/** A page that says why there is no document here, and what to do. */
export async function answerNotice(
  { renderer }: Context,
  req: Request,
  res: Response,
  { status, reference = '', ...notice }: { status: number } & Noticed,
): Promise<void> {
  const body = createBody(Buffer.from(renderer.notice({ ...notice, reference })), 'once')
  await answer(req, res, { status, content_type: htmlType, body })
}

/** One line of text, for programs rather than people. */
export async function answerText(
  req: Request,
  res: Response,
  { status, text }: { status: number; text: string },
): Promise<void> {
  const body = createBody(Buffer.from(`${text}\n`), 'once')
  await answer(req, res, { status, content_type: textType, body, plain: true })
}
