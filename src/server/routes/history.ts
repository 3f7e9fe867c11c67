import type { Request, Response } from 'express'
import { today } from '../../app.ts'
import { inLanguage } from '../../domain/language.ts'
import { linkPath } from '../../domain/link.ts'
import { defaultRange, readRange, type StatementForm } from '../../domain/statement-form.ts'
import { type HistoryInput, historyLists } from '../../ports/history-pages.ts'
import { askDocument } from '../../usecases/ask-document.ts'
import { openHistoryReceipt } from '../../usecases/open-history-receipt.ts'
import { printStatement } from '../../usecases/print-statement.ts'
import { showHistory } from '../../usecases/show-history.ts'
import { chosenLanguage } from '../chosen-language.ts'
import type { Context } from '../context.ts'
import { answerHtml, redirect } from '../html-answer.ts'
import { answerPdf } from '../pdf-answer.ts'
import { answerClosed, noteDownloaded, noteOpened } from '../share-request.ts'

/** `GET /h/:token`: all that the customer had. */
export function getHistory(context: Context, req: Request, res: Response): Promise<void> {
  const number = textOf(req.query.asked)
  const asked = number === '' ? null : { number, is_open: true }
  return answerHistory(context, req, res, { status: 200, asked })
}

/** `POST /h/:token/documents/:number`: mails a link of one of the documents to the address on file. */
export async function postHistoryDocument(
  context: Context,
  req: Request,
  res: Response,
): Promise<void> {
  const ref = String(req.params.number)
  const asked = await askDocument(context.app, { token: tokenOf(req), ref })
  switch (asked.status) {
    case 'asked': {
      const query = new URLSearchParams({ asked: asked.document.number })
      const path = `${linkPath('history', asked.token)}?${query}`
      return redirect(res, inLanguage(path, chosenLanguage(req)))
    }
    case 'closed': {
      const { number } = asked.document
      const shown = { status: 409, asked: { number, is_open: false } } as const
      return answerHistory(context, req, res, shown)
    }
    default:
      return answerClosed(context, req, res, asked)
  }
}

/** `GET /h/:token/receipts/:number/pdf` */
export async function getHistoryReceipt(
  context: Context,
  req: Request,
  res: Response,
): Promise<void> {
  const number = String(req.params.number)
  const opened = await openHistoryReceipt(context.app, { token: tokenOf(req), number })
  if (opened.status !== 'pdf') return answerClosed(context, req, res, opened)
  noteDownloaded(context, req, res, opened.share)
  await answerPdf(req, res, opened)
}

/** `GET /h/:token/statement?from=…&until=…`: the statement, or the form again with what is wrong. */
export async function getStatement(context: Context, req: Request, res: Response): Promise<void> {
  const { from, until } = req.query
  const form = { from: textOf(from), until: textOf(until) }
  const read = readRange(form, today(context.app))
  if ('problems' in read) return answerHistory(context, req, res, { status: 422, form, ...read })
  const lang = chosenLanguage(req)
  const opened = await printStatement(context.app, { token: tokenOf(req), range: read.range, lang })
  if (opened.status !== 'pdf') return answerClosed(context, req, res, opened)
  noteDownloaded(context, req, res, opened.share)
  await answerPdf(req, res, opened)
}

type Shown = { status: 200 | 409 | 422; form?: StatementForm } & Partial<
  Pick<HistoryInput, 'asked' | 'problems'>
>

async function answerHistory(
  context: Context,
  req: Request,
  res: Response,
  { status, asked = null, form, problems = [] }: Shown,
): Promise<void> {
  const shown = await showHistory(context.app, { token: tokenOf(req) })
  if (shown.status !== 'page') return answerClosed(context, req, res, shown)
  const { share, token, customer, history, openable } = shown
  const day = today(context.app)
  const html = context.renderer.history.page({
    customer,
    history,
    openable,
    path: linkPath('history', token),
    ends_at: share.expires_at,
    pages: pagesOf(req),
    form: form ?? defaultRange(day),
    problems,
    today: day,
    asked,
    lang: chosenLanguage(req),
  })
  noteOpened(context, req, res, share)
  await answerHtml(req, res, { status, html })
}

/** Which page of each list is asked for; the first where that is no number. */
function pagesOf({ query }: Request): HistoryInput['pages'] {
  const page = (name: string) => {
    const text = textOf(query[name])
    return /^[0-9]{1,6}$/.test(text) ? Number(text) : 1
  }
  return Object.fromEntries(historyLists.map((list) => [list, page(list)])) as HistoryInput['pages']
}

function tokenOf(req: Request): string {
  return String(req.params.token)
}

/** A value that is given twice is none. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
