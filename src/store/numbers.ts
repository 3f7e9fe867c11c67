import type { CivilDate, Instant, Kind, StoredState } from '../domain/document.ts'
import { PortalError } from '../domain/errors.ts'
import { formatNumber, type NumberParts } from '../domain/numbering.ts'
import type { Trx } from './db.ts'
import { isUniqueViolation } from './fault.ts'
import { fragment, type Source, select } from './fragment.ts'
import { selectMany } from './many-rows.ts'

/** What numbers are given to. */
export type NumberedKind = Kind | 'receipt'

export type NumberRow = {
  number: string
  kind: NumberedKind
  given_at: Instant
  /** Of the document; null for a draft that was deleted. */
  state: StoredState | null
  customer_name: string | null
}

/**
 * The next free number of a pattern in a period (`periodOf`). Numbers that were given by hand are skipped.
 * `date` fills {yyyy} and {mm}. Take it with `claimNumber` in the same transaction.
 */
export async function nextNumber(
  trx: Trx,
  kind: NumberedKind,
  pattern: string,
  period: string,
  date: CivilDate,
): Promise<string> {
  for (;;) {
    const seq = await nextInSequence(trx, kind, period)
    const number = formatNumber(pattern, { seq, ...partsOf(date) })
    if (!(await isTaken(trx, number))) return number
  }
}

/** Takes a number for good. Throws conflict when any document of any kind ever had it. */
export async function claimNumber(
  trx: Trx,
  number: string,
  kind: NumberedKind,
  documentId: string | null,
  now: Instant,
): Promise<void> {
  const row = { number, kind, document_id: documentId, given_at: now }
  try {
    await trx.insertInto('numbers').values(row).execute()
  } catch (error) {
    if (!isUniqueViolation(error, 'numbers.number')) throw error
    throw new PortalError(
      'conflict',
      `The number ${number} was given before; numbers are never used twice.`,
      'Choose another with `--number`, or leave it out to get the next one.',
      [{ field: 'number', message: 'was given before' }],
    )
  }
}

/** All numbers that were ever given, with what stands under them now. */
export function listNumbers(r: Source): Promise<NumberRow[]> {
  return selectMany<NumberRow>(
    r,
    ['number', 'kind', 'given_at', 'state', 'customer_name'],
    fragment`SELECT n.number, n.kind, n.given_at, d.state, d.customer_name
      FROM numbers AS n LEFT JOIN documents AS d ON d.id = n.document_id`,
  )
}

/** Whether a number, in upper or lower case, was that of a draft which was deleted. */
export async function wasDeleted(r: Source, number: string): Promise<boolean> {
  const rows = await select(
    r,
    fragment`SELECT 1 FROM numbers WHERE number = ${number} COLLATE NOCASE
      AND document_id IS NULL AND kind <> 'receipt'`,
  )
  return rows.length > 0
}

async function nextInSequence(trx: Trx, kind: string, period: string): Promise<number> {
  const { next } = await trx
    .insertInto('counters')
    .values({ kind, period, next: 2 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'period'])
        .doUpdateSet((eb) => ({ next: eb('counters.next', '+', 1) })),
    )
    .returning('next')
    .executeTakeFirstOrThrow()
  return next - 1
}

function partsOf(date: CivilDate): Omit<NumberParts, 'seq'> {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)) }
}

async function isTaken(trx: Trx, number: string): Promise<boolean> {
  const row = await trx
    .selectFrom('numbers')
    .select('number')
    .where('number', '=', number)
    .executeTakeFirst()
  return row !== undefined
}
