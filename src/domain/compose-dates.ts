import type { Report } from './checks.ts'
import { addDays, isCivilDate } from './dates.ts'
import type { CivilDate, Content, Kind } from './document.ts'
import type { ContentDefaults, ContentDraft } from './draft.ts'
import { daysAhead } from './limits.ts'
import { kindNoun } from './nouns.ts'

type Dates = Pick<Content, 'issued_on' | 'due_on' | 'valid_until_on'>

/**
 * The dates of a document: only invoices fall due, only estimates expire, neither before it is
 * issued.
 */
export function composeDates(
  draft: ContentDraft,
  { today, config }: ContentDefaults,
  report: Report,
): Dates {
  const issued_on = draft.issued_on ?? today
  report('issued_on', checkDate(issued_on))
  const ends = {
    due_on: dueOn(draft, issued_on, config.documents.due_in_days, report),
    valid_until_on: validUntil(draft, issued_on, config.documents.valid_for_days),
  }
  for (const field of ['due_on', 'valid_until_on'] as const) {
    const date = ends[field]
    if (date === null) continue
    report(
      field,
      checkDate(date) ?? (date < issued_on ? 'must not lie before the issue date' : undefined),
    )
  }
  refuseForeign(draft, report)
  return { issued_on, ...ends }
}

function checkDate(date: CivilDate): string | undefined {
  return isCivilDate(date) ? undefined : 'must be a date such as 2025-01-31'
}

function dueOn(
  { kind, due_on, due_in_days }: ContentDraft,
  issued: CivilDate,
  usual: number,
  report: Report,
): CivilDate | null {
  if (kind !== 'invoice') return null
  if (due_in_days !== undefined && due_on) report('due_in_days', 'cannot stand beside due_on')
  if (due_on) return due_on
  const days = due_in_days ?? usual
  if (!Number.isInteger(days) || days < 0 || days > daysAhead) {
    report('due_in_days', `must be a whole number from 0 to ${daysAhead}`)
    return null
  }
  return isCivilDate(issued) ? addDays(issued, days) : null
}

function validUntil({ kind, valid_until_on }: ContentDraft, issued: CivilDate, days: number) {
  if (kind !== 'estimate') return null
  if (valid_until_on) return valid_until_on
  return isCivilDate(issued) ? addDays(issued, days) : null
}

/** Dates that mean nothing on this kind of document are more likely a slip than a wish. */
function refuseForeign({ kind, ...draft }: ContentDraft, report: Report): void {
  const only = (wanted: Kind) => `is for ${wanted}s, not for the kind ${kindNoun(kind)}`
  if (kind !== 'invoice' && draft.due_on) report('due_on', only('invoice'))
  if (kind !== 'invoice' && draft.due_in_days !== undefined) report('due_in_days', only('invoice'))
  if (kind !== 'estimate' && draft.valid_until_on) report('valid_until_on', only('estimate'))
}
