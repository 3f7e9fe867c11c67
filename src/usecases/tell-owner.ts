import type { App } from '../app.ts'
import type { EventData } from '../domain/event.ts'
import type { NoticeType } from '../domain/notice-types.ts'
import type { Trx } from '../store/db.ts'
import { insertNotice } from '../store/notices.ts'
import { noticeAddresses } from './mail-addresses.ts'
import { writeMessage } from './write-message.ts'

/**
 * Writes the mails that tell the owner what happened; none when `notify.on` leaves it out, but for what a
 * customer asks: that waits for an answer. With `notify.digest` the rest waits for the daily mail.
 */
export async function tellOwner(
  app: App,
  trx: Trx,
  event: NoticeType,
  about: { document_id: string | null; data: EventData },
): Promise<void> {
  if (event !== 'question' && !app.config.notify.on.includes(event)) return
  const { document_id } = about
  const data = { ...about.data, event }
  if (app.config.notify.digest !== false && event !== 'question') {
    if (noticeAddresses(app.config).length === 0) return
    return insertNotice(trx, { document_id, data, at: app.clock.now().toISOString() })
  }
  for (const to of noticeAddresses(app.config)) {
    const kind = 'owner_notice'
    await writeMessage(app, trx, { kind, document_id, share_id: null, to, cc: [], data })
  }
}
