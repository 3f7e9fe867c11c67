/** From what the owner entered to what a document says, with its totals. */
import { composeLocale, composePortion, type Report } from './checks.ts'
import { composeDates } from './compose-dates.ts'
import { composeItems, composeTaxes } from './compose-items.ts'
import { isCurrency } from './currency.ts'
import type { Content, DepositRule, Totals } from './document.ts'
import type { ContentDefaults, ContentDraft, DocumentDefaults } from './draft.ts'
import { invalidInput, type Problem } from './errors.ts'
import { kindNoun } from './nouns.ts'
import { checkBlock, cleanBlock } from './text.ts'
import { computeTotals } from './totals.ts'

export { type ContentDraft, changeDraft, draftOf } from './draft.ts'

/**
 * Fills in what a draft leaves out, checks everything, and computes the totals.
 * @throws PortalError invalid_input with all problems; fields are the draft's own paths,
 *   `items[0].quantity`
 */
export function composeContent(
  draft: ContentDraft,
  defaults: ContentDefaults,
): { content: Content; totals: Totals } {
  const problems: Problem[] = []
  const content = compose(draft, defaults, (field, message) => {
    if (message !== undefined) problems.push({ field, message })
  })
  // Totals need sound figures; wrong dates or words do not stand in their way.
  if (problems.some(({ field }) => isFigure(field))) throw invalidInput(problems)
  const { result, problems: more } = computeTotals(content)
  if (problems.length + more.length > 0) throw invalidInput([...problems, ...more])
  return { content, totals: result }
}

function compose(draft: ContentDraft, defaults: ContentDefaults, report: Report): Content {
  const { documents } = defaults.config
  const currency = composeCurrency(draft.currency ?? defaults.config.business.currency, report)
  const taxes = composeTaxes(draft.taxes ?? documents.taxes, report)
  const ids = taxes.map((tax) => tax.id)
  const items = composeItems(draft.items, ids, currency, report)
  const exempt = defaults.tax_exempt
  return {
    kind: draft.kind,
    currency,
    locale: composeLocale(draft.locale ?? defaults.locale, report),
    ...composeDates(draft, defaults, report),
    prices_include_tax: draft.prices_include_tax ?? documents.prices_include_tax,
    bill_to: defaults.bill_to,
    taxes: exempt ? [] : taxes,
    items: exempt ? items.map((item) => ({ ...item, taxes: [] })) : items,
    discount: composePortion(draft.discount, 'discount', currency, report),
    deposit: composeDeposit(draft, documents, currency, report),
    terms: composeBlock('terms', draft.terms ?? usualTerms(draft, documents), report),
    notes: composeBlock('notes', draft.notes ?? '', report),
    online_pay: draft.kind !== 'credit_note' && (draft.online_pay ?? true),
  }
}

function composeCurrency(code: string, report: Report): string {
  const currency = code.toUpperCase()
  if (!isCurrency(currency)) report('currency', 'must be an ISO 4217 code such as USD')
  return currency
}

function composeDeposit(
  { kind, deposit }: ContentDraft,
  documents: DocumentDefaults,
  currency: string,
  report: Report,
): DepositRule | null {
  if (kind === 'estimate') {
    const rule = deposit === undefined ? documents.deposit : deposit
    return composePortion(rule, 'deposit', currency, report)
  }
  if (deposit) report('deposit', `is for estimates, not for the kind ${kindNoun(kind)}`)
  return null
}

function usualTerms({ kind }: ContentDraft, documents: DocumentDefaults): string {
  if (kind === 'credit_note') return ''
  return kind === 'invoice' ? documents.invoice_terms : documents.estimate_terms
}

function composeBlock(field: string, text: string, report: Report): string {
  report(field, checkBlock(text))
  return cleanBlock(text)
}

/** Fields without which no totals can be computed. */
function isFigure(field: string): boolean {
  return /currency|taxes|quantity|unit_price|discount|deposit|^items$/.test(field)
}
