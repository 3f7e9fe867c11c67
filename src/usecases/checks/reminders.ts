import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../../config/clock.ts'
import type { Config } from '../../config/schema.ts'
import { databaseName } from '../../config/workspace.ts'
import type { Instant } from '../../domain/document.ts'
import { type ReminderRule, reminderRules } from '../../domain/reminder.ts'
import { type ReminderRun, runTrouble } from '../../domain/reminder-runs.ts'
import { quietHour, sendingHours } from '../../domain/sending-hours.ts'
import { wallClock } from '../../domain/zone-clock.ts'
import { listJobs } from '../../store/jobs.ts'
import { openDatabase } from '../../store/open.ts'
import { type Check, type Finding, fault, fine } from './inspection.ts'

/** Whether reminders and nudges that are switched on can go out: something has to run them, by day. */
export const checkReminders: Check = async ({ dir, env, reading: { config } }) => {
  const rules = reminderRules.filter((rule) => config[rule].enabled)
  if (rules.length === 0) return fine('Reminders and nudges are off.')
  const path = join(dir, databaseName)
  if (!existsSync(path)) return fine('Not looked at: there is no database.')
  const now = createClock(env, config.payments).now()
  const runs = await readRuns(path)
  const findings = rules.map((rule) => look(config, rule, runs.get(rule), now))
  return findings.find(({ ok }) => !ok) ?? fine(findings.map(({ message }) => message).join(' '))
}

async function readRuns(path: string): Promise<Map<string, ReminderRun>> {
  const db = await openDatabase(path, { readonly: true })
  try {
    const jobs = await listJobs(db.read)
    return new Map(
      jobs.map(({ name, started_at, counts }) => [
        name,
        { started_at, waiting: counts.waiting ?? 0 },
      ]),
    )
  } finally {
    await db.close()
  }
}

function look(
  config: Config,
  rule: ReminderRule,
  last: ReminderRun | undefined,
  now: Date,
): Finding {
  const { time_zone } = config.business
  const { hour } = config[rule]
  const title = rule === 'reminders' ? 'Reminders' : 'Nudges'
  const ran = last ? shown(last.started_at, time_zone) : ''
  const span = `${clock(hour)} and ${hour < quietHour ? clock(quietHour) : 'midnight'}`
  const always =
    'Let portal serve run, or portal cron every minute: docs/operate has a crontab and units of systemd.'
  switch (runTrouble(last, sendingHours(hour, time_zone), now)) {
    case 'never':
      return fault(`${title} are on, but nothing has run them yet.`, always)
    case 'stopped':
      return fault(`${title} are on, but nothing has run them since ${ran}.`, always)
    case 'closed':
      return fault(
        `${title} last ran at ${ran}, but mails go out between ${span} only (${rule}.hour).`,
        `Run portal cron every minute, or at least once between ${span} in ${time_zone}.`,
      )
    case null:
      return fine(`${title} last ran at ${ran}.`)
  }
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** As the clocks of the business show it. */
function shown(instant: Instant, zone: string): string {
  const local = new Date(wallClock(zone, Date.parse(instant))).toISOString()
  return local.slice(0, 16).replace('T', ' ')
}
