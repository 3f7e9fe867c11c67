import type { EventData } from '../../domain/event.ts'
import type { MailKind } from '../../domain/outbox.ts'

/** A kind of mail in a table: "invoice sent", "owner notice: paid". */
export function mailKindWords({ kind, data }: { kind: MailKind; data: EventData }): string {
  const event = typeof data.event === 'string' ? `: ${data.event}` : ''
  return `${kind}${event}`.replaceAll('_', ' ')
}

/** The same in a sentence that names the document: what brings it is just a mail. */
export function mailNoun(kind: MailKind, event: string | null): string {
  const what = event === null ? '' : ` (${event.replaceAll('_', ' ')})`
  return `${nouns[kind]}${what}`
}

const nouns = {
  invoice_sent: 'mail',
  estimate_sent: 'mail',
  reminder: 'reminder',
  nudge: 'nudge',
  receipt: 'receipt',
  refund: 'word of a refund',
  approved_confirmation: 'confirmation',
  declined_confirmation: 'confirmation',
  history_link: 'link to a history',
  renewed_link: 'fresh link',
  owner_notice: 'notice',
  test: 'test mail',
} as const satisfies Record<MailKind, string>
