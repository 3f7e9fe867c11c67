import type { Config } from '../config/schema.ts'
import { civilDateIn } from '../domain/dates.ts'
import type { Document, Kind } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import { refusedSentence } from '../domain/mail-trouble.ts'
import { type NoticeType, noticeTypes } from '../domain/notice-types.ts'
import type { MailInput } from '../ports/renderer.ts'

/** What the owner is told of, one mail each, and the daily mail that tells all of it. */
export const sampleEvents = [...noticeTypes, 'digest'] as const
export type SampleEvent = (typeof sampleEvents)[number]

const money = { amount_minor: 250_000, method: 'stripe_card', provider: 'stripe' }
const to = 'john.smith@example.com'

/** Facts as they stand in the outbox. */
const facts = {
  viewed: { label: `sent to ${to}` },
  approved: { name: 'John Smith', kind: 'typed' },
  declined: { reason: 'We decided to wait until spring.' },
  paid: { ...money, receipt: 'RCT-0001', balance_minor: 732_800 },
  payment_failed: { ...money, method: 'stripe_ach', reason: 'The account has too little money.' },
  refunded: { ...money, reason: 'One day less of labor.' },
  disputed: { ...money, reason: 'product_not_received', due_at: '2030-01-31T00:00:00.000Z' },
  needs_review: { ...money, reason: '$25.00 more than was due was paid.' },
  mail_failed: {
    to,
    mail: 'msg_7k3mq9x2abcd',
    error: refusedSentence('The mail server smtp.example', to, '550 5.1.1 No such mailbox'),
  },
  question: {},
} satisfies Record<NoticeType, EventData>

/** Which kind of document a made-up notice is about. */
export function sampleNoticeKind(event: SampleEvent): Kind {
  return ['approved', 'declined', 'question'].includes(event) ? 'estimate' : 'invoice'
}

/** A made-up notice, or a day full of them. */
export function sampleNotice(
  event: SampleEvent,
  document: Document,
  config: Config,
  now: Date,
): Pick<MailInput, 'document' | 'data' | 'notices'> {
  if (event !== 'digest') return { document, data: { event, ...facts[event] } }
  const on = civilDateIn(config.business.time_zone, now)
  const told = noticeTypes.filter((type) => sampleNoticeKind(type) === document.kind)
  const notices = told.map((type) => ({
    document,
    data: { event: type, ...facts[type] },
    at: now.toISOString(),
  }))
  return { document: null, data: { event, on, count: notices.length }, notices }
}
