import type { App } from '../app.ts'
import type { Instant } from '../domain/document.ts'
import type { Language } from '../domain/language.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { ClosedLink } from './find-link.ts'
import { openShare } from './open-share.ts'
import { renderShare } from './render-share.ts'

export type OpenedPage =
  | {
      status: 'page'
      html: Buffer
      share: Share
      token: string
      /** The state of the document that the page shows. */
      generation: number
      /** Until then it may be kept: a date changes what it says, or the link ends. */
      fresh_until_at: Instant | null
    }
  | ClosedLink

/**
 * The page behind a link, rendered from the database: about a millisecond, and it is the truth whatever
 * lies under `site/`, where two processes may be writing. It writes nothing itself, so that a page can be
 * shown while the disk is full or the database is locked; the job `pages` brings `site/` up to date.
 */
export async function openPage(
  app: App,
  { lang, ...input }: { kind: ShareKind; token: string; lang?: Language | undefined },
): Promise<OpenedPage> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened
  const { share, document, token, end } = opened
  const mode = share.scope === 'preview' ? 'preview' : 'live'
  const { html, fresh_until_at } = await renderShare(app, {
    document,
    share,
    token,
    mode,
    lang,
  })
  return {
    status: 'page',
    html: Buffer.from(html),
    share,
    token,
    generation: document.generation,
    fresh_until_at: earliest(fresh_until_at, end),
  }
}

function earliest(a: Instant | null, b: Instant | null): Instant | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
