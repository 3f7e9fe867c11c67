import type { App } from '../app.ts'
import type { Instant } from '../domain/document.ts'
import type { Trx } from '../store/db.ts'
import {
  forgetCheckouts,
  forgetMailTexts,
  forgetWebhookBodies,
  forgottenAtOnce,
} from '../store/retention.ts'
import { touchDocument } from '../store/touch-document.ts'

export type ForgottenCounts = { mails: number; webhooks: number; checkouts: number }

const dayMs = 86_400_000

/**
 * Lets go of details after the days of `retention` in config.yml: what was written into mails, what providers
 * reported, attempts to pay that came to nothing. Books, documents and approvals with their evidence stay.
 * Addresses of visitors are not kept in the first place. What killed processes left half-written goes too.
 */
export async function forgetOld(app: App): Promise<ForgottenCounts> {
  const { mail_days, webhook_days, checkout_days } = app.config.retention
  const before = (days: number): Instant =>
    new Date(app.clock.now().getTime() - days * dayMs).toISOString()
  await app.site.sweep()
  return {
    mails: await inBatches(app, (trx) => forgetMailTexts(trx, before(mail_days))),
    webhooks: await inBatches(app, (trx) => forgetWebhookBodies(trx, before(webhook_days))),
    checkouts: await inBatches(app, (trx) => dropCheckouts(app, trx, before(checkout_days))),
  }
}

async function inBatches(app: App, forget: (trx: Trx) => Promise<number>): Promise<number> {
  let sum = 0
  for (;;) {
    const count = await app.db.write(forget)
    sum += count
    if (count < forgottenAtOnce) return sum
  }
}

async function dropCheckouts(app: App, trx: Trx, before: Instant): Promise<number> {
  const documents = await forgetCheckouts(trx, before)
  const at = app.clock.now().toISOString()
  for (const id of new Set(documents)) await touchDocument(trx, id, at)
  return documents.length
}
