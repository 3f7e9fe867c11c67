import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import { linkPath } from '../domain/link.ts'
import { shareEnd, shareState } from '../domain/link-life.ts'
import { whyNotPayable } from '../domain/payable.ts'
import { type ReturnOutcome, returnOutcome } from '../domain/return-outcome.ts'
import type { Share } from '../domain/share.ts'
import type { ReceiptLink, ReturnInput } from '../ports/payment-pages.ts'
import { findShare } from '../store/shares.ts'
import { receiptLinks } from './receipt-links.ts'
import { currentToken } from './write-page.ts'

/** What is known when a page tells what became of a checkout. */
export type Back = {
  checkout: Checkout
  document: Document
  came: 'back' | 'canceled' | 'no'
  unreachable: boolean
  /** Whether the visitor has the return key: only then the page leads anywhere. */
  trusted: boolean
  /** Of a failed call to the provider; empty when there was none. */
  reference: string
}

/** Seconds until a page that does not know the truth yet asks again. */
const refreshS: Partial<Record<ReturnOutcome, number>> = { confirming: 3, unreachable: 15 }

/** The truth about a checkout as a page tells it. */
export async function returnPage(app: App, back: Back): Promise<ReturnInput> {
  const { checkout, document, came, unreachable, trusted, reference } = back
  const { returned_at } = checkout
  const waited_ms = returned_at === null ? 0 : Date.now() - Date.parse(returned_at)
  const outcome = returnOutcome(checkout, document, { came, unreachable, waited_ms })
  const share = trusted ? await activeShare(app, checkout, document) : undefined
  const canPay = app.providers.methods().length > 0 && whyNotPayable(document) === null
  return {
    outcome,
    document,
    checkout,
    path: share ? linkPath(share.kind, currentToken(app, share)) : null,
    receipt: trusted ? receiptOf(app, checkout, document) : null,
    can_pay: canPay && share?.scope === 'full',
    refresh_s: (came === 'no' ? undefined : refreshS[outcome]) ?? null,
    reference,
    now: app.clock.now(),
  }
}

/** The link that it was started from, unless that has ended since. */
async function activeShare(
  app: App,
  { share_id }: Checkout,
  document: Document,
): Promise<Share | undefined> {
  const share = share_id === null ? undefined : await findShare(app.db.read, share_id)
  if (!share) return undefined
  const { links, business } = app.config
  const end = shareEnd(share, document, links, business.time_zone)
  return shareState(share, end, app.clock.now()) === 'active' ? share : undefined
}

function receiptOf(app: App, checkout: Checkout, document: Document): ReceiptLink | null {
  const entry = document.ledger.find(
    ({ kind, checkout_id }) => kind === 'payment' && checkout_id === checkout.id,
  )
  return receiptLinks(app, document).find(({ ledger_id }) => ledger_id === entry?.id) ?? null
}
