/** What the routes have in common where a customer decides about an estimate. */
import type { Request, Response } from 'express'
import { type DecideProblem, formVersion } from '../domain/decide-form.ts'
import { PortalError } from '../domain/errors.ts'
import { inLanguage, type Language } from '../domain/language.ts'
import { linkPath } from '../domain/link.ts'
import type { DecideInput } from '../ports/approval-pages.ts'
import type { DecidingDevice, Undecided } from '../usecases/decidable-page.ts'
import { type DecidePage, showDecidePage } from '../usecases/show-decide-page.ts'
import { chosenLanguage } from './chosen-language.ts'
import { clientAddress } from './client-address.ts'
import type { Context } from './context.ts'
import { answerHtml, redirect } from './html-answer.ts'
import { retryS } from './middleware/failure.ts'
import { newReference } from './reference.ts'
import { answerClosed, noteOpened, shareInput } from './share-request.ts'

/** A page to decide on, as it is shown after a form came in, or before. */
export type Shown = {
  page: DecidePage
  lang: Language | undefined
  problems?: DecideProblem[]
  changed?: boolean
  /** Names the fault in the log that kept the decision from being written. */
  unsaved?: string
}

/** Where a decision comes from. */
export function decidingDevice(req: Request): DecidingDevice {
  return { ip: clientAddress(req), user_agent: req.headers['user-agent'] ?? '' }
}

/** What the renderer needs for either page, but for the form. */
export function decideInput({ app }: Context, shown: Shown): DecideInput {
  const { page, lang, problems = [], changed = false, unsaved = '' } = shown
  const { document, share, token, closed } = page
  return {
    document,
    path: linkPath(share.kind, token),
    lang,
    closed,
    changed,
    version: formVersion(document),
    problems,
    methods: app.config.signature.methods,
    unsaved,
    now: app.clock.now(),
  }
}

/** Answers with the page on which it is decided. */
export async function answerUndecided(
  context: Context,
  req: Request,
  res: Response,
  pageOf: (shown: Shown) => string,
): Promise<void> {
  const shown = await showDecidePage(context.app, shareInput(req))
  if (shown.status !== 'page') return answerClosed(context, req, res, shown)
  noteOpened(context, req, res, shown.share)
  const html = pageOf({ page: shown, lang: chosenLanguage(req) })
  await answerHtml(req, res, { status: 200, html })
}

type Unsaved = { status: 'unsaved'; reference: string } & DecidePage

/**
 * Runs a decision. Where it cannot be written (the database is locked, the disk is full) the customer gets
 * the form again with all that was typed, as long as it can still be decided.
 */
export async function tryToDecide<Decided>(
  context: Context,
  req: Request,
  decide: () => Promise<Decided>,
): Promise<Decided | Unsaved | Extract<Undecided, { status: 'closed' }>> {
  try {
    return await decide()
  } catch (error) {
    if (!(error instanceof PortalError)) throw error
    const page = await showDecidePage(context.app, shareInput(req)).catch(() => undefined)
    if (page?.status !== 'page') throw error
    const reference = newReference()
    context.log.error('a decision was not written', { reference, url: req.originalUrl, error })
    const { closed } = page
    return closed === null
      ? { ...page, status: 'unsaved', reference }
      : { ...page, status: 'closed', closed }
  }
}

/** Answers with what became of a decision; `pageOf` makes the page where there is something left to do. */
export async function answerDecision(
  context: Context,
  req: Request,
  res: Response,
  decided: { status: 'approved' | 'declined' } | Undecided | Unsaved,
  pageOf: (shown: Shown) => string,
): Promise<void> {
  const lang = chosenLanguage(req)
  const show = (status: number, shown: Omit<Shown, 'page' | 'lang'>, page: DecidePage) =>
    answerHtml(req, res, { status, html: pageOf({ ...shown, page, lang }) })
  switch (decided.status) {
    case 'approved':
    case 'declined': {
      const { kind, token } = shareInput(req)
      return redirect(res, inLanguage(linkPath(kind, encodeURIComponent(token)), lang))
    }
    case 'invalid':
      return show(422, { problems: decided.problems }, decided)
    case 'changed':
      return show(409, { changed: true }, decided)
    case 'closed':
      return show(409, {}, decided)
    case 'unsaved':
      res.setHeader('Retry-After', String(retryS))
      return show(503, { unsaved: decided.reference }, decided)
    default:
      return answerClosed(context, req, res, decided)
  }
}
