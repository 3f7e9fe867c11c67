import type { Selectable } from 'kysely'
import type { CivilDate, Instant } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import type { Recurring } from '../domain/recurring.ts'
import type { Trx } from './db.ts'
import { expectOneRow } from './expect-one.ts'
import { fragment, type Source, select } from './fragment.ts'
import { fromJson, toBit } from './json.ts'
import type { RecurringTable } from './tables.ts'

type Row = Selectable<RecurringTable>

/** Adds a series. */
export async function insertRecurring(trx: Trx, recurring: Recurring): Promise<void> {
  await trx.insertInto('recurring').values(toRow(recurring)).execute()
}

/** Writes all of a series' fields. */
export async function updateRecurring(trx: Trx, recurring: Recurring): Promise<void> {
  const { id, ...row } = toRow(recurring)
  const result = await trx
    .updateTable('recurring')
    .set(row)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The recurring invoice ${id}`)
}

/** Takes a series away, with the periods that were passed over. */
export async function deleteRecurring(trx: Trx, id: string): Promise<void> {
  const result = await trx.deleteFrom('recurring').where('id', '=', id).executeTakeFirstOrThrow()
  expectOneRow(result.numDeletedRows, `The recurring invoice ${id}`)
}

/** The series with this id. @throws PortalError not_found */
export async function getRecurring(r: Source, id: string): Promise<Recurring> {
  const [row] = await select<Row>(r, fragment`SELECT * FROM recurring WHERE id = ${id}`)
  if (row) return fromRow(row)
  const hint = 'See them all with: portal recurring list'
  throw new PortalError('not_found', `There is no recurring invoice "${id}".`, hint)
}

/** What a list shows of a series. */
export type RecurringLine = Recurring & { customer_name: string; customer_email: string }

/** All series, those that go on first, the next date first. */
export async function listRecurring(
  r: Source,
  { customer_id, ended = false }: { customer_id?: string; ended?: boolean } = {},
): Promise<RecurringLine[]> {
  const rows = await select<Row & { customer_name: string; customer_email: string }>(
    r,
    fragment`SELECT q.*, c.name AS customer_name, c.email AS customer_email
      FROM recurring AS q JOIN customers AS c ON c.id = q.customer_id
      WHERE (${customer_id ?? null} IS NULL OR q.customer_id = ${customer_id ?? null})
        AND (${toBit(ended)} = 1 OR q.state <> 'ended')
      ORDER BY q.state = 'ended', q.next_on IS NULL, q.next_on, q.id`,
  )
  return rows.map((row) => ({ ...row, ...fromRow(row) }))
}

/** Ids of the series of which an invoice is to be made by `today`, the longest waiting first. */
export async function listDueRecurring(r: Source, today: CivilDate): Promise<string[]> {
  const rows = await select<{ id: string }>(
    r,
    fragment`SELECT id FROM recurring
      WHERE state = 'active' AND next_on IS NOT NULL AND next_on <= ${today} ORDER BY next_on, id`,
  )
  return rows.map(({ id }) => id)
}

/** One period that was decided. */
export type StoredPeriod = {
  recurring_id: string
  period: CivilDate
  outcome: 'made' | 'skipped'
  document_id: string | null
  mail: 'none' | 'waiting' | 'queued'
  error: string
  at: Instant
}

/** Decides a period. False when it was decided before: then nothing is written. */
export async function claimPeriod(trx: Trx, period: StoredPeriod): Promise<boolean> {
  const result = await trx
    .insertInto('recurring_periods')
    .values(period)
    .onConflict((conflict) => conflict.columns(['recurring_id', 'period']).doNothing())
    .executeTakeFirstOrThrow()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Names the invoice of a period that was claimed just now. */
export async function setPeriodDocument(
  trx: Trx,
  {
    recurring_id,
    period,
    document_id,
  }: { recurring_id: string; period: CivilDate; document_id: string },
): Promise<void> {
  const result = await trx
    .updateTable('recurring_periods')
    .set({ document_id })
    .where('recurring_id', '=', recurring_id)
    .where('period', '=', period)
    .executeTakeFirstOrThrow()
  expectOneRow(result.numUpdatedRows, `The period ${period} of ${recurring_id}`)
}

/** A period as the owner sees it. */
export type PeriodLine = Pick<StoredPeriod, 'period' | 'outcome' | 'mail' | 'error' | 'at'> & {
  number: string | null
}

/** The periods of a series that were decided, the latest first. */
export function listPeriods(r: Source, recurringId: string): Promise<PeriodLine[]> {
  return select(
    r,
    fragment`SELECT p.period, p.outcome, p.mail, p.error, p.at, d.number
      FROM recurring_periods AS p LEFT JOIN documents AS d ON d.id = p.document_id
      WHERE p.recurring_id = ${recurringId} ORDER BY p.period DESC`,
  )
}

/** The last period of a series that was decided, if any was. */
export async function lastPeriod(r: Source, recurringId: string): Promise<CivilDate | null> {
  const [row] = await select<{ period: CivilDate | null }>(
    r,
    fragment`SELECT max(period) AS period FROM recurring_periods WHERE recurring_id = ${recurringId}`,
  )
  return row?.period ?? null
}

/** An invoice that was made to be mailed, and is not yet. */
export type WaitingInvoice = { recurring_id: string; period: CivilDate; document_id: string | null }

/** Invoices whose mails are not in the outbox yet, in the order they were made. */
export function listWaitingInvoices(r: Source): Promise<WaitingInvoice[]> {
  return select(
    r,
    fragment`SELECT recurring_id, period, document_id FROM recurring_periods
      WHERE mail = 'waiting' ORDER BY seq`,
  )
}

/** Takes the mail of a period for this transaction; false when somebody else had it. */
export async function claimPeriodMail(
  trx: Trx,
  { recurring_id, period }: Pick<WaitingInvoice, 'recurring_id' | 'period'>,
): Promise<boolean> {
  const result = await trx
    .updateTable('recurring_periods')
    .set({ mail: 'queued', error: '' })
    .where('recurring_id', '=', recurring_id)
    .where('period', '=', period)
    .where('mail', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return result.numUpdatedRows === 1n
}

/** Notes why a period's invoice could not be mailed; it is tried again. */
export async function notePeriodError(
  trx: Trx,
  { recurring_id, period }: Pick<WaitingInvoice, 'recurring_id' | 'period'>,
  error: string,
): Promise<void> {
  await trx
    .updateTable('recurring_periods')
    .set({ error: error.slice(0, 1000) })
    .where('recurring_id', '=', recurring_id)
    .where('period', '=', period)
    .where('mail', '=', 'waiting')
    .where('error', '<>', error.slice(0, 1000))
    .execute()
}

function fromRow(row: Row): Recurring {
  return {
    ...row,
    draft: fromJson(row.draft),
    unit: row.unit as Recurring['unit'],
    state: row.state as Recurring['state'],
    send: row.send === 1,
  }
}

function toRow(recurring: Recurring): Row {
  return {
    ...recurring,
    draft: JSON.stringify(recurring.draft),
    send: toBit(recurring.send),
  }
}
