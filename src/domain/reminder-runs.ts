/** Whether the clock comes by when reminders may go out. */
import type { Instant } from './document.ts'
import type { SendingHours } from './sending-hours.ts'

/** What the latest run of `reminders` or `nudges` left; `waiting` is what was due and held for the night. */
export type ReminderRun = { started_at: Instant; waiting: number }

/**
 * `never` and `stopped`: nothing runs them (any more). `closed`: they run, but only at hours at which no mail
 * goes out, so that none ever does.
 */
export type RunTrouble = 'never' | 'stopped' | 'closed'

const hourMs = 60 * 60_000

/** Once a day is enough, also on the day on which clocks go back, and with a little delay. */
const longestPauseMs = 26 * hourMs

/** Whoever runs them at least every hour has run them when mails may go out for so long. */
const openForMs = hourMs

/** What a run at night held goes out in the morning where they run all the time, and then this is short. */
const heldForMs = hourMs / 4

/** What keeps reminders from going out, as far as the latest run shows; null when nothing does. */
export function runTrouble(
  last: ReminderRun | undefined,
  hours: SendingHours,
  now: Date,
): RunTrouble | null {
  if (!last) return 'never'
  const at = new Date(last.started_at)
  const sinceMs = now.getTime() - at.getTime()
  if (sinceMs > longestPauseMs) return 'stopped'
  if (hours.isOpen(at)) return null
  const wasMissed = now.getTime() - hours.next(at).getTime() >= openForMs
  return wasMissed || (last.waiting > 0 && sinceMs >= heldForMs) ? 'closed' : null
}
