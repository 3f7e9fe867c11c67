import type { CivilDate, Instant } from '../domain/document.ts'
import type { EventData } from '../domain/event.ts'
import type { Reader, Trx } from './db.ts'
import { fromJson } from './json.ts'

/** Something that happened, to be told in the owner's daily mail; `data.event` says what. */
export type StoredNotice = { document_id: string | null; data: EventData; at: Instant }

/** Keeps a notice for the next daily mail. */
export async function insertNotice(trx: Trx, notice: StoredNotice): Promise<void> {
  const row = { ...notice, data: JSON.stringify(notice.data) }
  await trx.insertInto('notices').values(row).execute()
}

/** Gives the notices before an instant to the mail of a day, and says how many there are. */
export async function takeNotices(
  trx: Trx,
  { on, until }: { on: CivilDate; until: Instant },
): Promise<number> {
  const result = await trx
    .updateTable('notices')
    .set({ digest_on: on })
    .where('digest_on', 'is', null)
    .where('at', '<', until)
    .executeTakeFirstOrThrow()
  return Number(result.numUpdatedRows)
}

/** What the mail of a day tells, in the order in which it happened. */
export async function listNotices(r: Reader, on: CivilDate): Promise<StoredNotice[]> {
  const rows = await r
    .selectFrom('notices')
    .select(['document_id', 'data', 'at'])
    .where('digest_on', '=', on)
    .orderBy('seq')
    .execute()
  return rows.map((row) => ({ ...row, data: fromJson<EventData>(row.data) }))
}

/** Whether a day had its mail. */
export async function hasDigest(r: Reader, on: CivilDate): Promise<boolean> {
  const row = await r
    .selectFrom('notices')
    .select('seq')
    .where('digest_on', '=', on)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Forgets what daily mails before a day told. */
export async function forgetNotices(trx: Trx, before: CivilDate): Promise<void> {
  await trx.deleteFrom('notices').where('digest_on', '<', before).execute()
}
