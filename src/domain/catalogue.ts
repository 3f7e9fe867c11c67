/** What is sold, kept under a code of the owner's: entered once, typed as `@code` ever after. */
import { checkDecimal, plain, type Report } from './checks.ts'
import { isCurrency } from './currency.ts'
import type { DecimalText, Instant } from './document.ts'
import type { ItemDraft } from './draft.ts'
import { invalidInput, type Problem } from './errors.ts'
import { descriptionLength, numberLength, unitLength } from './limits.ts'
import { checkBlock, checkLine, cleanBlock, isBlank } from './text.ts'

export type CatalogueItem = {
  id: string
  code: string
  description: string
  unit: string
  unit_price: DecimalText
  /** Of the price; documents in another currency refuse it. */
  currency: string
  /** False: a line of it bears none of a document's taxes. */
  taxed: boolean
  archived_at: Instant | null
  created_at: Instant
  updated_at: Instant
}

/** What the owner enters, not checked yet. */
export type CatalogueDraft = {
  code?: string
  description?: string
  unit?: string
  unit_price?: string
  currency?: string
  taxed?: boolean
}

/** A line that names an item of the catalogue; what else it says comes before. */
export type CodedItem = Partial<ItemDraft> & { code: string }

/**
 * Checks an item.
 * @throws PortalError invalid_input with all problems at once
 */
export function composeCatalogueItem(
  draft: CatalogueDraft,
  defaults: { currency: string },
): Omit<CatalogueItem, 'id' | 'archived_at' | 'created_at' | 'updated_at'> {
  const problems: Problem[] = []
  const report: Report = (field, message) => {
    if (message !== undefined) problems.push({ field, message })
  }
  const { unit = '', unit_price = '', taxed = true } = draft
  const code = (draft.code ?? '').trim().replace(/^@/, '')
  const description = cleanBlock(draft.description ?? '')
  const currency = (draft.currency ?? defaults.currency).toUpperCase()
  report('code', checkCode(code))
  report('description', isBlank(description) ? 'must not be empty' : undefined)
  report('description', checkBlock(description, descriptionLength))
  report('unit', checkLine(unit, unitLength))
  report('unit_price', unit_price === '' ? 'is missing, as in 65.00' : checkDecimal(unit_price))
  report('currency', isCurrency(currency) ? undefined : 'must be an ISO 4217 code such as USD')
  if (problems.length > 0) throw invalidInput(problems, 'Nothing was written.')
  return { code, description, unit, unit_price: plain(unit_price), currency, taxed }
}

/** Why a text cannot be a code; undefined when it can. It is typed in shells, so it has no spaces. */
function checkCode(code: string): string | undefined {
  const form = 'must be letters, digits, ".", "_" and "-", at most 40, such as labor'
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(code) && code.length <= numberLength
    ? undefined
    : form
}

/** The line item that a coded line stands for. */
export function itemOf(
  { code: _, ...line }: CodedItem,
  { description, unit, unit_price, taxed }: CatalogueItem,
): ItemDraft {
  return { description, unit, unit_price, ...(taxed ? {} : { taxes: [] }), ...line }
}
