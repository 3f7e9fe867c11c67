import type { App } from '../app.ts'
import type { DeclineForm } from '../domain/decide-form.ts'
import type { Document } from '../domain/document.ts'
import type { ShareKind } from '../domain/share.ts'
import type { DecidingDevice, Undecided } from './approve-on-page.ts'

export type DeclinedOnPage = { status: 'declined'; document: Document } | Undecided

/** The customer declines an estimate on its page, with or without a reason. */
export async function declineOnPage(
  _app: App,
  _input: { kind: ShareKind; token: string; form: DeclineForm; device: DecidingDevice },
): Promise<DeclinedOnPage> {
  throw new Error('not built yet')
}
