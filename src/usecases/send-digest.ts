import type { App } from '../app.ts'
import { today } from '../app.ts'
import { addDays } from '../domain/dates.ts'
import { type DigestDay, dueDigest } from '../domain/digest.ts'
import { forgetNotices, hasDigest, takeNotices } from '../store/notices.ts'
import { noticeAddresses } from './mail-addresses.ts'
import { writeMessage } from './write-message.ts'

/**
 * Writes the owner's daily mail once its hour has come: one a day with all that happened, none when nothing did.
 * After `notify.digest` was switched off, what still waited goes out at once.
 */
export async function sendDigest(app: App): Promise<{ told: number }> {
  const day = dueNow(app)
  return app.db.write(async (trx) => {
    if (await hasDigest(trx, day.on)) return { told: 0 }
    const told = await takeNotices(trx, day)
    if (told === 0) return { told }
    for (const to of noticeAddresses(app.config)) {
      const data = { event: 'digest', on: day.on, count: told }
      const about = { document_id: null, share_id: null, to, cc: [], data }
      await writeMessage(app, trx, { kind: 'owner_notice', ...about })
    }
    await forgetNotices(trx, addDays(day.on, -app.config.retention.mail_days))
    return { told }
  })
}

function dueNow(app: App): DigestDay {
  const { digest } = app.config.notify
  const now = app.clock.now()
  if (digest === false) {
    return { on: today(app), until: new Date(now.getTime() + 1).toISOString() }
  }
  return dueDigest(digest, app.config.business.time_zone, now)
}
