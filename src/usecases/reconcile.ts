import type { App } from '../app.ts'
import type { Checkout, ProviderName } from '../domain/checkout.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import { countReviews, listCheckouts, listCheckoutsSince } from '../store/checkouts.ts'
import { listRefunds } from '../store/refunds.ts'
import { askRefund, checkoutOfEntry } from './ask-refund.ts'
import { closeCheckout } from './close-checkout.ts'
import { closeIfTooMuch, closeOthers } from './close-if-too-much.ts'
import { settleCheckout } from './settle-checkout.ts'
import type { Change } from './tell-turn.ts'

/** The contract's `reconcile`. */
export type Reconciliation = {
  checked: number
  changed: number
  items: {
    number: string
    provider: ProviderName
    checkout_id: string
    found: Change['found']
    amount_minor: number
    currency: string
  }[]
  /** Checkouts that the owner must look at, old ones included. */
  needs_review: number
  /** Checkouts whose provider did not answer; they are asked about again next time. */
  unreachable: number
  /** Why, once each. */
  problems: string[]
}

type Options = { due?: boolean; on_progress?: (done: number, all: number) => void }

/** Providers limit how often they may be asked at once. */
const atOnce = 4
const dayMs = 86_400_000
/** For so long refunds and disputes come; cards allow about four months. */
const watchedDays = 180
/** For so long something that ended unpaid may turn out paid after all. */
const lateDays = 2
/** A payment that is that much older is asked about that much less often by the job. */
const patience = 20

/**
 * Holds the books against the providers': every checkout that is open or on its way, recent payments for
 * refunds and disputes, refunds that are pending. Books what was missed; a second run changes nothing.
 * @param options.due only those whose turn it is, for the job; else all
 */
export async function reconcile(app: App, options: Options = {}): Promise<Reconciliation> {
  const all = await checkoutsToAsk(app)
  const asked = options.due ? all.filter((checkout) => isDue(app, checkout)) : all
  const result: Reconciliation = {
    checked: asked.length,
    changed: 0,
    items: [],
    needs_review: 0,
    unreachable: 0,
    problems: [],
  }
  const queue = [...asked]
  const faults: unknown[] = []
  const work = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await askOne(app, next, result).catch((fault) => faults.push(fault))
      options.on_progress?.(asked.length - queue.length, asked.length)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  /* A fault of ours does not keep the others from being looked at. */
  if (faults.length > 0) throw faults[0]
  result.changed = new Set(result.items.map(({ checkout_id }) => checkout_id)).size
  result.needs_review = await countReviews(app.db.read)
  return result
}

async function checkoutsToAsk(app: App): Promise<Checkout[]> {
  const ago = (days: number) => new Date(app.clock.now().getTime() - days * dayMs).toISOString()
  const found = [
    ...(await listCheckouts(app.db.read, { states: ['open', 'processing'] })),
    ...(await listCheckoutsSince(app.db.read, ['succeeded'], ago(watchedDays))),
    ...(await listCheckoutsSince(app.db.read, ['failed', 'expired', 'canceled'], ago(lateDays))),
  ]
  for (const { ledger_id } of await listRefunds(app.db.read, { state: 'pending' })) {
    const checkout = await checkoutOfEntry(app, ledger_id)
    if (checkout && found.every(({ id }) => id !== checkout.id)) found.push(checkout)
  }
  return found.filter((checkout) => canTell(app, checkout))
}

/** What is done with at a provider that is not used any more is left alone; what is open there is a problem. */
function canTell(app: App, { provider, state }: Checkout): boolean {
  return state === 'open' || state === 'processing' || app.providers.enabled().includes(provider)
}

/** What is open is always asked about; what was paid long ago, less and less often. */
function isDue(app: App, { state, updated_at, asked_at }: Checkout): boolean {
  if (state !== 'succeeded' || asked_at === null) return true
  const now = app.clock.now().getTime()
  const ageMs = now - Date.parse(updated_at)
  if (ageMs < lateDays * dayMs) return true
  return now - Date.parse(asked_at) >= ageMs / patience
}

async function askOne(app: App, asked: Checkout, result: Reconciliation): Promise<void> {
  const { id, failure } = asked
  try {
    /* Who was told that it was declined is not charged behind their back: only they try again. */
    const capture = failure === ''
    const settled = await settleCheckout(app, id, { capture, disputes: true })
    const { document, checkout, changes } = settled
    await closeOthers(app, settled)
    /* As it could not be when the rest came by other means. */
    if (checkout.state === 'open') await closeIfTooMuch(app, document.id)
    const found = [
      ...changes,
      ...(await endIfOver(app, checkout)),
      ...(await retryRefunds(app, id)),
    ]
    const { provider, currency } = checkout
    for (const change of found) {
      result.items.push({ number: document.number, provider, checkout_id: id, currency, ...change })
    }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    result.unreachable += 1
    if (!result.problems.includes(error.message)) result.problems.push(error.message)
  }
}

/** Some providers' pages have no end of their own. */
async function endIfOver(app: App, checkout: Checkout): Promise<Change[]> {
  const { id, state, expires_at, amount_minor } = checkout
  if (state !== 'open' || Date.parse(expires_at) > Date.now()) return []
  const ended = await closeCheckout(app, id, 'expired')
  return ended === 'expired' ? [{ found: 'expired', amount_minor }] : []
}

/** Refunds whose answer got lost, and of which the provider knows nothing: they are asked for again. */
async function retryRefunds(app: App, checkoutId: string): Promise<Change[]> {
  const changes: Change[] = []
  for (const refund of await listRefunds(app.db.read, { state: 'pending' })) {
    if (refund.provider_refund_id !== '') continue
    if ((await checkoutOfEntry(app, refund.ledger_id))?.id !== checkoutId) continue
    const { state, amount_minor } = await askRefund(app, refund.id, { is_later: true })
    if (state === 'succeeded') changes.push({ found: 'refund', amount_minor: -amount_minor })
    if (state === 'failed') changes.push({ found: 'refund_failed', amount_minor })
  }
  return changes
}
