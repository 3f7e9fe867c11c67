import type { Request, Response } from 'express'
import { inLanguage } from '../domain/language.ts'
import { linkPath } from '../domain/link.ts'
import type { ShareKind } from '../domain/share.ts'
import { forgiveToken } from '../domain/token.ts'
import { chosenLanguage } from './chosen-language.ts'
import type { Context } from './context.ts'
import { redirect } from './html-answer.ts'
import { shareInput } from './share-request.ts'

/** What is done with a link once nobody waits for it. */
type Afterwards = (link: { kind: ShareKind; token: string }) => Promise<void>

/**
 * Answers a POST at once, by sending the browser on to the same path, and only then does what the link allows:
 * neither the answer nor the time it takes tells whether the link is known, or what is on file behind it.
 */
export function answerAlike(
  { background }: Context,
  req: Request,
  res: Response,
  { below, work }: { below: 'renew' | 'history'; work: Afterwards },
): void {
  const { kind, token: raw } = shareInput(req)
  const token = forgiveToken(raw)
  if (token !== undefined) {
    const name = `${below} ${kind} ${token}`
    res.once('finish', () => background.run(name, () => work({ kind, token })))
  }
  redirect(res, inLanguage(`${linkPath(kind, token ?? 'unknown')}/${below}`, chosenLanguage(req)))
}

/** The page on which the form stood, from the address that `answerAlike` leads to: so it names no link either. */
export function wayBack(req: Request): string {
  return inLanguage('.', chosenLanguage(req))
}
