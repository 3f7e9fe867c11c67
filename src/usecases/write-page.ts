import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { linkPath } from '../domain/link.ts'
import { type Share, sharePaths } from '../domain/share.ts'
import type { Renderer } from '../ports/renderer.ts'
import { type PageRow, putPage } from '../store/pages.ts'

/** `read_only` pages are for hosts that cannot hand actions on to `portal serve`. */
export type PageMode = 'live' | 'read_only'

/** Where a share's page lies below `site/`. */
export function pagePath(share: Pick<Share, 'kind'>, token: string): string {
  return `${sharePaths[share.kind]}/${token}.html`
}

/** Where a share's PDF lies below `site/`. */
export function pagePdfPath(share: Pick<Share, 'kind'>, token: string): string {
  return `${sharePaths[share.kind]}/${token}/pdf.pdf`
}

/** Whether the written page still says what is true: same generation, same looks, no date passed. */
export function isCurrent(
  row: PageRow,
  document: Pick<Document, 'generation'>,
  renderer: Pick<Renderer, 'fingerprint'>,
  now: Date,
  mode: PageMode = 'live',
): boolean {
  return (
    row.generation === document.generation &&
    row.fingerprint === pageFingerprint(renderer, mode) &&
    (row.fresh_until_at === null || row.fresh_until_at > now.toISOString())
  )
}

/** Renders a page, writes it under `site/`, then notes which generation it shows. */
export async function writePage(
  app: App,
  page: {
    document: Document
    share: Share
    token: string
    end: Instant | null
    mode?: PageMode
  },
): Promise<Buffer> {
  const { document, share, token, end, mode = 'live' } = page
  const renderer = await app.renderer()
  const now = app.clock.now()
  const scope = share.scope === 'full' ? 'full' : 'view'
  const path = linkPath(share.kind, token)
  const { html, fresh_until_at } = renderer.page({ document, path, scope, now, mode })
  const bytes = Buffer.from(html)
  await app.site.write(pagePath(share, token), bytes)
  const ends = [fresh_until_at, end].filter((instant) => instant !== null)
  await app.db.write((trx) =>
    putPage(trx, {
      share_id: share.id,
      document_id: document.id,
      generation: document.generation,
      fingerprint: pageFingerprint(renderer, mode),
      fresh_until_at: ends.sort()[0] ?? null,
    }),
  )
  return bytes
}

/** Pages of one mode never pass for those of the other. */
export function pageFingerprint(renderer: Pick<Renderer, 'fingerprint'>, mode: PageMode): string {
  return mode === 'live' ? renderer.fingerprint : `${renderer.fingerprint}:${mode}`
}
