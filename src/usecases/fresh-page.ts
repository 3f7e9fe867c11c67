import type { App } from '../app.ts'
import type { Document, Instant } from '../domain/document.ts'
import { pageFingerprint } from '../domain/page-mode.ts'
import type { StalePage } from '../store/pages.ts'
import { keptPrint, printHash } from './print-document.ts'
import { shareSheet } from './print-receipt.ts'
import { renderShare } from './render-share.ts'
import {
  currentToken,
  filesOfTokens,
  pagePath,
  pagePdfPath,
  type SitePage,
  shareOf,
} from './write-page.ts'

/** A page to be written, the document that it shows, and when its link ends. */
export type OpenPage = { row: StalePage; document: Document; end: Instant | null }

/**
 * The files of an active link as they are to be; `writePages` puts them there. A PDF that no longer says the
 * same follows if it was printed already; else it goes until the next `portal build`.
 */
export async function freshPage(app: App, page: OpenPage): Promise<SitePage> {
  const { row, document, end } = page
  const { mode } = row
  const share = shareOf(row)
  const token = currentToken(app, share)
  const { html, fresh_until_at } = await renderShare(app, { document, share, token, mode })
  const ends = [fresh_until_at, end].filter((instant) => instant !== null)
  const files: SitePage['files'] = new Map([[pagePath(share, token), html]])
  const former = filesOfTokens(app, share, row.rotation, row.share_rotation)
  for (const path of former) files.set(path, null)
  return {
    files,
    is_new: row.generation < 0,
    note: {
      share_id: share.id,
      document_id: document.id,
      generation: document.generation,
      rotation: share.rotation,
      fingerprint: pageFingerprint((await app.renderer()).fingerprint, mode),
      fresh_until_at: ends.sort()[0] ?? null,
      pdf_hash: await followWithPdf(app, page, { files, token }),
    },
  }
}

/** Decides about the PDF beside a page. Returns what names the one that lies there then. */
async function followWithPdf(
  app: App,
  { row, document }: OpenPage,
  { files, token }: { files: SitePage['files']; token: string },
): Promise<string | null> {
  if (row.generation < 0) return null
  const path = pagePdfPath(row, token)
  if (!row.pdf_hash) {
    files.set(path, null)
    return null
  }
  const sheet = await shareSheet(app, document, shareOf(row))
  const hash = printHash(app, document, sheet)
  if (hash === row.pdf_hash && row.rotation === row.share_rotation) return hash
  const kept = (await keptPrint(app, document, sheet)) ?? null
  files.set(path, kept)
  return kept && hash
}
