import { type Share, type ShareKind, sharePaths } from './share.ts'
import { tokenFor } from './token.ts'

/** The path of what a token opens, e.g. `/i/<token>`. */
export function linkPath(kind: ShareKind, token: string): string {
  return `/${sharePaths[kind]}/${token}`
}

/** The current path of a share; its token is derived anew each time and stored nowhere. */
function sharePath(linkKey: Buffer, share: Pick<Share, 'id' | 'kind' | 'rotation'>): string {
  return linkPath(share.kind, tokenFor(linkKey, share.kind, share.id, share.rotation))
}

/** The whole secret URL. Always built from the configured public URL, never from a request's Host. */
export function shareUrl(
  publicUrl: string,
  linkKey: Buffer,
  share: Pick<Share, 'id' | 'kind' | 'rotation'>,
): string {
  return publicUrl.replace(/\/+$/, '') + sharePath(linkKey, share)
}
