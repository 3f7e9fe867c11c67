import { type App, today } from '../app.ts'
import { changeDraft, composeContent } from '../domain/compose.ts'
import type { ContentDraft } from '../domain/draft.ts'
import { invalidInput, PortalError, type Problem } from '../domain/errors.ts'
import type { Recurring, RecurringDraft } from '../domain/recurring.ts'
import { changeSeries, type SeriesChanges } from '../domain/recurring-change.ts'
import { getCustomer } from '../store/customers.ts'
import { getRecurring, lastPeriod, updateRecurring } from '../store/recurring.ts'
import { collectProblems } from './collect-problems.ts'
import { defaultsFor } from './defaults-for.ts'

export type RecurringChanges = SeriesChanges & { draft?: Partial<ContentDraft> }

/**
 * Changes what the invoices of a series say from now on, and when they come; those that were made stay as they are.
 * @throws PortalError wrong_state when it has ended; invalid_input with all problems
 */
export async function editRecurring(
  app: App,
  input: { id: string; changes: RecurringChanges; problems?: Problem[] },
): Promise<Recurring> {
  const { draft: asked = {}, ...changes } = input.changes
  const problems = [...(input.problems ?? [])]
  return app.db.write(async (trx) => {
    const before = await getRecurring(trx, input.id)
    checkGoesOn(before)
    const period = { today: today(app), decided_on: await lastPeriod(trx, before.id) }
    const series = changeSeries(before, changes, period, (field, message) =>
      problems.push({ field, message }),
    )
    const customer = await getCustomer(trx, before.customer_id)
    const draft = changeTemplate(before.draft, asked)
    const trial = { ...draft, kind: 'invoice' as const, issued_on: series.next_on ?? today(app) }
    await collectProblems(problems, () => composeContent(trial, defaultsFor(app, customer)))
    if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
    const after = { ...series, draft, updated_at: app.clock.now().toISOString() }
    await updateRecurring(trx, after)
    return after
  })
}

function checkGoesOn({ id, state }: Recurring): void {
  if (state !== 'ended') return
  const hint = 'Make a new one like its last invoice: portal recurring create --like INV-001'
  throw new PortalError('wrong_state', `${id} has ended: nothing more comes of it.`, hint)
}

/** Dates are the series' own. */
function changeTemplate(draft: RecurringDraft, asked: Partial<ContentDraft>): RecurringDraft {
  const { issued_on: _, due_on: __, valid_until_on: ___, deposit: ____, ...changes } = asked
  const { kind: _____, ...changed } = changeDraft({ ...draft, kind: 'invoice' }, changes)
  return changed
}
