import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createClock, isClockSet } from '../../config/clock.ts'
import { databaseName } from '../../config/workspace.ts'
import { type Check, fault, fine } from './inspection.ts'

/** This program did not exist earlier: a clock that says so was never set. */
const leastYear = 2025
/** File systems and other machines may differ by seconds, not by this. */
const toleranceMs = 60 * 60 * 1000

/** Whether dates can be trusted: due dates, expiry and signatures hang on them. */
export const checkClock: Check = async ({ dir, env, reading }) => {
  const business = createClock(env, reading.config.payments)
  const now = new Date()
  const remedy =
    'Set the clock of this machine, best with a time service such as systemd-timesyncd.'
  if (now.getUTCFullYear() < leastYear) return fault(`The clock says ${now.toISOString()}.`, remedy)
  const written = statSync(join(dir, databaseName), { throwIfNoEntry: false })?.mtime
  if (written && written.getTime() > now.getTime() + toleranceMs) {
    return fault(`The database was written at ${written.toISOString()}, in the future.`, remedy)
  }
  const zone = reading.config.business.time_zone
  const shown = business.now().toLocaleString('en-CA', { timeZone: zone, hourCycle: 'h23' })
  const source = isClockSet(env) ? ', set by PORTAL_NOW; timers are off' : ''
  return fine(`${shown} in ${zone}${source}`)
}
