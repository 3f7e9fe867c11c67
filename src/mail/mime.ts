import { isEmailAddress } from '../domain/text.ts'
import type { Mail, Mailbox } from '../ports/mailer.ts'
import { DeliveryError } from '../ports/mailer.ts'
import { writeMessage } from './mime-message.ts'
import { oneLine } from './one-line.ts'

/** Characters of a subject or a name; a word that cannot be folded must fit a line (RFC 5322 §2.1.1). */
const longestText = 400

/** A mail as bytes, with the addresses it is handed over for; `recipients[0]` is the `to`. */
export type EncodedMail = { sender: string; recipients: string[]; raw: Buffer }

/** Signs a finished message; see dkim.ts. */
export type SignMessage = (raw: Buffer) => Promise<Buffer>

/**
 * Encodes a mail once, for any transport. Nothing a customer or owner typed can add a header or a
 * recipient: line breaks become spaces, and an address that is not exactly one mailbox is refused
 * (DeliveryError, permanent). Files and URLs are never read on behalf of a mail.
 */
export async function encodeMail(mail: Mail, sign?: SignMessage): Promise<EncodedMail> {
  checkAddresses(mail)
  const { default: MimeNode } = await import('nodemailer/lib/mime-node')
  const type = mail.attachments.length > 0 ? 'multipart/mixed' : 'multipart/alternative'
  const root = new MimeNode(type, { disableFileAccess: true, disableUrlAccess: true })
  for (const [name, value] of Object.entries(headersOf(mail))) root.setHeader(name, value)
  const { from, to } = root.getEnvelope()
  const raw = writeMessage(root, mail)
  return { sender: mail.bounce_to || from || '', recipients: to, raw: sign ? await sign(raw) : raw }
}

function headersOf(mail: Mail) {
  const { in_reply_to, reply_to } = mail
  return {
    From: mailbox(mail.from),
    To: mailbox(mail.to),
    ...(mail.cc.length > 0 ? { Cc: mail.cc.map(mailbox) } : {}),
    // Only for the envelope: it is not written.
    ...(mail.bcc.length > 0 ? { Bcc: mail.bcc.map(mailbox) } : {}),
    ...(reply_to ? { 'Reply-To': mailbox(reply_to) } : {}),
    Subject: oneLine(mail.subject).slice(0, longestText),
    Date: mail.date,
    'Message-ID': oneLine(mail.message_id),
    // Some relays put a Message-ID of their own in its place; a bounce is matched by either.
    'X-Portal-Message-ID': oneLine(mail.message_id),
    ...(in_reply_to ? { 'In-Reply-To': in_reply_to, References: in_reply_to } : {}),
    'X-Portal-Kind': mail.kind,
    'X-Portal-Document': oneLine(mail.document) || 'none',
    ...Object.fromEntries(
      Object.entries(mail.headers).map(([name, value]) => [name, whole(oneLine(value))] as const),
    ),
  }
}

/** An address in brackets stays on the line of its header: some programs look no further. */
function whole(value: string) {
  const isAddress = /^<https?:[!-~]+>$/.test(value)
  return isAddress ? { value, prepared: true, foldLines: false } : value
}

function checkAddresses(mail: Mail): void {
  const all = [
    mail.from,
    mail.to,
    ...mail.cc,
    ...mail.bcc,
    ...(mail.reply_to ? [mail.reply_to] : []),
    ...(mail.bounce_to ? [{ name: '', address: mail.bounce_to }] : []),
  ]
  const wrong = all.find(({ address }) => !isEmailAddress(address))
  if (wrong) {
    throw new DeliveryError(`"${oneLine(wrong.address)}" is not one e-mail address.`, true)
  }
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: oneLine(name).slice(0, longestText), address }
}
