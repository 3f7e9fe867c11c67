import type { App } from '../app.ts'
import { type DecideProblem, isAbout, type NotDecidable } from '../domain/decide-form.ts'
import type { ShareKind } from '../domain/share.ts'
import type { Reader } from '../store/db.ts'
import type { ClosedLink } from './find-link.ts'
import { type DecidePage, showDecidePage } from './show-decide-page.ts'

/** Where a decision comes from, as the server sees it. */
export type DecidingDevice = { ip: string; user_agent: string }

/** What a customer sent, from where. */
export type DecideRequest<Form extends { version: string }> = {
  kind: ShareKind
  token: string
  form: Form
  device: DecidingDevice
}

/** What became of a decision that did not come about. */
export type Undecided =
  /** 422: the form again with its problems. */
  ({ status: 'invalid'; problems: DecideProblem[]; changed: false } & DecidePage) | OutOfDate

type OutOfDate =
  /** 409: the form showed something else; the page shows what stands now. */
  | ({ status: 'changed' } & DecidePage)
  /** 409: nothing can be decided here now, and the page says why. */
  | ({ status: 'closed'; closed: NotDecidable } & Omit<DecidePage, 'closed'>)
  | ClosedLink

/**
 * The page of a form that came in, if its estimate can be decided now and is the one that the form showed.
 * Whoever writes looks again inside the transaction: there it holds.
 */
export async function decidablePage(
  app: App,
  input: { kind: ShareKind; token: string; form: { version: string } },
  r: Reader = app.db.read,
): Promise<({ status: 'page' } & DecidePage) | OutOfDate> {
  const page = await showDecidePage(app, input, r)
  if (page.status !== 'page') return page
  const { closed } = page
  if (closed !== null) return { ...page, status: 'closed', closed }
  if (!isAbout(page.document, input.form.version)) return { ...page, status: 'changed' }
  return page
}
