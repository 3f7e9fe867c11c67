import type { Problem } from '../domain/errors.ts'
import type { ListedInvoice } from '../domain/imports/invoices.ts'
import { checkNumber } from '../domain/numbering.ts'
import type { Trx } from '../store/db.ts'
import { listTakenNumbers } from '../store/imports.ts'

/**
 * The numbers that a list gives itself. One that cannot be a number, was given before, or is there twice is noted
 * as a problem.
 */
export async function checkListedNumbers(
  trx: Trx,
  invoices: readonly ListedInvoice[],
  problems: Problem[],
): Promise<Set<string>> {
  const numbers = invoices.flatMap(({ draft }) => draft.number ?? [])
  const taken = new Set(await listTakenNumbers(trx, numbers))
  const seen = new Set<string>()
  for (const { place, draft } of invoices) {
    const { number } = draft
    if (number === undefined) continue
    const wrong =
      checkNumber(number) ??
      (taken.has(number) ? `${number} was given before` : undefined) ??
      (seen.has(number) ? `${number} is there twice` : undefined)
    seen.add(number)
    if (wrong) problems.push({ field: `${place}, number`, message: wrong })
  }
  return seen
}
