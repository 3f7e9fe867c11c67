import type { Config } from '../config/schema.ts'
import type { Customer, Document, Kind } from '../domain/document.ts'
import { shareKindOf } from '../domain/sending.ts'
import { type ShareKind, sharePaths } from '../domain/share.ts'
import type { MailInput } from '../ports/renderer.ts'
import type { renderedMailKinds } from './mail.ts'
import { withApproval, withDecline } from './sample-decision.ts'
import { sampleCustomer, sampleDocument } from './sample-document.ts'
import { type SampleEvent, sampleNotice, sampleNoticeKind } from './sample-notices.ts'
import { withReceipt, withRefund } from './sample-payment.ts'

type RenderedMailKind = (typeof renderedMailKinds)[number]
type RealDocument = { document: Document; customer: Customer }

/** Which document a kind of mail is shown with when none was named; null for none. */
const sampleKinds = {
  invoice_sent: 'invoice',
  estimate_sent: 'estimate',
  reminder: 'invoice',
  nudge: 'estimate',
  receipt: 'invoice',
  refund: 'invoice',
  approved_confirmation: 'estimate',
  declined_confirmation: 'estimate',
  history_link: 'invoice',
  renewed_link: 'estimate',
  owner_notice: 'invoice',
  test: null,
} satisfies Record<RenderedMailKind, Kind | null>

/**
 * What `portal mail preview <kind> [number]` renders: the named document, or a made-up one. The link looks
 * like a real one and opens nothing. `event` says of what an owner's notice tells.
 */
export function sampleMailInput(
  config: Config,
  kind: RenderedMailKind,
  now: Date,
  { real, event = 'viewed' }: { real?: RealDocument | undefined; event?: SampleEvent } = {},
): MailInput {
  const sampleKind = kind === 'owner_notice' ? sampleNoticeKind(event) : sampleKinds[kind]
  const plain = real?.document ?? (sampleKind && sampleDocument(sampleKind, config, now))
  const document = plain && (within[kind]?.(plain, config, now) ?? plain)
  const customer = real?.customer ?? (document && sampleCustomer(config, now))
  return {
    kind,
    document,
    customer,
    url: document && linkOf(config, kind, document),
    stop_url: `${config.public_url}/${sharePaths.unsubscribe}/${'0'.repeat(32)}`,
    data: (document && sampleData[kind]?.(document, config, now)) ?? {},
    now,
    ...(kind === 'owner_notice' && document ? sampleNotice(event, document, config, now) : {}),
  }
}

/** Mails about money need some on their document, those about a decision need it made. */
const within: Partial<Record<RenderedMailKind, typeof withReceipt>> = {
  receipt: withReceipt,
  refund: withRefund,
  approved_confirmation: withApproval,
  declined_confirmation: withDecline,
}

type SampleData = (document: Document, config: Config, now: Date) => MailInput['data']

const sampleData: Partial<Record<RenderedMailKind, SampleData>> = {
  history_link: (_document, { links }, now) => ({
    expires_at: new Date(now.getTime() + links.history_hours * hourMs).toISOString(),
  }),
  receipt: ({ receipts }) => ({ receipt: receipts.at(-1)?.number ?? '' }),
  refund: ({ receipts, ledger }) => ({
    receipt: receipts.at(-1)?.number ?? '',
    entry: ledger.findLast(({ kind }) => kind === 'refund')?.id ?? '',
  }),
}

function linkOf(config: Config, kind: RenderedMailKind, document: Document): string | null {
  if (kind === 'owner_notice') return null
  return `${config.public_url}/${sharePaths[shareKind(kind, document)]}/${'0'.repeat(32)}`
}

function shareKind(kind: RenderedMailKind, document: Document): ShareKind {
  if (kind === 'history_link') return 'history'
  return kind === 'receipt' || kind === 'refund' ? 'receipt' : shareKindOf(document)
}

const hourMs = 3_600_000
