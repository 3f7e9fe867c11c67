/** Sixty days of a small business in which customers pay, approve, stop reminders or do nothing. */
import type { App } from '../../src/app.ts'
import { civilDateIn } from '../../src/domain/dates.ts'
import { tokenFor } from '../../src/domain/token.ts'
import { listMessages } from '../../src/store/outbox.ts'
import { findUnsubscribeShare } from '../../src/store/unsubscribes.ts'
import { approveEstimate } from '../../src/usecases/approve-estimate.ts'
import { createCustomer } from '../../src/usecases/create-customer.ts'
import { createDocuments, type DocumentDraft } from '../../src/usecases/create-documents.ts'
import { decideDocument } from '../../src/usecases/decide-document.ts'
import { recordPayment } from '../../src/usecases/record-payment.ts'
import { sendDocuments } from '../../src/usecases/send-documents.ts'
import { showDocument } from '../../src/usecases/show-document.ts'
import { stopReminders } from '../../src/usecases/stop-reminders.ts'

/** Noon in New York; the clocks there go forward on March 9. */
export const storyBegins = '2025-02-01T17:00:00.000Z'
export const storyDays = 60

export const storyConfig = {
  reminders: { enabled: true, days_after_due: [1, 7, 14], max: 3, hour: 9 },
  nudges: { enabled: true, days_after_sent: [2, 7], max: 2, hour: 9 },
}

const items = [{ description: 'Work', unit_price: '100' }]
const invoice = (customer: string, due_on: string): DocumentDraft => ({
  ...{ kind: 'invoice', customer, items, due_on },
})
const estimate = (valid_until_on: string): DocumentDraft => ({
  ...{ kind: 'estimate', customer: 'Kim Brown', items, valid_until_on },
})

export const storyCustomers = [
  { name: 'Kim Brown', email: 'kim@example.com' },
  { name: 'Ann Lee', email: 'ann@example.com' },
]

/** INV-001 to INV-007 and EST-001 to EST-003; all are sent on the first day. */
export const storyDrafts: DocumentDraft[] = [
  invoice('Kim Brown', '2025-02-27'),
  invoice('Kim Brown', '2025-02-10'),
  invoice('Kim Brown', '2025-02-10'),
  invoice('Ann Lee', '2025-02-10'),
  invoice('Ann Lee', '2025-02-20'),
  invoice('Kim Brown', '2025-02-15'),
  invoice('Kim Brown', '2025-03-08'),
  estimate('2025-04-30'),
  estimate('2025-04-30'),
  estimate('2025-02-06'),
]

export async function beginStory(app: App): Promise<void> {
  for (const customer of storyCustomers) await createCustomer(app, customer)
  const made = await createDocuments(app, { drafts: storyDrafts })
  const results = await sendDocuments(app, { numbers: made.map(({ number }) => number) })
  const refused = results.find(({ ok }) => !ok)
  if (refused) throw new Error(refused.error?.message)
}

/** What customers do, at one o'clock at night, when no rhythm makes a difference. */
export const storyTurns: { at: string; turn(app: App): Promise<unknown> }[] = [
  {
    at: '2025-02-05T06:00:00.000Z',
    turn: (app) => approveEstimate(app, { number: 'EST-002' }),
  },
  {
    at: '2025-02-12T06:00:00.000Z',
    turn: (app) => decideDocument(app, { number: 'INV-003', decision: 'void' }),
  },
  { at: '2025-02-12T06:00:00.000Z', turn: (app) => stopAll(app, 'INV-004') },
  { at: '2025-02-14T06:00:00.000Z', turn: (app) => pay(app, 'INV-006', '30') },
  { at: '2025-02-20T06:00:00.000Z', turn: (app) => pay(app, 'INV-002', '100') },
]

/** Every mail that has to arrive, and no other. */
export const storyMails = [
  'nudge EST-001 2 on 2025-02-03',
  'nudge EST-001 7 on 2025-02-08',
  'nudge EST-002 2 on 2025-02-03',
  'nudge EST-003 2 on 2025-02-03',
  'reminder INV-001 1 on 2025-02-28',
  'reminder INV-001 14 on 2025-03-13',
  'reminder INV-001 7 on 2025-03-06',
  'reminder INV-002 1 on 2025-02-11',
  'reminder INV-002 7 on 2025-02-17',
  'reminder INV-003 1 on 2025-02-11',
  'reminder INV-004 1 on 2025-02-11',
  'reminder INV-006 1 on 2025-02-16',
  'reminder INV-006 14 on 2025-03-01',
  'reminder INV-006 7 on 2025-02-22',
  'reminder INV-007 1 on 2025-03-09',
  'reminder INV-007 14 on 2025-03-22',
  'reminder INV-007 7 on 2025-03-15',
]

/** What was handed over, in the words of `storyMails`, sorted. */
export async function mailsOf(app: App): Promise<string[]> {
  const mails: string[] = []
  for (const { kind, document_id, data, sent_at } of await listMessages(app.db.read)) {
    if ((kind !== 'reminder' && kind !== 'nudge') || !sent_at) continue
    const { document } = await showDocument(app, document_id ?? '')
    mails.push(`${kind} ${document.number} ${data.stage} on ${dayOf(app, sent_at)}`)
  }
  return mails.sort()
}

function dayOf(app: App, at: string): string {
  return civilDateIn(app.config.business.time_zone, new Date(at))
}

async function pay(app: App, number: string, amount: string): Promise<void> {
  await recordPayment(app, { number, amount, method: 'check' })
}

async function stopAll(app: App, number: string): Promise<void> {
  const { document } = await showDocument(app, number)
  const share = await findUnsubscribeShare(app.db.read, document.id)
  /* At a rhythm at which no reminder came yet there is nothing to stop. */
  if (!share) return
  const token = tokenFor(app.linkKey, share.kind, share.id, share.rotation)
  await stopReminders(app, { token, scope: 'customer' })
}
