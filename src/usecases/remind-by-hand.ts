import type { App } from '../app.ts'
import { PortalError } from '../domain/errors.ts'
import type { OutboxState } from '../domain/outbox.ts'
import type { ReminderFacts, ReminderPlan, ReminderRule } from '../domain/reminder.ts'
import { isAbsolute, type Obstacle, reminderObstacle } from '../domain/reminder-obstacle.ts'
import { datedStages } from '../domain/reminder-plan.ts'
import { obstacleRemedy, obstacleWords } from '../domain/reminder-reason.ts'
import type { Reader } from '../store/db.ts'
import { getMessage } from '../store/outbox.ts'
import { findRemindable, type RemindableDocument } from '../store/reminder-facts.ts'
import { checkSending } from './check-sending.ts'
import { deliverNow } from './deliver-now.ts'
import { type ReminderItem, remindableId } from './preview-reminders.ts'
import { queueReminder } from './queue-reminder.ts'
import { showChange } from './refresh-pages.ts'
import { reminderPlanOf } from './reminder-plan-of.ts'

export type RemindedByHand = {
  item: ReminderItem
  /** What became of the mail; null for a dry run. */
  outbox: OutboxState | null
  error: string
}

/**
 * Reminds of one document now, whatever the hour, the day and the config say. Stages whose day has come are
 * passed over, so that no second mail follows by itself on the same day.
 * @throws PortalError when it is paid, decided or void, or nobody may or can be written to
 */
export async function remindByHand(
  app: App,
  { rule, number, dry_run }: { rule: ReminderRule; number: string; dry_run: boolean },
): Promise<RemindedByHand> {
  const plan = reminderPlanOf(app.config, rule)
  if (dry_run) return previewByHand(app, plan, number)
  await checkSending(app)
  const queued = await app.db.write(async (trx) => {
    const found = await findOne(trx, rule, number)
    const obstacle = obstacleNow(app, plan, found)
    if (obstacle) throw refusal(plan, found, obstacle)
    const reached = reachedStages(app, plan, found.facts)
    const stage = reached.at(-1) ?? null
    const overtaken = reached.filter((day) => found.facts.handled.every((one) => one.stage !== day))
    return queueReminder(app, trx, plan, { found, stage, overtaken, by_hand: true })
  })
  /* Its link works before its mail is read. */
  await showChange(app, queued.document)
  await deliverNow(app, [queued.message.id])
  const message = await getMessage(app.db.read, queued.message.id)
  const { number: to_number } = queued.document
  return {
    item: sendItem(to_number, message.to, queued.stage),
    outbox: message.state,
    error: message.state === 'sent' ? '' : message.last_error,
  }
}

/** What it would do: a refusal is an answer here. */
async function previewByHand(
  app: App,
  plan: ReminderPlan,
  number: string,
): Promise<RemindedByHand> {
  const found = await findOne(app.db.read, plan.rule, number)
  const { address } = found.facts
  const stage = reachedStages(app, plan, found.facts).at(-1) ?? null
  const obstacle = obstacleNow(app, plan, found)
  const item = sendItem(found.number, address, stage)
  if (!obstacle) return { item, outbox: null, error: '' }
  const refused = { action: 'skip', reason: obstacleWords(obstacle), why: obstacle } as const
  return { item: { ...item, ...refused }, outbox: null, error: '' }
}

async function findOne(r: Reader, rule: ReminderRule, number: string): Promise<RemindableDocument> {
  const found = await findRemindable(r, rule, await remindableId(r, rule, number))
  if (found) return found
  throw new Error(`A bug: ${number} is there and cannot be read.`)
}

function obstacleNow(app: App, plan: ReminderPlan, { facts }: RemindableDocument): Obstacle | null {
  const obstacle = reminderObstacle(plan.rule, facts, plan.hours.dateOf(app.clock.now()))
  return obstacle && isAbsolute(obstacle) ? obstacle : null
}

/** Those whose day is today or earlier. */
function reachedStages(app: App, plan: ReminderPlan, facts: ReminderFacts): number[] {
  const today = plan.hours.dateOf(app.clock.now())
  return datedStages(facts, plan)
    .filter(({ on }) => on <= today)
    .map(({ stage }) => stage)
}

function sendItem(number: string, to: string, stage: number | null): ReminderItem {
  return { number, to, stage, action: 'send', reason: 'by hand', why: null }
}

function refusal(
  { rule }: ReminderPlan,
  { number, customer_id: customer }: RemindableDocument,
  obstacle: Obstacle,
): PortalError {
  const code = obstacle === 'paid' ? 'nothing_due' : 'wrong_state'
  const message = `Nobody is reminded of ${number}: ${obstacleWords(obstacle)}.`
  return new PortalError(code, message, obstacleRemedy(obstacle, { rule, number, customer }))
}
