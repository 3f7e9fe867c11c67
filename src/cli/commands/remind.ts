import { today } from '../../app.ts'
import { isCivilDate } from '../../domain/dates.ts'
import { invalidInput, PortalError } from '../../domain/errors.ts'
import { type ReminderRule, ruleFacts } from '../../domain/reminder.ts'
import { previewReminders, type ReminderPreview } from '../../usecases/preview-reminders.ts'
import { remindByHand } from '../../usecases/remind-by-hand.ts'
import { runReminders } from '../../usecases/run-reminders.ts'
import { type Command, defineCommand, type Outcome } from '../command.ts'
import type { Context } from '../context.ts'
import { withBars } from '../output/progress.ts'
import { handView, reminderView } from '../output/reminder-view.ts'

/** `portal remind` and `portal nudge`. */
export function remind(rule: ReminderRule): Command {
  const { command, kind } = ruleFacts[rule]
  const number = kind === 'invoice' ? 'INV-001' : 'EST-001'
  return defineCommand({
    arguments: {
      number: { optional: true, says: `the ${kind} to remind of now; without it all that are due` },
    },
    options: {
      'dry-run': { says: 'show who gets what and why, and who not; send nothing' },
      on: { value: 'date', says: 'with --dry-run: on that day, YYYY-MM-DD' },
    },
    examples: [`portal ${command} --dry-run`, `portal ${command} ${number}`],
    notes: `By hand it works while ${rule} are off in the config, at any hour; never for what is paid or decided.`,
    async run(context, { number }, { 'dry-run': dry_run = false, on }) {
      checkDate(on, dry_run)
      if (number !== undefined && on === undefined)
        return byHand(context, { rule, number, dry_run })
      if (dry_run) return dryRun(context, rule, { on, number })
      return runNow(context, rule)
    },
  })
}

function checkDate(on: string | undefined, dry_run: boolean): void {
  if (on === undefined) return
  if (!isCivilDate(on)) {
    throw invalidInput([{ field: 'on', message: 'must be a date such as 2025-01-31' }])
  }
  if (dry_run) return
  const hint = 'Add --dry-run to see who gets what on that day.'
  throw new PortalError('usage', 'Nothing can be sent on another day than today.', hint)
}

async function byHand(
  context: Context,
  input: { rule: ReminderRule; number: string; dry_run: boolean },
): Promise<Outcome> {
  const app = await context.app()
  const result = await remindByHand(app, input)
  const { item, outbox } = result
  const { date } = await previewReminders(app, { rule: input.rule, number: input.number })
  return {
    json: { date, items: [outbox === null ? item : { ...item, outbox }] },
    text: (paper) => handView(result, paper),
    exit_code: outbox === 'failed' || outbox === 'canceled' ? 1 : 0,
    next: outbox === 'pending' ? 'portal cron outbox' : `portal timeline ${item.number}`,
  }
}

async function dryRun(
  context: Context,
  rule: ReminderRule,
  { on, number }: { on: string | undefined; number: string | undefined },
): Promise<Outcome> {
  const books = await context.books()
  const only = number === undefined ? {} : { number }
  const preview = await previewReminders(books, { rule, on: on ?? today(books), ...only })
  const { enabled } = books.config[rule]
  const goesNow =
    preview.date === today(books) && preview.items.some(({ action }) => action === 'send')
  return {
    json: preview,
    text: (paper) => reminderView(preview, { rule, enabled, done: false }, paper),
    next: enabled ? nextOf(preview, rule, goesNow) : `set ${rule}.enabled in config.yml`,
  }
}

function nextOf({ items }: ReminderPreview, rule: ReminderRule, goesNow: boolean): string {
  if (goesNow) return `portal ${ruleFacts[rule].command}`
  const isHeld = items.some(({ why }) => why === 'mail_refused')
  return isHeld ? 'portal outbox list --state failed' : 'portal status'
}

async function runNow(context: Context, rule: ReminderRule): Promise<Outcome> {
  const app = await context.app()
  const decided: ReminderPreview = await previewReminders(app, { rule })
  const { failed, pending } = await withBars(context, (watch) => runReminders(app, rule, watch))
  const { enabled } = app.config[rule]
  return {
    json: decided,
    text: (paper) => reminderView(decided, { rule, enabled, done: true }, paper),
    exit_code: failed > 0 ? 1 : 0,
    next: failed + pending > 0 ? 'portal outbox list' : 'portal status',
  }
}
