import type { App } from '../app.ts'
import { nextAttempt } from '../domain/retry.ts'
import { findCheckoutByNames } from '../store/checkouts.ts'
import {
  claimWebhook,
  countDueWebhooks,
  type StoredWebhook,
  settleWebhook,
} from '../store/webhook-events.ts'
import { closeOthers } from './close-if-too-much.ts'
import { beginLease } from './lease.ts'
import { settleCheckout } from './settle-checkout.ts'
import type { WorkProgress } from './work-progress.ts'

export type WebhookCounts = { processed: number; ignored: number; failed: number }

type Outcome = { state: keyof WebhookCounts; error: string }

type Which = { ids?: string[]; limit?: number; watch?: WorkProgress | undefined }

/**
 * Settles the checkouts that stored webhooks are about; those that failed are tried again when due. Each may
 * have to wait for a provider's answer, so `watch` is told before each.
 */
export async function processWebhooks(
  app: App,
  { ids, limit = 100, watch }: Which = {},
): Promise<WebhookCounts> {
  const counts: WebhookCounts = { processed: 0, ignored: 0, failed: 0 }
  const due = watch ? (ids?.length ?? (await countDue(app))) : 0
  for (let taken = 0; taken < limit; taken++) {
    const event = await claimNext(app, ids)
    if (!event) break
    watch?.('webhooks', taken, Math.max(taken, Math.min(due, limit)))
    const outcome = await look(app, event)
    await settle(app, event, outcome)
    counts[outcome.state] += 1
  }
  return counts
}

function countDue(app: App): Promise<number> {
  return countDueWebhooks(app.db.read, app.clock.now().toISOString())
}

function claimNext(app: App, ids?: string[]): Promise<StoredWebhook | undefined> {
  const now = app.clock.now().toISOString()
  return app.db.write((trx) => claimWebhook(trx, { now, ...beginLease(), ...(ids ? { ids } : {}) }))
}

/** What it says is not believed: the provider's API is asked. */
async function look(app: App, event: StoredWebhook): Promise<Outcome> {
  try {
    const checkout = await findCheckoutByNames(app.db.read, event.provider, event)
    if (!checkout) return { state: 'ignored', error: 'it is about no checkout of ours' }
    /* Who was told that it was declined is not charged by word that comes late: only they try again. */
    const capture = checkout.failure === ''
    const settled = await settleCheckout(app, checkout.id, { capture, disputes: true })
    await closeOthers(app, settled)
    return { state: 'processed', error: '' }
  } catch (error) {
    return { state: 'failed', error: error instanceof Error ? error.message : String(error) }
  }
}

async function settle(app: App, event: StoredWebhook, { state, error }: Outcome): Promise<void> {
  const now = app.clock.now()
  const again =
    state === 'failed' ? nextAttempt(event.attempts, new Date(event.received_at), now) : undefined
  await app.db.write((trx) =>
    settleWebhook(trx, event.id, {
      state,
      error,
      processed_at: state === 'failed' ? null : now.toISOString(),
      next_attempt_at: again?.toISOString() ?? null,
    }),
  )
}
