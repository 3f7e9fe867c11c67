import type { Config } from '../config/schema.ts'
import type { Customer, Document, Kind } from '../domain/document.ts'
import { shareKindOf } from '../domain/sending.ts'
import { sharePaths } from '../domain/share.ts'
import type { MailInput } from '../ports/renderer.ts'
import type { renderedMailKinds } from './mail.ts'
import { sampleCustomer, sampleDocument } from './sample-document.ts'

type RenderedMailKind = (typeof renderedMailKinds)[number]

/** Which document a kind of mail is shown with when none was named; null for none. */
const sampleKinds = {
  invoice_sent: 'invoice',
  estimate_sent: 'estimate',
  owner_notice: 'invoice',
  test: null,
} satisfies Record<RenderedMailKind, Kind | null>

const sampleData: Partial<Record<RenderedMailKind, MailInput['data']>> = {
  owner_notice: { event: 'viewed', label: 'sent to john.smith@example.com' },
}

/**
 * What `portal mail preview <kind> [number]` renders: the named document, or a made-up one. The link looks
 * like a real one and opens nothing.
 */
export function sampleMailInput(
  config: Config,
  kind: RenderedMailKind,
  now: Date,
  real?: { document: Document; customer: Customer },
): MailInput {
  const sampleKind = sampleKinds[kind]
  const document = real?.document ?? (sampleKind && sampleDocument(sampleKind, config, now))
  const customer = real?.customer ?? (document && sampleCustomer(config, now))
  const path = document && kind !== 'owner_notice' ? sharePaths[shareKindOf(document)] : null
  return {
    kind,
    document,
    customer,
    url: path && `${config.public_url}/${path}/${'0'.repeat(32)}`,
    data: sampleData[kind] ?? {},
    now,
  }
}
