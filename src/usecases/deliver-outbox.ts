import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { EventData, NewEvent } from '../domain/event.ts'
import { isForOwner, type OutboxMessage, outlivesDocument, outlivesLink } from '../domain/outbox.ts'
import { givenUp, nextAttempt } from '../domain/retry.ts'
import type { Share } from '../domain/share.ts'
import { DeliveryError, type RefusedCopy } from '../ports/mailer.ts'
import type { Trx } from '../store/db.ts'
import { findDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { getMessage } from '../store/outbox.ts'
import { claimMessages, type Outcome, settleMessage } from '../store/outbox-delivery.ts'
import { releaseReminder } from '../store/reminders.ts'
import { findShare } from '../store/shares.ts'
import { checkRoom } from './check-room.ts'
import { composeMail } from './compose-mail.ts'
import { recheckAsked } from './recheck-asked.ts'
import { recheckReminder } from './recheck-reminder.ts'
import { reasonToWait } from './signed-attachment.ts'
import { tellOwner } from './tell-owner.ts'

/** How long a claimed mail is ours, in real time; longer than any single delivery may take. */
const leaseMs = 60_000
/** A mail that takes longer to put together is claimed anew: SMTP needs up to 55 s of the lease. */
const patienceMs = 5_000

export type DeliveryCounts = { sent: number; pending: number; failed: number; canceled: number }

/**
 * Delivers what is due. A mail is claimed, rendered as things stand now, handed over and only then called
 * sent; after a crash between the last two it goes out once more with the same Message-ID.
 */
export async function deliverOutbox(
  app: App,
  { ids, limit = 50 }: { ids?: readonly string[]; limit?: number } = {},
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, pending: 0, failed: 0, canceled: 0 }
  for (let taken = 0; taken < limit; taken++) {
    await checkRoom(app)
    const message = await claimNext(app, ids)
    if (!message) break
    const ended = await deliver(app, message)
    await settleWhileOurs(app, message, ended)
    const { state } = ended.outcome
    counts[state === 'retry' ? 'pending' : state] += 1
  }
  return counts
}

/** One at a time: a mail claimed together with a slow one could lose its lease and go out twice. */
async function claimNext(app: App, ids?: readonly string[]): Promise<OutboxMessage | undefined> {
  const [message] = await app.db.write((trx) =>
    claimMessages(trx, {
      now: app.clock.now().toISOString(),
      realNow: new Date().toISOString(),
      leaseMs,
      limit: 1,
      ...(ids ? { ids } : {}),
    }),
  )
  return message
}

/** How a delivery ended, and who of those with a copy got none. */
type Ended = { outcome: Outcome; refused: RefusedCopy[] }

async function deliver(app: App, message: OutboxMessage): Promise<Ended> {
  const claimedMs = Date.now()
  const waits = await reasonToWait(app, message)
  const document = message.document_id
    ? await findDocument(app.db.read, message.document_id)
    : undefined
  const share = message.share_id ? await findShare(app.db.read, message.share_id) : undefined
  const moot = reasonToCancel(message, document, share)
  if (moot) return { outcome: { state: 'canceled', error: moot }, refused: [] }
  const gone = await recheckAsked(app, message, share)
  if (gone) return { outcome: { state: 'canceled', error: gone }, refused: [] }
  const rechecked = await recheckReminder(app, message)
  if (rechecked) return { outcome: rechecked, refused: [] }
  if (waits) return { outcome: later(app, waits), refused: [] }
  try {
    const mail = await composeMail(app, message, { document, share })
    const mailer = await app.mailer()
    if (Date.now() - claimedMs > patienceMs) return { outcome: again(app), refused: [] }
    const { refused_copies: refused } = await mailer.deliver(mail)
    return { outcome: { state: 'sent', at: app.clock.now().toISOString() }, refused }
  } catch (error) {
    return { outcome: failure(app, message, error), refused: [] }
  }
}

/** A mail whose point is gone is not sent. */
function reasonToCancel(
  message: OutboxMessage,
  document: Document | undefined,
  share: Share | undefined,
): string | undefined {
  if (message.document_id && !document) return 'the document was deleted'
  const isLinkGone = message.share_id !== null && (!share || share.revoked_at !== null)
  if (isLinkGone && !outlivesLink(message.kind)) return 'its link was revoked'
  if (!outlivesDocument(message.kind) && document?.state === 'void') return 'the document is void'
  return undefined
}

/**
 * Time for a missing browser to come. The mail is not given up meanwhile, for nothing was tried, and then it has
 * all its days.
 */
const waitMs = 5 * 60_000

function later(app: App, error: string): Outcome {
  const next_attempt_at = new Date(app.clock.now().getTime() + waitMs).toISOString()
  return { state: 'retry', error, next_attempt_at, retry_since: next_attempt_at }
}

/** What took long was a PDF, and that is kept now. */
function again(app: App): Outcome {
  const error = 'its PDF took long to print'
  return { state: 'retry', error, next_attempt_at: app.clock.now().toISOString() }
}

function failure(app: App, message: OutboxMessage, error: unknown): Outcome {
  const sentence = error instanceof Error ? error.message : String(error)
  if (error instanceof DeliveryError && error.permanent) {
    return { state: 'failed', error: sentence }
  }
  const since = new Date(message.retry_since ?? message.created_at)
  const next = nextAttempt(message.attempts, since, app.clock.now())
  if (!next) return { state: 'failed', error: `${givenUp}: ${sentence}` }
  return { state: 'retry', error: sentence, next_attempt_at: next.toISOString() }
}

/** Whoever keeps the database busy must not make a mail go out twice: there is time until the lease ends. */
async function settleWhileOurs(app: App, message: OutboxMessage, ended: Ended): Promise<void> {
  for (;;) {
    try {
      return await settle(app, message, ended)
    } catch (error) {
      const isBusy = error instanceof PortalError && error.code === 'busy'
      if (!isBusy || new Date().toISOString() >= (message.leased_until ?? '')) throw error
    }
  }
}

async function settle(
  app: App,
  message: OutboxMessage,
  { outcome, refused }: Ended,
): Promise<void> {
  await app.db.write(async (trx) => {
    if (!(await isStillOurs(trx, message))) return
    await settleMessage(trx, message.id, outcome, message.attempts)
    if (outcome.state === 'canceled') await releaseReminder(trx, message.id)
    await appendEvents(trx, deliveryEvents(app, message, { outcome, refused }))
    const { id: mail, to } = message
    if (outcome.state === 'failed') {
      await tellOfFailure(app, trx, message, { to, error: outcome.error, mail })
    }
    for (const { address, reason } of refused) {
      await tellOfFailure(app, trx, message, { to: address, error: reason })
    }
  })
}

/** Not when our lease ran out and another process took it over, or when its document is gone. */
async function isStillOurs(trx: Trx, { id, attempts }: OutboxMessage): Promise<boolean> {
  try {
    const now = await getMessage(trx, id)
    return now.state === 'sending' && now.attempts === attempts
  } catch (error) {
    if (error instanceof PortalError && error.code === 'not_found') return false
    throw error
  }
}

function deliveryEvents(app: App, message: OutboxMessage, { outcome, refused }: Ended): NewEvent[] {
  const { document_id, share_id, kind, to, message_id } = message
  const { state } = outcome
  if (!document_id || isForOwner(message) || state === 'retry') return []
  const at = app.clock.now().toISOString()
  const event = (type: NewEvent['type'], data: EventData): NewEvent => ({
    document_id,
    type,
    actor: 'system',
    at,
    share_id,
    data: { kind, message_id, ...data },
  })
  const error: EventData = outcome.state === 'sent' ? {} : { error: outcome.error ?? '' }
  return [
    event(`mail_${state}`, { to, ...error }),
    ...refused.map(({ address, reason }) => event('mail_failed', { to: address, error: reason })),
  ]
}

/** A mail to a customer that failed for good; never about a notice itself, which could go round for ever. */
async function tellOfFailure(
  app: App,
  trx: Trx,
  message: OutboxMessage,
  about: { to: string; error: string; mail?: string },
): Promise<void> {
  if (isForOwner(message)) return
  const { document_id, kind } = message
  await tellOwner(app, trx, 'mail_failed', { document_id, data: { ...about, kind } })
}
