import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createClock } from '../../config/clock.ts'
import { databaseName } from '../../config/workspace.ts'
import { copiesDueSince } from '../../domain/copy-patience.ts'
import { openDatabase } from '../../store/open.ts'
import { readWaitingCopies } from '../../store/waiting-copies.ts'
import { type Check, fault, fine } from './inspection.ts'

/** Whether every approval has its signed copy; without a browser none can be printed. */
export const checkSignedCopies: Check = async ({ dir, env, reading }) => {
  const path = join(dir, databaseName)
  if (!existsSync(path)) return fine('Not looked at: there is no database.')
  const now = createClock(env, reading.config.payments).now()
  const db = await openDatabase(path, { readonly: true })
  try {
    const waiting = await readWaitingCopies(db.read, copiesDueSince(now))
    const [first] = waiting
    if (!first) return fine('No approval waits for its signed copy.')
    const names = [...new Set(waiting.map(({ number }) => number))].slice(0, 5).join(', ')
    return fault(
      `${waiting.length} signed ${waiting.length === 1 ? 'copy is' : 'copies are'} still to be made, since ${first.since}: ${names}. The approvals stand; their confirmations wait.`,
      'See to it that PDFs can be printed (browser, above), then: portal cron seals outbox',
    )
  } finally {
    await db.close()
  }
}
