import { type App, today } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { plannedOn, type Recurring } from '../domain/recurring.ts'
import type { Trx } from '../store/db.ts'
import {
  claimPeriod,
  getRecurring,
  listDueRecurring,
  setPeriodDocument,
  updateRecurring,
} from '../store/recurring.ts'
import { attemptEach } from './attempt-each.ts'
import { createDocument } from './create-documents.ts'
import { mailRecurring } from './mail-recurring.ts'
import { unwatched } from './work-progress.ts'

/** `unsent`: made to be mailed, and something is in the way; `portal recurring show` says what. */
export type RecurringCounts = { made: number; mailed: number; unsent: number }

/**
 * Makes the invoices that are due, each missed period with its own dates, and mails those that are to be
 * mailed, in the hours in which reminders go out. A period is claimed in the transaction that writes its
 * invoice, and its mail in the one that fills the outbox: whoever dies, or runs beside another, does
 * neither twice. One series that fails does not keep the others back.
 * @throws the first fault, when all others are done
 */
export async function makeRecurring(app: App, watch = unwatched): Promise<RecurringCounts> {
  let made = 0
  const due = await listDueRecurring(app.db.read, today(app))
  const faults = await attemptEach(due, async (id, i) => {
    watch('recurring', i, due.length)
    while (await makeNext(app, id)) made++
  })
  const mails = await mailRecurring(app, watch)
  faults.push(...mails.faults)
  if (faults.length > 0) throw faults[0]
  const { mailed, unsent } = mails
  return { made, mailed, unsent }
}

/** Makes one series' next invoice if it is due; passes over what was decided before. */
async function makeNext(app: App, id: string): Promise<boolean> {
  return app.db.write(async (trx) => {
    let recurring = await getRecurring(trx, id)
    while (isDue(app, recurring)) {
      const document = await makePeriod(app, trx, recurring)
      recurring = advance(app, recurring, document !== undefined)
      await updateRecurring(trx, recurring)
      if (document) return true
    }
    return false
  })
}

function isDue(app: App, { state, next_on }: Recurring): boolean {
  return state === 'active' && next_on !== null && next_on <= today(app)
}

/** Undefined for a period that was decided before: paused over, or made. */
async function makePeriod(
  app: App,
  trx: Trx,
  { id: recurring_id, next_on, customer_id, draft, send }: Recurring,
): Promise<Document | undefined> {
  if (next_on === null) return undefined
  const at = app.clock.now().toISOString()
  const isNew = await claimPeriod(trx, {
    recurring_id,
    period: next_on,
    outcome: 'made',
    document_id: null,
    mail: send ? 'waiting' : 'none',
    error: '',
    at,
  })
  if (!isNew) return undefined
  const invoice = { ...draft, kind: 'invoice' as const, customer: customer_id, issued_on: next_on }
  const document = await createDocument(app, trx, invoice, 'system')
  await setPeriodDocument(trx, { recurring_id, period: next_on, document_id: document.id })
  return document
}

/** The series after its next period was decided; ended when there is no further one. */
function advance(app: App, recurring: Recurring, wasMade: boolean): Recurring {
  const made = recurring.made + (wasMade ? 1 : 0)
  const next_index = recurring.next_index + 1
  const next_on = plannedOn({ ...recurring, made }, next_index)
  const state = next_on === null ? 'ended' : recurring.state
  return {
    ...recurring,
    made,
    next_index,
    next_on,
    state,
    updated_at: app.clock.now().toISOString(),
  }
}
