import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { linkPath } from '../domain/link.ts'
import { type Share, sharePaths } from '../domain/share.ts'
import { tokenFor } from '../domain/token.ts'
import type { Renderer } from '../ports/renderer.ts'
import type { Page } from '../store/pages.ts'

/** `read_only` pages are for hosts that cannot hand actions on to `portal serve`. */
export type PageMode = 'live' | 'read_only'

/** What a page's path and looks depend on. */
export type PageShare = Pick<Share, 'id' | 'kind' | 'scope' | 'rotation'>

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
  row: Page,
  document: Pick<Document, 'generation'>,
  renderer: Pick<Renderer, 'fingerprint'>,
  now: Date,
): boolean {
  return (
    row.generation === document.generation &&
    row.fingerprint === renderer.fingerprint &&
    (row.fresh_until_at === null || row.fresh_until_at > now.toISOString())
  )
}

/** Pages of one mode never pass for those of the other. */
export function pageFingerprint(renderer: Pick<Renderer, 'fingerprint'>, mode: PageMode): string {
  return mode === 'live' ? renderer.fingerprint : `${renderer.fingerprint}:${mode}`
}

/**
 * Renders a page and writes it under `site/`. The returned note of what it shows is to be stored with
 * `putPage` afterwards, so that a crash in between only means that it is written once more.
 */
export async function writePage(
  app: App,
  page: { document: Document; share: PageShare; end: Instant | null; mode?: PageMode },
): Promise<{ html: Buffer; note: Page }> {
  const { document, share, end, mode = 'live' } = page
  const renderer = await app.renderer()
  const token = tokenFor(app.linkKey, share.kind, share.id, share.rotation)
  const { html, fresh_until_at } = renderer.page({
    document,
    path: linkPath(share.kind, token),
    scope: share.scope,
    now: app.clock.now(),
    mode,
  })
  const bytes = Buffer.from(html)
  await app.site.write(pagePath(share, token), bytes)
  const ends = [fresh_until_at, end].filter((instant) => instant !== null)
  return {
    html: bytes,
    note: {
      share_id: share.id,
      document_id: document.id,
      generation: document.generation,
      rotation: share.rotation,
      fingerprint: pageFingerprint(renderer, mode),
      fresh_until_at: ends.sort()[0] ?? null,
    },
  }
}
