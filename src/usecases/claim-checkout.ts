import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import type { Language } from '../domain/language.ts'
import type { PayWish } from '../domain/pay-form.ts'
import {
  findCheckout,
  findOpenCheckout,
  insertCheckout,
  type Lease,
  leaseCheckout,
  updateCheckout,
} from '../store/checkouts.ts'
import { getDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { beginLease, openingLeaseMs } from './lease.ts'
import { isOfOtherMode } from './settle-checkout.ts'

/** How long a page at the provider can be paid, in real time. */
const lifeMs = 2 * 60 * 60_000
/** A page that is about to end is not handed out again. */
const enoughLeftMs = 5 * 60_000
/** Providers open no page that ends sooner than in half an hour. */
const openableMs = 35 * 60_000

/** `live`: the mode in which it would be opened; `lang`: what the customer reads, unless it is the document's. */
export type Wanted = PayWish & {
  document: Document
  share_id: string
  live: boolean
  lang?: Language | undefined
}

export type Claim =
  /** It is there and can be paid. */
  | { next: 'go'; id: string }
  /** This process is to open it at the provider. */
  | { next: 'open'; checkout: Checkout }
  /** Another process is at it. */
  | { next: 'wait' }
  /** Another one is in the way. */
  | { next: 'close'; id: string }
  /** The document is not as the customer saw it a moment ago. */
  | { next: 'look_again' }

/**
 * Finds the one open checkout of a document for what is wanted, or takes the right to open it: whoever writes
 * first opens, and the others wait for it. A row that was left without a page is opened again under its own
 * id, so that the provider knows it for the same.
 */
export async function claimCheckout(app: App, wanted: Wanted): Promise<Claim> {
  return app.db.write(async (trx) => {
    const { document, lang: _, ...wish } = wanted
    const { generation } = await getDocument(trx, document.id)
    if (generation !== document.generation) return { next: 'look_again' }
    const lease = beginLease(openingLeaseMs)
    const open = await findOpenCheckout(trx, document.id)
    if (!open) {
      const checkout = newCheckout(app, wanted, lease)
      await insertCheckout(trx, checkout)
      return { next: 'open', checkout }
    }
    const leftMs = Date.parse(open.expires_at) - Date.parse(lease.realNow)
    const isLeased = open.leased_until !== null && open.leased_until > lease.realNow
    const isWanted = isSame(open, wish, document)
    if (isWanted && open.url !== '' && leftMs > enoughLeftMs) return { next: 'go', id: open.id }
    if (isLeased) return { next: 'wait' }
    const canOpen = isWanted && open.provider_checkout_id === '' && leftMs > openableMs
    if (!canOpen) return { next: 'close', id: open.id }
    await leaseCheckout(trx, open.id, lease)
    return { next: 'open', checkout: open }
  })
}

/**
 * Notes the page that was opened at the provider, and in the timeline that it was: once, also where a lost answer
 * made two ask for it. False when the checkout was closed meanwhile: then the page must be closed too.
 */
export async function notePage(
  app: App,
  { id, document_id, share_id, amount_minor, method, provider }: Checkout,
  page: Pick<Checkout, 'provider_checkout_id' | 'refs' | 'url' | 'account' | 'live'>,
): Promise<boolean> {
  return app.db.write(async (trx) => {
    const before = await findCheckout(trx, id)
    const isOpen = before?.state === 'open'
    const at = app.clock.now().toISOString()
    const changes = { ...page, leased_until: null, updated_at: at }
    await updateCheckout(trx, id, isOpen ? changes : { ...changes, url: '' })
    if (isOpen && before.provider_checkout_id === '') {
      const data = { checkout: id, amount_minor, method, provider }
      await appendEvents(trx, [
        { document_id, type: 'checkout_opened', actor: 'customer', at, share_id, data },
      ])
    }
    return isOpen
  })
}

function isSame(
  open: Checkout,
  { amount_minor, method, provider, live }: PayWish & { live: boolean },
  { content_hash }: Document,
): boolean {
  return (
    open.amount_minor === amount_minor &&
    open.method === method &&
    open.provider === provider &&
    !isOfOtherMode(open, { live }) &&
    open.content_hash === content_hash
  )
}

function newCheckout(app: App, wanted: Wanted, { realNow, until }: Lease): Checkout {
  const { document, share_id, lang = null, amount_minor, method, provider } = wanted
  const at = app.clock.now().toISOString()
  return {
    id: app.ids.next('co'),
    document_id: document.id,
    share_id,
    content_hash: document.content_hash,
    lang,
    provider,
    method,
    amount_minor,
    currency: document.content.currency,
    state: 'open',
    pending_minor: 0,
    provider_checkout_id: '',
    refs: {},
    url: '',
    account: '',
    live: false,
    review: '',
    failure: '',
    created_at: at,
    updated_at: at,
    processing_at: null,
    asked_at: null,
    expires_at: new Date(Date.parse(realNow) + lifeMs).toISOString(),
    returned_at: null,
    leased_until: until,
  }
}
