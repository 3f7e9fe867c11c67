/** What the owner enters for a document: the fields of an input file, not checked yet. */
import type {
  BillTo,
  CivilDate,
  Content,
  DecimalText,
  DepositRule,
  Discount,
  Kind,
  Tax,
} from './document.ts'

export type ItemDraft = {
  description: string
  /** One when left out. */
  quantity?: DecimalText
  unit?: string
  unit_price: DecimalText
  /** All of the document's taxes when left out; an empty list makes the line exempt. */
  taxes?: string[]
  discount?: Discount | null
}

/** What is left out, or a date that is null, comes from `ContentDefaults`. */
export type ContentDraft = {
  kind: Kind
  currency?: string
  locale?: string
  issued_on?: CivilDate
  due_on?: CivilDate | null
  /** Instead of `due_on`: days after the issue date. */
  due_in_days?: number
  valid_until_on?: CivilDate | null
  prices_include_tax?: boolean
  taxes?: Tax[]
  items: ItemDraft[]
  discount?: Discount | null
  /** Null: none, whatever the configuration says. */
  deposit?: DepositRule | null
  terms?: string
  notes?: string
  online_pay?: boolean
}

/** The part of the configuration that documents begin with. */
export type DocumentDefaults = {
  due_in_days: number
  valid_for_days: number
  prices_include_tax: boolean
  taxes: Tax[]
  invoice_terms: string
  estimate_terms: string
  deposit: DepositRule | null
}

export type ContentDefaults = {
  /** The date in the business's time zone. */
  today: CivilDate
  bill_to: BillTo
  /** Such customers pay no taxes, whatever the draft says. */
  tax_exempt: boolean
  /** The customer's. */
  locale: string
  config: { business: { currency: string }; documents: DocumentDefaults }
}

/** The draft that composes to this content again, with nothing left to defaults. */
export function draftOf(content: Content): ContentDraft {
  const { bill_to: _, ...draft } = content
  return structuredClone(draft)
}

/**
 * A draft with some fields replaced; an undefined one stays as it was. What a change makes obsolete
 * goes: the due date when days are given, and, when the taxes change, the list of every item that
 * bore all taxes, so that it bears all new ones.
 */
export function changeDraft(draft: ContentDraft, asked: Partial<ContentDraft>): ContentDraft {
  const given = Object.entries(asked).filter(([, value]) => value !== undefined)
  const changes: Partial<ContentDraft> = Object.fromEntries(given)
  const changed = { ...draft, ...changes }
  if (changes.due_in_days !== undefined && changes.due_on === undefined) delete changed.due_on
  if (changes.due_on !== undefined && changes.due_in_days === undefined) delete changed.due_in_days
  if (changes.taxes === undefined || changes.items !== undefined) return changed
  const all = draft.taxes?.length ?? 0
  return { ...changed, items: draft.items.map((item) => withoutAllTaxes(item, all)) }
}

function withoutAllTaxes(item: ItemDraft, all: number): ItemDraft {
  if (item.taxes === undefined || new Set(item.taxes).size !== all) return item
  const { taxes: _, ...rest } = item
  return rest
}
