import type { App } from '../app.ts'
import { today } from '../app.ts'
import { isCivilDate, startOfDay } from '../domain/dates.ts'
import type { Document, Instant } from '../domain/document.ts'
import { invalidInput, type Problem } from '../domain/errors.ts'
import { ownerEvent } from '../domain/event.ts'
import { transition } from '../domain/states.ts'
import { checkLine } from '../domain/text.ts'
import { getDocument, updateDocument } from '../store/documents.ts'
import { appendEvents } from '../store/events.ts'
import { showChange } from './refresh-pages.ts'

export type OwnerApproval = {
  number: string
  /** Who said yes, as the owner knows it. */
  name?: string
  /** The day of the yes, when it lies in the past; an expired estimate may have been approved in time. */
  on?: string
}

/**
 * The owner notes that the customer approved an estimate, on paper or by telephone; its deposit is due then.
 * @throws PortalError wrong_state when it was not sent or is decided, invalid_input
 */
export async function approveEstimate(app: App, input: OwnerApproval): Promise<Document> {
  const approved_at = momentOf(app, input)
  const approved = await app.db.write(async (trx) => {
    const estimate = await getDocument(trx, input.number)
    const state = transition(estimate, 'approve')
    const now = app.clock.now().toISOString()
    await updateDocument(trx, estimate.id, { state, approved_at, updated_at: now })
    const { version, content_hash } = estimate
    const data = { name: input.name ?? '', kind: 'owner', on: approved_at, version, content_hash }
    await appendEvents(trx, [ownerEvent(estimate.id, 'approved', now, data)])
    return getDocument(trx, estimate.id)
  })
  await showChange(app, approved)
  return approved
}

function momentOf(app: App, { name = '', on }: OwnerApproval): Instant {
  const problems: Problem[] = []
  const unfit = name === '' ? undefined : checkLine(name)
  if (unfit !== undefined) problems.push({ field: 'name', message: unfit })
  const now = today(app)
  if (on !== undefined && !isCivilDate(on)) {
    problems.push({ field: 'on', message: 'must be a date such as 2025-01-31' })
  } else if (on !== undefined && on > now) {
    problems.push({ field: 'on', message: 'must not lie in the future' })
  }
  if (problems.length > 0) throw invalidInput(problems)
  const isEarlier = on !== undefined && on < now
  const moment = isEarlier ? startOfDay(on, app.config.business.time_zone) : app.clock.now()
  return moment.toISOString()
}
