import type { MailKind } from '../domain/outbox.ts'

export type Mailbox = { name: string; address: string }

export type Attachment = { filename: string; content: Buffer; content_type: string }

/** A mail ready for delivery: rendered, addressed, not yet MIME. */
export type Mail = {
  kind: MailKind
  /** The document's number for `X-Portal-Document`, which says `none` when this is empty. */
  document: string
  /** `<…@…>`, stable over retries. */
  message_id: string
  from: Mailbox
  to: Mailbox
  cc: Mailbox[]
  bcc: Mailbox[]
  reply_to: Mailbox | null
  /** The address that mail servers report to when they cannot deliver; empty or absent means `from`. */
  bounce_to?: string
  subject: string
  html: string
  text: string
  /** Further headers, e.g. Auto-Submitted, X-Portal-Event. */
  headers: Record<string, string>
  /** Message-ID of the first mail of the thread, if this is a follow-up. */
  in_reply_to: string | null
  attachments: Attachment[]
  date: Date
}

/** Thrown by `deliver`. `permanent`: the server said no for good; otherwise it is worth another try. */
export class DeliveryError extends Error {
  readonly permanent: boolean

  constructor(message: string, permanent: boolean) {
    super(message)
    this.name = 'DeliveryError'
    this.permanent = permanent
  }
}

/** A copy that the server did not take, although it took the mail for `to`. */
export type RefusedCopy = { address: string; reason: string }

/** What became of a mail that was taken. */
export type Delivery = { refused_copies: RefusedCopy[] }

/**
 * Hands a mail over. Returning means that the server (or the folder) has taken it for `to`; when `to` is
 * refused nobody gets it and `deliver` throws DeliveryError.
 */
export type Mailer = {
  deliver(mail: Mail): Promise<Delivery>
  /** Connects and logs in without sending; throws DeliveryError with a sentence for the owner. */
  verify(): Promise<void>
  close(): Promise<void>
}
