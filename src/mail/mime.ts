import type { Mail, Mailbox } from '../ports/mailer.ts'
import { DeliveryError } from '../ports/mailer.ts'

/** Characters of a subject or a name; a word that cannot be folded must fit a line (RFC 5322 §2.1.1). */
const longestText = 400

/** A mail as bytes, with the addresses it is handed over for; `recipients[0]` is the `to`. */
export type EncodedMail = { sender: string; recipients: string[]; raw: Buffer }

/** Signs a finished message; see dkim.ts. */
export type SignMessage = (message: NodeJS.ReadableStream) => NodeJS.ReadableStream

/**
 * Encodes a mail once, for any transport. Nothing a customer or owner typed can add a header or a
 * recipient: line breaks become spaces, and an address that is not exactly one mailbox is refused
 * (DeliveryError, permanent). Files and URLs are never read on behalf of a mail.
 */
export async function encodeMail(mail: Mail, sign?: SignMessage): Promise<EncodedMail> {
  checkAddresses(mail)
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer')
  const message = new MailComposer({
    from: mailbox(mail.from),
    to: mailbox(mail.to),
    cc: mail.cc.map(mailbox),
    bcc: mail.bcc.map(mailbox),
    ...(mail.reply_to ? { replyTo: mailbox(mail.reply_to) } : {}),
    ...(mail.in_reply_to ? { inReplyTo: mail.in_reply_to, references: mail.in_reply_to } : {}),
    subject: oneLine(mail.subject).slice(0, longestText),
    messageId: mail.message_id,
    date: mail.date,
    headers: ownHeaders(mail),
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments.map((attachment) => ({
      filename: oneLine(attachment.filename),
      content: attachment.content,
      contentType: attachment.content_type,
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'win',
  }).compile()
  if (sign) message.processFunc(sign as never)
  const { from, to } = message.getEnvelope()
  return { sender: from || '', recipients: to, raw: await message.build() }
}

function checkAddresses(mail: Mail): void {
  const all = [
    mail.from,
    mail.to,
    ...mail.cc,
    ...mail.bcc,
    ...(mail.reply_to ? [mail.reply_to] : []),
  ]
  const wrong = all.find(({ address }) => !isOneAddress(address))
  if (wrong) {
    throw new DeliveryError(`"${oneLine(wrong.address)}" is not one e-mail address.`, true)
  }
}

/** The last guard before the wire; what people type is checked in the domain already. */
function isOneAddress(address: string): boolean {
  return /^[^\s\p{C}@,;:<>()[\]"\\]+@[^\s\p{C}@,;:<>()[\]"\\]+$/u.test(address)
}

function mailbox({ name, address }: Mailbox): Mailbox {
  return { name: oneLine(name).slice(0, longestText), address }
}

function ownHeaders(mail: Mail): Record<string, string> {
  const headers = {
    'X-Portal-Kind': mail.kind,
    'X-Portal-Document': mail.document || 'none',
    ...mail.headers,
  }
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, oneLine(value)] as const),
  )
}

/** Control characters, line separators and direction overrides have no place in a header. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e]/g, '')
    .trim()
}
