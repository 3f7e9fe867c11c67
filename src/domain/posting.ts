/** When a document counts in the books of an accountant: as issued, and the other way round once it is void. */
import type { CivilDate, Kind, StoredState, Totals } from './document.ts'
import type { WriteOff } from './write-offs.ts'

/** What reports look at of an invoice or a credit note. */
export type PostedDocument = {
  id: string
  kind: Kind
  number: string
  state: StoredState
  customer_name: string
  currency: string
  issued_on: CivilDate
  totals: Pick<Totals, 'subtotal_minor' | 'discount_minor' | 'tax_minor' | 'total_minor' | 'taxes'>
  /** Net sales of lines without any tax. */
  untaxed_minor: number
  voided_on: CivilDate | null
  /** What was given up of it, and what of that came after all. */
  write_offs: WriteOff[]
}

/** `sign` is of sales: a credit note takes them back, and so does a void invoice on the day it became so. */
export type Posting = { document: PostedDocument; on: CivilDate; sign: 1 | -1; is_void: boolean }

/** Drafts and estimates never count; a void document twice, so that a period that was reported stays as it was. */
export function postingsOf(document: PostedDocument): Posting[] {
  const { kind, state, issued_on, voided_on, totals } = document
  if (kind === 'estimate' || state === 'draft') return []
  const isCredit = kind === 'credit_note' && totals.total_minor > 0
  const sign = isCredit ? -1 : 1
  const issued: Posting = { document, on: issued_on, sign, is_void: false }
  if (state !== 'void') return [issued]
  const back = sign === 1 ? -1 : 1
  return [issued, { document, on: voided_on ?? issued_on, sign: back, is_void: true }]
}

/** Sales without tax, whether prices include it or not. */
export function netSales({ total_minor, tax_minor }: PostedDocument['totals']): number {
  return total_minor - tax_minor
}

/** Whether a date lies in a period, its ends included. */
export function isWithin(on: CivilDate, { since, until }: Period): boolean {
  return since <= on && on <= until
}

export type Period = { since: CivilDate; until: CivilDate }
