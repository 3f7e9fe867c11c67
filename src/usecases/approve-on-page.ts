import type { App } from '../app.ts'
import type { ApproveForm, DecideProblem, NotDecidable } from '../domain/decide-form.ts'
import type { Document } from '../domain/document.ts'
import type { ShareKind } from '../domain/share.ts'
import type { ClosedLink, DecidePage } from './show-decide-page.ts'

/** Where a decision came from, as the server saw it. */
export type DecidingDevice = { ip: string; user_agent: string }

/** What became of a decision that did not come about. */
export type Undecided =
  /** 422: the form again with its problems. */
  | ({ status: 'invalid'; problems: DecideProblem[]; changed: false } & DecidePage)
  /** 409: the form was about another version; the page shows the one that stands now. */
  | ({ status: 'changed' } & DecidePage)
  /** 409: nothing can be decided here now, and the page says why. */
  | ({ status: 'closed'; closed: NotDecidable } & Omit<DecidePage, 'closed'>)
  | ClosedLink

export type ApprovedOnPage = { status: 'approved'; document: Document } | Undecided

/** The customer approves and signs an estimate on its page: all of it in one transaction, or nothing. */
export async function approveOnPage(
  _app: App,
  _input: { kind: ShareKind; token: string; form: ApproveForm; device: DecidingDevice },
): Promise<ApprovedOnPage> {
  throw new Error('not built yet')
}
