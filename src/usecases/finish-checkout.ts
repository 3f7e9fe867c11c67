import type { App } from '../app.ts'
import type { Checkout } from '../domain/checkout.ts'
import { isReturnKey } from '../domain/return-key.ts'
import type { ReturnInput } from '../ports/payment-pages.ts'
import { ProviderError } from '../ports/payment-provider.ts'
import { findCheckout, updateCheckout } from '../store/checkouts.ts'
import { getDocument } from '../store/documents.ts'
import { closeOthers } from './close-if-too-much.ts'
import { returnPage } from './return-page.ts'
import { settleCheckout } from './settle-checkout.ts'

export type FinishedCheckout =
  /** `reason` is for the log: why the provider could not be asked; empty when it answered. */
  { status: 'page'; page: ReturnInput; reason: string } | { status: 'unknown' }

/**
 * What the return page shows: `/go/:id/return?k=…`, with `canceled=1` where the provider sends those who
 * gave up. Asks the provider at most once, and collects what the customer agreed to only if it is still due.
 */
export async function finishCheckout(
  app: App,
  { id, k, canceled }: { id: string; k: string; canceled: boolean },
): Promise<FinishedCheckout> {
  const found = isReturnKey(app.linkKey, id, k) ? await findCheckout(app.db.read, id) : undefined
  if (!found) return { status: 'unknown' }
  const asked = isSettled(found, canceled) ? {} : await ask(app, found, canceled)
  const checkout = (await findCheckout(app.db.read, id)) ?? found
  const document = await getDocument(app.db.read, checkout.document_id)
  const page = await returnPage(app, {
    checkout,
    document,
    came: canceled ? 'canceled' : 'back',
    unreachable: asked.error !== undefined,
    trusted: true,
    reference: asked.error?.request_id ?? '',
  })
  return { status: 'page', page, reason: asked.error?.message ?? '' }
}

/** What cannot turn out otherwise. Someone who comes back may have paid what was closed here meanwhile. */
function isSettled({ state, review }: Checkout, canceled: boolean): boolean {
  if (review !== '' || state === 'succeeded' || state === 'processing') return true
  return state !== 'open' && canceled
}

async function ask(
  app: App,
  { id, returned_at }: Checkout,
  canceled: boolean,
): Promise<{ error?: ProviderError }> {
  try {
    const settled = await settleCheckout(app, id, { capture: !canceled, agreed: !canceled })
    await closeOthers(app, settled)
    return {}
  } catch (error) {
    if (error instanceof ProviderError) return { error }
    throw error
  } finally {
    if (!canceled && returned_at === null) await noteReturn(app, id)
  }
}

/** From then on the page waits some minutes for the provider to say what came of it. */
async function noteReturn(app: App, id: string): Promise<void> {
  const returned_at = new Date().toISOString()
  await app.db.write((trx) => updateCheckout(trx, id, { returned_at }))
}
