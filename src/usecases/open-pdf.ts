import type { App } from '../app.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { ClosedLink } from './find-link.ts'
import { openShare } from './open-share.ts'
import { printLoaded } from './print-document.ts'

export type OpenedPdf =
  | { status: 'pdf'; bytes: Buffer; filename: string; share: Share }
  | ClosedLink

/** The PDF behind a link: the document as it stands now. */
export async function openPdf(
  app: App,
  input: { kind: ShareKind; token: string },
): Promise<OpenedPdf> {
  const opened = await openShare(app, input)
  if (opened.status !== 'active') return opened
  const { bytes, filename } = await printLoaded(app, opened.document)
  return { status: 'pdf', bytes, filename, share: opened.share }
}
