import type { Request, Response } from 'express'
import { chooseSandboxOutcome, showSandboxPage } from '../../usecases/sandbox-page.ts'
import type { Context } from '../context.ts'
import { answerHtml, redirect } from '../html-answer.ts'
import { answerClosed } from '../share-request.ts'

/** `GET /sandbox/:id`: the hosted page of the provider that moves no money. */
export async function getSandbox(context: Context, req: Request, res: Response): Promise<void> {
  const page = await showSandboxPage(context.app, { id: String(req.params.id) })
  if (!page) return answerClosed(context, req, res, { status: 'unknown' })
  await answerHtml(req, res, { status: 200, html: context.renderer.payments.sandbox(page) })
}

/** `POST /sandbox/:id`: pay, decline, cancel or leave it pending, as a customer or a bank would. */
export async function postSandbox(context: Context, req: Request, res: Response): Promise<void> {
  const { outcome } = (req.body ?? {}) as Record<string, unknown>
  const chosen = await chooseSandboxOutcome(context.app, {
    id: String(req.params.id),
    outcome: typeof outcome === 'string' ? outcome : '',
  })
  if (!chosen) return answerClosed(context, req, res, { status: 'unknown' })
  redirect(res, chosen.to)
}
