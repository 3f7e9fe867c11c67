import type { CivilDate, Customer, Document, Instant } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import type { Language } from '../domain/language.ts'
import type { MailKind } from '../domain/outbox.ts'
import type { ShareScope } from '../domain/share.ts'
import type { ApprovalPages } from './approval-pages.ts'
import type { HistoryPages } from './history-pages.ts'
import type { PaymentPages, ReceiptLink } from './payment-pages.ts'

/** A file under `/assets/`; its name carries a hash of its bytes. */
export type Asset = { name: string; bytes: Buffer; content_type: string }

/** In which language a page is shown; absent, the document's own. Dates and amounts follow it. */
export type Shown = { lang?: Language | undefined }

export type PageInput = Shown & {
  document: Document
  /** Where the page lives, e.g. `/i/<token>`; actions are relative to it. */
  path: string
  scope: ShareScope
  now: Date
  /** `live` is served by `portal serve` or before it; `read_only` has no actions; `preview` is the owner's view. */
  mode: 'live' | 'read_only' | 'preview'
  /** Of the document's payments, as links that work; without them the page only names the receipts. */
  receipts?: ReceiptLink[]
  /** The latest attempt, when it was a bank payment that failed and nothing was paid since. */
  failed_payment?: { amount_minor: number } | null
}

export type NoticeKind =
  | 'unknown'
  | 'revoked'
  | 'expired_link'
  | 'expired_history'
  | 'renewed'
  | 'history_sent'
  | 'too_many'
  | 'error'
  | 'unavailable'
  /** In place of an action while `portal serve` does not answer; a file that web servers send. */
  | 'resting'

export type NoticeInput = {
  kind: NoticeKind
  reference: string
  /** Whose reader it speaks to; the business's where absent. */
  locale?: string | undefined
  /** Where the form `#renew` posts to; null or absent where no fresh link can be asked for. */
  renew_path?: string | null
  /** Where its reader came from; absent where there is no way back. */
  back_path?: string
  /** The day on which a newer version was sent in place of what a revoked link showed. */
  replaced_on?: CivilDate | null
}

export type RenderedPage = {
  html: string
  /** The next instant at which a fact derived from the date changes; null when none will. */
  fresh_until_at: Instant | null
}

export type MailInput = {
  kind: MailKind
  document: Document | null
  customer: Customer | null
  /** The secret link, built at delivery; null for owner's notices. */
  url: string | null
  /** Reminders and nudges: the link that stops them. */
  stop_url?: string | null
  /**
   * Facts of the outbox message. `receipt` and `refund`: `receipt`, its number; `refund` also `entry`, the
   * refund's id in the ledger. Notices about money: `amount_minor`, `method`, `provider`, `reason`, `entry`.
   * `declined_confirmation` and its notice: `reason`; the notice `approved`: `name` and `kind` of who signed.
   * `history_link`: `expires_at`.
   */
  data: EventData
  /** What the owner's daily mail tells. */
  notices?: ToldNotice[]
  now: Date
}

/** One thing that happened, with its document as it stands; `data` as in a notice about it alone. */
export type ToldNotice = { document: Document | null; data: EventData; at: Instant }

/** `GET /u/:token`, and what a POST without a choice shows again. */
export type StopInput = {
  document: Document
  /** `/u/<token>`. */
  path: string
  /** Which reminders are stopped. */
  stopped: 'document' | 'customer' | null
  /** Nothing was chosen. */
  missing: boolean
}

export type RenderedMail = { subject: string; html: string; text: string }

/** Turns documents into pages, print sheets and mails: the only place that formats for customers. */
export type Renderer = {
  /** Changes whenever theme, templates or the shown configuration change: pages made before it are stale. */
  fingerprint: string
  /**
   * Loads the words of a locale's language, of every language without one. To be awaited before anything in
   * that language is rendered; the business's own is always there.
   */
  speak(locale?: string): Promise<void>
  /** Remarks worth telling the owner, e.g. a brand colour darkened until its contrast is readable. */
  remarks: string[]
  page(input: PageInput): RenderedPage
  notice(input: NoticeInput): string
  /** The sheet to print, with everything inlined. */
  pdf(document: Document): string
  mail(input: MailInput): RenderedMail
  payments: PaymentPages
  approvals: ApprovalPages
  history: HistoryPages
  /** Stops reminders, or says that they are stopped. */
  stop(input: StopInput): string
  assets(): Asset[]
}
