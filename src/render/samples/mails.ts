import type { Document } from '../../domain/document.ts'
import type { MailInput } from '../../ports/renderer.ts'
import type { Sample } from '../../ports/sample.ts'
import { renderedMailKinds } from '../mail.ts'
import { sampleMailInput } from '../mail-sample.ts'
import { type SampleEvent, sampleEvents } from '../sample-notices.ts'
import type { Scene } from './scene.ts'

type RenderedMailKind = (typeof renderedMailKinds)[number]

/** Every mail, to customers and to the owner. */
export function mails(scene: Scene): Sample[] {
  const kinds = renderedMailKinds.filter((kind) => kind !== 'owner_notice')
  const late = scene.document('invoice', { issued: -40, content: { due_on: scene.day(-20) } })
  return [
    ...kinds.flatMap((kind) => {
      const plain = mail(scene, { id: kind, title: titles[kind], kind })
      const named = { id: 'reminder_late', title: 'Reminder, long overdue', kind }
      return kind === 'reminder' ? [plain, mail(scene, named, late)] : [plain]
    }),
    ...sampleEvents.map((event) =>
      mail(scene, { id: `owner_${event}`, title: events[event], kind: 'owner_notice', event }),
    ),
  ]
}

const titles = {
  invoice_sent: 'Invoice',
  estimate_sent: 'Estimate',
  reminder: 'Reminder',
  nudge: 'Nudge',
  receipt: 'Receipt',
  refund: 'Refund',
  approved_confirmation: 'Approved',
  declined_confirmation: 'Declined',
  history_link: 'Link to the history',
  renewed_link: 'Fresh link',
  owner_notice: 'Notice',
  test: 'Test mail',
} as const satisfies Record<RenderedMailKind, string>

const events = {
  viewed: 'Viewed',
  approved: 'Approved',
  declined: 'Declined',
  paid: 'Paid',
  payment_failed: 'Payment failed',
  refunded: 'Refunded',
  disputed: 'Disputed',
  needs_review: 'Needs your look',
  mail_failed: 'Mail did not arrive',
  question: 'Question',
  digest: 'All of a day in one',
} as const satisfies Record<SampleEvent, string>

type Named = { id: string; title: string; kind: RenderedMailKind; event?: SampleEvent }

function mail(scene: Scene, named: Named, document?: Document): Sample {
  const { id, title, kind, event } = named
  const isOwners = kind === 'owner_notice' || kind === 'test'
  return {
    kind: 'mail',
    id: `mail-${id.replaceAll('_', '-')}`,
    group: isOwners ? 'owner' : 'mails',
    title,
    leads: {},
    mail: (renderer) => renderer.mail(inputOf(scene, kind, event, document)),
  }
}

function inputOf(
  { config, now, customer }: Scene,
  kind: RenderedMailKind,
  event?: SampleEvent,
  document?: Document,
): MailInput {
  const real = document && { document, customer }
  return sampleMailInput(config, kind, now, { ...(event ? { event } : {}), real })
}
