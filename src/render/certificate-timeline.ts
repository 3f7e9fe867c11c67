import { type ApprovalKind, isSignedOnPage } from '../domain/approval.ts'
import type { Event, EventType } from '../domain/event.ts'
import type { SignedCopyInput } from '../ports/approval-pages.ts'
import { besides } from './close-off.ts'
import { isolate } from './direction.ts'
import type { Facts } from './facts.ts'
import type { Labels } from './labels.ts'
import { timestamp } from './timestamp.ts'

export type TimelineView = {
  title: string
  columns: { utc: string; zone: string; what: string }
  rows: { utc: string; zone: string; what: string }[]
}

/** What happened up to the signature, in UTC and where the business is. */
export function timelineView(facts: Facts, { events, approval }: SignedCopyInput): TimelineView {
  const { labels, config } = facts
  const words = labels.certificate.timeline
  const zone = config.business.time_zone
  return {
    title: words.title,
    columns: { utc: words.utc, zone: words.zone(zone), what: words.what },
    rows: events.flatMap((event) => {
      const what = tellings[event.type]?.(words.events, textsOf(event)) ?? ''
      if (what === '') return []
      /* The row tells when the owner noted it; the day on which it was said is another. */
      const on =
        event.type === 'approved' && !isSignedOnPage(approval) ? facts.day(approval.at) : ''
      return [
        {
          utc: timestamp(event.at, 'UTC'),
          zone: timestamp(event.at, zone),
          what: besides(labels.language, what, on),
        },
      ]
    }),
  }
}

type Words = Labels['certificate']['timeline']['events']
type Text = (name: string) => string

/** Those that tell how the signature came about; money and notices do not. */
const tellings: Partial<Record<EventType, (words: Words, text: Text) => string>> = {
  created: ({ created }) => created,
  edited: ({ edited }) => edited,
  revised: ({ revised }) => revised,
  sent: ({ sent }, text) => sent(text('version')),
  shared: ({ shared }) => shared,
  mail_sent: ({ mail_sent }, text) => mail_sent(text('to'), text('message_id')),
  mail_failed: ({ mail_failed }, text) => mail_failed(text('to')),
  opened: ({ opened }) => opened,
  viewed: ({ viewed }, text) => viewed[deviceOf(text('device'))],
  downloaded: ({ downloaded }) => downloaded,
  share_revoked: ({ share_revoked }) => share_revoked,
  share_rotated: ({ share_rotated }) => share_rotated,
  declined: ({ declined }) => declined,
  reopened: ({ reopened }) => reopened,
  update_asked: ({ update_asked }) => update_asked,
  link_renewed: ({ link_renewed }, text) => link_renewed(text('to')),
  consented: ({ consented }, text) => consented(text('version')),
  approved: ({ approved }, text) => approved[kindOf(text('kind'))](isolate(text('name'))),
}

function kindOf(kind: string): ApprovalKind {
  return kind === 'typed' || kind === 'drawn' || kind === 'paper' ? kind : 'owner'
}

function deviceOf(device: string): keyof Words['viewed'] {
  return device === 'phone' || device === 'tablet' || device === 'computer' ? device : 'unknown'
}

function textsOf({ data }: Event): Text {
  return (name) => String(data[name] ?? '')
}
