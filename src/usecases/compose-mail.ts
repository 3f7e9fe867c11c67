import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { shareUrl } from '../domain/link.ts'
import { isAskedFor, isForOwner, type OutboxMessage } from '../domain/outbox.ts'
import { copiesFor } from '../domain/sending.ts'
import type { Share } from '../domain/share.ts'
import type { Attachment, Mail, Mailbox } from '../ports/mailer.ts'
import { getCustomer } from '../store/customers.ts'
import { findThread } from '../store/thread.ts'
import { senderAddress } from './mail-addresses.ts'
import { printLoaded } from './print-document.ts'
import { signedAttachment, subjectOf } from './signed-attachment.ts'
import { stopHeaders, stopLink } from './stop-link.ts'
import { toldNotices } from './told-notices.ts'

/** What a mail is about, as things stand now. */
export type MailSubject = { document: Document | undefined; share: Share | undefined }

/** The whole mail of an outbox message, rendered as things stand now; its link is built only here. */
export async function composeMail(
  app: App,
  message: OutboxMessage,
  { document: current, share }: MailSubject,
): Promise<Mail> {
  const { config } = app
  const document = current && (await subjectOf(app, message, current))
  const { kind, data, message_id } = message
  const customerId = document?.customer_id ?? share?.customer_id
  const customer = customerId ? await getCustomer(app.db.read, customerId) : null
  /* A link that was revoked meanwhile is not given back to life by a mail. */
  const works = share !== undefined && share.revoked_at === null
  const url = works ? shareUrl(config.public_url, app.linkKey, share) : null
  const stop_url = await stopLink(app, message)
  const now = app.clock.now()
  const renderer = await app.renderer(document?.content.locale ?? (customer?.locale || undefined))
  const { name: business } = config.business
  const isCustomer = customer?.email === message.to
  return {
    ...renderer.mail({
      kind,
      document: document ?? null,
      customer,
      url,
      stop_url,
      data,
      notices: await toldNotices(app, message),
      now,
    }),
    kind,
    document: document?.number ?? '',
    message_id,
    from: { name: business, address: senderAddress(config) },
    to: { name: isCustomer ? customer.name : '', address: message.to },
    cc: message.cc.map(unnamed),
    bcc: blindCopies(app, message),
    reply_to: replyTo(app, message),
    bounce_to: config.mail.bounce_to,
    headers: headersOf(message, stop_url),
    in_reply_to: await findThread(app.db.read, message),
    attachments: document ? await attachmentsOf(app, message, document) : [],
    date: now,
  }
}

function unnamed(address: string): Mailbox {
  return { name: '', address }
}

/** The owner's archive gets what customers get, once; but no link that a customer asked for. */
function blindCopies({ config }: App, message: OutboxMessage): Mailbox[] {
  if (isForOwner(message) || isAskedFor(message)) return []
  const open = copiesFor(message.to, message.cc)
  return copiesFor(message.to, [...open, ...config.mail.bcc])
    .slice(open.length)
    .map(unnamed)
}

function replyTo({ config }: App, message: OutboxMessage): Mail['reply_to'] {
  const address = config.mail.reply_to || config.business.email
  return address && !isAutomatic(message) ? { name: config.business.name, address } : null
}

/** What nobody here sent says so (RFC 3834), and is not answered by those who are on holiday. */
const automatic = { 'Auto-Submitted': 'auto-generated' }

function headersOf(message: OutboxMessage, stopUrl: string | null): Record<string, string> {
  if (isAutomatic(message)) return noticeHeaders(message)
  return isAskedFor(message) ? automatic : stopHeaders(stopUrl)
}

function isAutomatic({ kind }: OutboxMessage): boolean {
  return kind === 'owner_notice' || kind === 'test'
}

function noticeHeaders({ data: { event } }: OutboxMessage): Record<string, string> {
  return typeof event === 'string' ? { ...automatic, 'X-Portal-Event': event } : automatic
}

async function attachmentsOf(
  app: App,
  message: OutboxMessage,
  document: Document,
): Promise<Attachment[]> {
  const signed = await signedAttachment(app, message, document)
  if (signed) return [signed]
  if (!message.data.attach_pdf) return []
  const { bytes, filename } = await printLoaded(app, document)
  return [{ filename, content: bytes, content_type: 'application/pdf' }]
}
