import type { App } from '../app.ts'
import type { ShareKind } from '../domain/share.ts'

/** Mails a fresh link to the address on file, at most once an hour; who asks is never told whether. */
export async function renewLink(
  _app: App,
  _input: { kind: ShareKind; token: string },
): Promise<void> {
  throw new Error('not built yet')
}
