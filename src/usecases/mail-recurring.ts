import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { sendingHours } from '../domain/sending-hours.ts'
import { findDocument } from '../store/documents.ts'
import {
  claimPeriodMail,
  listWaitingInvoices,
  notePeriodError,
  type WaitingInvoice,
} from '../store/recurring.ts'
import { attemptEach } from './attempt-each.ts'
import { checkSending } from './check-sending.ts'
import { drainOutbox } from './drain-outbox.ts'
import { queueMailWithin } from './queue-mail.ts'
import { showChange } from './refresh-pages.ts'
import type { WorkProgress } from './work-progress.ts'

export type RecurringMails = {
  mailed: number
  /** Noted with the reason for which they cannot be sent; tried again the next time. */
  unsent: number
  /** What is no such reason; it keeps no other back. */
  faults: unknown[]
}

/** Mails the invoices of series that are to be mailed, in the hours in which reminders go out. */
export async function mailRecurring(app: App, watch: WorkProgress): Promise<RecurringMails> {
  const { business, reminders } = app.config
  const waiting = await listWaitingInvoices(app.db.read)
  const isOpen = sendingHours(reminders.hour, business.time_zone).isOpen(app.clock.now())
  const counts = { mailed: 0, unsent: 0 }
  if (waiting.length === 0 || !isOpen) return { ...counts, faults: [] }
  await checkSending(app)
  const faults = await attemptEach(waiting, async (one, i) => {
    watch('invoices', i, waiting.length)
    const done = await mailOrNote(app, one)
    if (done) counts[done]++
  })
  if (counts.mailed > 0) await drainOutbox(app, { watch })
  return { ...counts, faults }
}

async function mailOrNote(app: App, one: WaitingInvoice): Promise<'mailed' | 'unsent' | undefined> {
  const queued = await queue(app, one).catch((error: unknown) => {
    if (error instanceof PortalError) return error
    throw error
  })
  if (queued instanceof PortalError) {
    const reason = `${queued.message} ${queued.hint}`.trim()
    await app.db.write((trx) => notePeriodError(trx, one, reason))
    return 'unsent'
  }
  /* Its link works before its mail is read. */
  if (queued) await showChange(app, queued)
  return queued && 'mailed'
}

/** Nothing is sent that the owner sent, voided or deleted in the meantime. */
async function queue(app: App, one: WaitingInvoice): Promise<Document | undefined> {
  return app.db.write(async (trx) => {
    if (!(await claimPeriodMail(trx, one))) return undefined
    const document = one.document_id ? await findDocument(trx, one.document_id) : undefined
    if (document?.state !== 'draft') return undefined
    const input = { numbers: [document.number], by: 'system' as const }
    return (await queueMailWithin(app, trx, input, document.number)).document
  })
}
