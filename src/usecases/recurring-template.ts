import { draftOf } from '../domain/compose.ts'
import type { CustomerDraft } from '../domain/customer.ts'
import { daysBetween } from '../domain/dates.ts'
import type { CivilDate } from '../domain/document.ts'
import type { ContentDraft } from '../domain/draft.ts'
import { PortalError } from '../domain/errors.ts'
import type { RecurringDraft } from '../domain/recurring.ts'
import type { Trx } from '../store/db.ts'
import { getDocument } from '../store/documents.ts'

/** `from`: the date of the document that the invoices are like. */
export type RecurringTemplate = {
  customer: string | CustomerDraft | undefined
  from: CivilDate | null
  draft: RecurringDraft
}

export type RecurringTemplateInput = {
  /** A document that the invoices are like; what `changes` say comes before. */
  like?: string
  changes: Partial<ContentDraft> & { customer?: string | CustomerDraft }
}

/**
 * What every invoice of a series says: the document it is like, and what was given beside it.
 * @throws PortalError not_found; wrong_state for a credit note
 */
export async function recurringTemplate(
  trx: Trx,
  { like, changes }: RecurringTemplateInput,
): Promise<RecurringTemplate> {
  const { customer, kind: _, issued_on, due_on, valid_until_on, deposit, ...given } = changes
  if (like === undefined) return { customer, from: null, draft: { items: [], ...given } }
  const document = await getDocument(trx, like)
  if (document.kind === 'credit_note') {
    const message = `${document.number} is a credit note: nothing to invoice again.`
    throw new PortalError('wrong_state', message, 'Name an invoice or an estimate.')
  }
  const content = draftOf(document.content)
  const { kind, issued_on: from, due_on: due, valid_until_on: until, deposit: d, ...rest } = content
  const days = due && from ? { due_in_days: Math.max(0, daysBetween(from, due)) } : {}
  const terms = kind === 'estimate' ? {} : { terms: rest.terms ?? '' }
  const { terms: __, ...without } = rest
  const defined = Object.fromEntries(Object.entries(given).filter(([, v]) => v !== undefined))
  return {
    customer: customer ?? document.customer_id,
    from: from ?? null,
    draft: { ...without, ...terms, ...days, ...defined } as RecurringDraft,
  }
}
