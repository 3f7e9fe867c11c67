import type { Request, Response } from 'express'
import { localeIn } from '../domain/language.ts'
import type { NoticeInput } from '../ports/renderer.ts'
import { answer, htmlType, textType } from './answer.ts'
import { createBody } from './body.ts'
import { chosenLanguage } from './chosen-language.ts'
import type { Context } from './context.ts'

/** What it says; the reference is only there where the log has one. */
type Noticed = Omit<NoticeInput, 'reference'> & { reference?: string }

/** A page that says why there is no document here, and what to do; in the language that was chosen, if any. */
export async function answerNotice(
  { renderer, app }: Context,
  req: Request,
  res: Response,
  { status, reference = '', ...notice }: { status: number } & Noticed,
): Promise<void> {
  const lang = chosenLanguage(req)
  const own = notice.locale ?? app.config.business.locale
  const locale = lang ? localeIn(lang, own) : own
  const html = renderer.notice({ ...notice, reference, locale })
  const body = createBody(Buffer.from(html), 'once')
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
