import { type App, today } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import { plannedOn, type Recurring } from '../domain/recurring.ts'
import type { Trx } from '../store/db.ts'
import { claimPeriod, getRecurring, updateRecurring } from '../store/recurring.ts'

export type RecurringVerb = 'pause' | 'resume' | 'end'

/**
 * Pauses, resumes or ends a series. What was due before a pause is still made when it goes on; what falls
 * into the pause never is.
 * @throws PortalError wrong_state when it has ended, or is where the verb leads already
 */
export async function changeRecurring(
  app: App,
  { id, verb }: { id: string; verb: RecurringVerb },
): Promise<Recurring> {
  return app.db.write(async (trx) => {
    const before = await getRecurring(trx, id)
    checkState(before, verb)
    const updated_at = app.clock.now().toISOString()
    const after = { ...(await changes[verb](app, trx, before)), updated_at }
    await updateRecurring(trx, after)
    return after
  })
}

const changes = {
  pause: async (app, _, recurring) => ({ ...recurring, state: 'paused', paused_on: today(app) }),
  resume: async (app, trx, recurring) => {
    await passOver(app, trx, recurring)
    return { ...recurring, state: 'active', paused_on: null }
  },
  end: async (_, __, recurring) => ({
    ...recurring,
    state: 'ended',
    paused_on: null,
    next_on: null,
  }),
} as const satisfies Record<
  RecurringVerb,
  (app: App, trx: Trx, recurring: Recurring) => Promise<Recurring>
>

function checkState({ id, state }: Recurring, verb: RecurringVerb): void {
  const hint = `See it with: portal recurring show ${id}`
  if (state === 'ended') {
    throw new PortalError('wrong_state', `${id} has ended; a new one can be made like it.`, hint)
  }
  if (verb === 'pause' && state === 'paused') {
    throw new PortalError('wrong_state', `${id} is paused already.`, hint)
  }
  if (verb === 'resume' && state === 'active') {
    throw new PortalError('wrong_state', `${id} is not paused.`, hint)
  }
}

/** Decides the periods of the pause, so that nobody makes them. */
async function passOver(app: App, trx: Trx, recurring: Recurring): Promise<void> {
  const { id: recurring_id, paused_on } = recurring
  const at = app.clock.now().toISOString()
  for (let index = recurring.next_index; ; index++) {
    const period = plannedOn(recurring, index)
    if (period === null || period >= today(app)) return
    if (paused_on !== null && period < paused_on) continue
    const skipped = { outcome: 'skipped', document_id: null, mail: 'none', error: '' } as const
    await claimPeriod(trx, { recurring_id, period, at, ...skipped })
  }
}
