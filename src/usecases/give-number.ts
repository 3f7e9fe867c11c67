import type { App } from '../app.ts'
import type { CivilDate } from '../domain/document.ts'
import { invalidInput, PortalError } from '../domain/errors.ts'
import { checkNumber, periodOf } from '../domain/numbering.ts'
import type { Trx } from '../store/db.ts'
import { claimNumber, type NumberedKind, nextNumber } from '../store/numbers.ts'

/** What a number is for. */
type Numbered = { kind: NumberedKind; document_id: string; issued_on: CivilDate }

/**
 * Gives the owner's own number where there is one, else the next of its kind.
 * @throws PortalError invalid_input for one that will not do, or was given before
 */
export async function giveNumber(
  app: App,
  trx: Trx,
  own: string | undefined,
  of: Numbered,
): Promise<string> {
  if (own === undefined || own === '') return giveNextNumber(app, trx, of)
  const problem = checkNumber(own)
  if (problem) throw invalidInput([{ field: 'number', message: problem }])
  try {
    await claimNumber(trx, own, of.kind, of.document_id, app.clock.now().toISOString())
  } catch (error) {
    if (!(error instanceof PortalError) || error.code !== 'conflict') throw error
    throw invalidInput([{ field: 'number', message: error.message }])
  }
  return own
}

/** Gives the next number of its kind, by the pattern and the period of its date. */
export async function giveNextNumber(
  app: App,
  trx: Trx,
  { kind, document_id, issued_on }: Numbered,
): Promise<string> {
  const { numbering } = app.config
  const period = periodOf(numbering.reset, issued_on)
  const number = await nextNumber(trx, kind, numbering[kind], period, issued_on)
  await claimNumber(trx, number, kind, document_id, app.clock.now().toISOString())
  return number
}
