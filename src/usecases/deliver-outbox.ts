import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import type { NewEvent } from '../domain/event.ts'
import { shareUrl } from '../domain/link.ts'
import type { OutboxMessage } from '../domain/outbox.ts'
import { nextAttempt } from '../domain/retry.ts'
import type { Share } from '../domain/share.ts'
import { DeliveryError, type Mail, type Mailer } from '../ports/mailer.ts'
import { getCustomer } from '../store/customers.ts'
import type { Trx } from '../store/db.ts'
import { findDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { insertMessage } from '../store/outbox.ts'
import { claimMessages, type Outcome, settleMessage } from '../store/outbox-delivery.ts'
import { findShare } from '../store/shares.ts'
import { noticeAddresses, senderAddress } from './mail-addresses.ts'
import { ownerNotice } from './owner-notice.ts'
import { printDocument } from './print-document.ts'

/** How long a claimed mail is ours, in real time; longer than any single delivery may take. */
const leaseMs = 60_000

export type DeliveryCounts = { sent: number; pending: number; failed: number; canceled: number }

/**
 * Delivers what is due. A mail is claimed, rendered as things stand now, handed over and only then called
 * sent; after a crash between the last two it goes out once more with the same Message-ID.
 */
export async function deliverOutbox(
  app: App,
  { ids, limit = 50 }: { ids?: string[]; limit?: number } = {},
): Promise<DeliveryCounts> {
  const counts: DeliveryCounts = { sent: 0, pending: 0, failed: 0, canceled: 0 }
  const messages = await app.db.write((trx) =>
    claimMessages(trx, {
      now: app.clock.now().toISOString(),
      realNow: new Date().toISOString(),
      leaseMs,
      limit,
      ...(ids ? { ids } : {}),
    }),
  )
  for (const message of messages) {
    const outcome = await deliver(app, message)
    await settle(app, message, outcome)
    counts[outcome.state === 'retry' ? 'pending' : outcome.state] += 1
  }
  return counts
}

async function deliver(app: App, message: OutboxMessage): Promise<Outcome> {
  const document = message.document_id
    ? await findDocument(app.db.read, message.document_id)
    : undefined
  const share = message.share_id ? await findShare(app.db.read, message.share_id) : undefined
  const moot = reasonToCancel(message, document, share)
  if (moot) return { state: 'canceled', error: moot }
  try {
    const mail = await composeMail(app, message, document, share)
    const mailer: Mailer = await app.mailer()
    await mailer.deliver(mail)
    return { state: 'sent', at: app.clock.now().toISOString() }
  } catch (error) {
    return failure(app, message, error)
  }
}

/** A mail whose point is gone is not sent. */
function reasonToCancel(
  message: OutboxMessage,
  document: Document | undefined,
  share: Share | undefined,
): string | undefined {
  if (message.document_id && !document) return 'the document was deleted'
  if (message.share_id && (!share || share.revoked_at)) return 'its link was revoked'
  if (message.kind !== 'owner_notice' && document?.state === 'void') return 'the document is void'
  return undefined
}

async function composeMail(
  app: App,
  message: OutboxMessage,
  document: Document | undefined,
  share: Share | undefined,
): Promise<Mail> {
  const { config } = app
  const renderer = await app.renderer()
  const customer = document ? await getCustomer(app.db.read, document.customer_id) : null
  const now = app.clock.now()
  const url = share ? shareUrl(config.public_url, app.linkKey, share) : null
  const rendered = renderer.mail({
    kind: message.kind,
    document: document ?? null,
    customer,
    url,
    data: message.data,
    now,
  })
  const toCustomer = message.kind !== 'owner_notice' && message.kind !== 'test'
  return {
    ...rendered,
    kind: message.kind,
    document: document?.number ?? '',
    message_id: message.message_id,
    from: { name: config.business.name, address: senderAddress(config) },
    to: {
      name: toCustomer && customer?.email === message.to ? customer.name : '',
      address: message.to,
    },
    cc: message.cc.map((address) => ({ name: '', address })),
    bcc: toCustomer ? config.mail.bcc.map((address) => ({ name: '', address })) : [],
    reply_to: replyTo(app, toCustomer),
    headers: toCustomer ? {} : noticeHeaders(message),
    in_reply_to: null,
    attachments: message.data.attach_pdf && document ? [await pdfAttachment(app, document)] : [],
    date: now,
  }
}

function replyTo(app: App, toCustomer: boolean): Mail['reply_to'] {
  const address = app.config.mail.reply_to || app.config.business.email
  return toCustomer && address ? { name: app.config.business.name, address } : null
}

function noticeHeaders(message: OutboxMessage): Record<string, string> {
  const event = message.data.event
  const automatic = { 'Auto-Submitted': 'auto-generated' }
  return typeof event === 'string' ? { ...automatic, 'X-Portal-Event': event } : automatic
}

async function pdfAttachment(app: App, document: Document): Promise<Mail['attachments'][number]> {
  const { bytes, filename } = await printDocument(app, { number: document.id })
  return { filename, content: bytes, content_type: 'application/pdf' }
}

function failure(app: App, message: OutboxMessage, error: unknown): Outcome {
  const sentence = error instanceof Error ? error.message : String(error)
  if (error instanceof DeliveryError && error.permanent) {
    return { state: 'failed', error: sentence }
  }
  const createdAt = new Date(message.created_at)
  const next = nextAttempt(message.attempts, createdAt, app.clock.now())
  if (!next) return { state: 'failed', error: `given up after 4 days: ${sentence}` }
  return { state: 'retry', error: sentence, next_attempt_at: next.toISOString() }
}

async function settle(app: App, message: OutboxMessage, outcome: Outcome): Promise<void> {
  await app.db.write(async (trx) => {
    await settleMessage(trx, message.id, outcome, message.attempts)
    const event = deliveryEvent(app, message, outcome)
    if (event) await appendEvents(trx, [event])
    if (outcome.state === 'failed') await tellOwner(app, trx, message, outcome.error)
  })
}

function deliveryEvent(app: App, message: OutboxMessage, outcome: Outcome): NewEvent | undefined {
  const isOurs = message.kind === 'owner_notice' || message.data.test
  if (!message.document_id || isOurs || outcome.state === 'retry') return undefined
  const type = `mail_${outcome.state}` as const
  const data = { kind: message.kind, to: message.to, message_id: message.message_id }
  return {
    document_id: message.document_id,
    type,
    actor: 'system',
    at: app.clock.now().toISOString(),
    share_id: message.share_id,
    data: outcome.state === 'sent' ? data : { ...data, error: outcome.error ?? '' },
  }
}

/** A mail to a customer that failed for good; never about a notice itself, which could go round for ever. */
async function tellOwner(app: App, trx: Trx, message: OutboxMessage, error: string): Promise<void> {
  if (message.kind === 'owner_notice' || message.kind === 'test' || message.data.test) return
  const data = { to: message.to, error, kind: message.kind }
  for (const to of noticeAddresses(app.config)) {
    const notice = ownerNotice(app, 'mail_failed', message.document_id, to, data)
    if (notice) await insertMessage(trx, notice)
  }
}
