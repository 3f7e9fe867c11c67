import { setTimeout as sleep } from 'node:timers/promises'
import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import { type Language, localeShown } from '../domain/language.ts'
import { type PayForm, type PayProblem, readPayForm } from '../domain/pay-form.ts'
import type { ShareKind } from '../domain/share.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import { type Claim, claimCheckout, notePage, type Wanted } from './claim-checkout.ts'
import { closeCheckout } from './close-checkout.ts'
import type { ClosedLink } from './find-link.ts'
import { openAtProvider } from './open-at-provider.ts'
import { providerOf } from './provider-of.ts'
import { providerCheckout } from './settle-checkout.ts'
import { openPayPage, type PayPage } from './show-pay-page.ts'

export type StartedCheckout =
  /** 303 to `/go/<id>`; the same id for the same amount and method while it is open. */
  | { status: 'started'; id: string }
  /** 422: the page again with its problems. */
  | ({ status: 'invalid'; problems: PayProblem[] } & PayPage)
  /** 409: the page again; `offer` says why. */
  | ({ status: 'not_payable' } & PayPage)
  /** 503: the provider did not answer, or another click is still being served. `reason` is for the log. */
  | ({ status: 'unreachable'; reference: string; reason: string } & PayPage)
  | ClosedLink

/** A click waits so long for the page that another click is opening. */
const patienceMs = 8_000
const [firstPauseMs, longestPauseMs] = [20, 250]

/**
 * Opens a hosted page at a provider for what the form asks for, once however often it is asked: one open
 * checkout a document. Fields of the form that are none of ours are not looked at.
 */
export async function startCheckout(
  app: App,
  input: { kind: ShareKind; token: string; form: PayForm; lang?: Language | undefined },
): Promise<StartedCheckout> {
  const until = Date.now() + patienceMs
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
    const opened = await openPayPage(app, input)
    if (opened.status !== 'page') return opened
    const { status: _, chargers, ...page } = opened
    const { offer: options, document, share } = page
    if (typeof options === 'string') return { status: 'not_payable', ...page }
    const locale = localeShown(document.content.locale, input.lang)
    const offer = { options, chargers, locale }
    const wish = readPayForm(input.form, offer)
    if (Array.isArray(wish)) return { status: 'invalid', problems: wish, ...page }
    try {
      const { live } = await providerOf(app, wish.provider)
      const id = await advance(app, {
        ...wish,
        live,
        document,
        share_id: share.id,
        lang: input.lang,
      })
      if (id !== null) return { status: 'started', id }
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      const { request_id: reference, message: reason } = error
      return { status: 'unreachable', reference, reason, ...page }
    }
    if (Date.now() > until) {
      const reason = 'another click is still being served'
      return { status: 'unreachable', reference: '', reason, ...page }
    }
    await sleep(pauseMs)
  }
}

/** One step towards the page; null when things are to be looked at again. */
async function advance(app: App, wanted: Wanted): Promise<string | null> {
  const claim: Claim = await claimCheckout(app, wanted)
  switch (claim.next) {
    case 'go':
      return claim.id
    case 'open':
      return (await openPage(app, claim.checkout, wanted.document)) ? claim.checkout.id : null
    case 'close':
      await closeCheckout(app, claim.id)
      return null
    case 'wait':
    case 'look_again':
      return null
  }
}

/** False when it was closed again before it was open, as by an edit of the document. */
async function openPage(app: App, checkout: Checkout, document: Document): Promise<boolean> {
  const page = await openAtProvider(app, checkout, document)
  if (await notePage(app, checkout, page)) return true
  const provider = await providerOf(app, checkout.provider)
  await provider.expireCheckout(providerCheckout({ ...checkout, ...page }))
  return false
}
