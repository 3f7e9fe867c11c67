import type { App } from '../app.ts'
import type { PayForm, PayProblem } from '../domain/pay-form.ts'
import type { Share, ShareKind } from '../domain/share.ts'
import type { PayPage } from './show-pay-page.ts'

export type StartedCheckout =
  /** 303 to `/go/<id>`; the same id for the same amount and method while it is open. */
  | { status: 'started'; id: string }
  /** 422: the page again with its problems. */
  | ({ status: 'invalid'; problems: PayProblem[] } & PayPage)
  /** 409: the page again; `offer` says why. */
  | ({ status: 'not_payable' } & PayPage)
  /** 503: the provider did not answer, or another click is still being served. */
  | ({ status: 'unreachable'; reference: string } & PayPage)
  | { status: 'revoked' | 'expired'; share: Share }
  | { status: 'unknown' }

/**
 * Opens a hosted page at a provider for what the form asks for, once however often it is asked: one open
 * checkout a document. Fields of the form that are none of ours are not looked at.
 */
export function startCheckout(
  _app: App,
  _input: { kind: ShareKind; token: string; form: PayForm },
): Promise<StartedCheckout> {
  throw new Error('not written yet')
}
