import { checkDecimal, checkPercent, composePortion, plain, type Report } from './checks.ts'
import type { LineItem, Tax } from './document.ts'
import type { ItemDraft } from './draft.ts'
import { descriptionLength, itemCount, taxCount, unitLength } from './limits.ts'
import { checkBlock, checkLine, cleanBlock, isBlank, nearest } from './text.ts'

/** The taxes of a document; their ids are what its items refer to. */
export function composeTaxes(taxes: Tax[], report: Report): Tax[] {
  if (taxes.length > taxCount) report('taxes', `must be at most ${taxCount}`)
  const ids = taxes.map((tax) => tax.id)
  return taxes.map((tax, index) => {
    const field = `taxes[${index}]`
    report(`${field}.id`, checkName(tax.id))
    if (ids.indexOf(tax.id) < index) report(`${field}.id`, `${tax.id} is there twice`)
    report(`${field}.name`, checkName(tax.name))
    report(`${field}.rate`, checkPercent(tax.rate))
    return { id: tax.id, name: tax.name, rate: plain(tax.rate) }
  })
}

/** The line items, each with every field; one without a list of taxes bears all of `taxIds`. */
export function composeItems(
  items: ItemDraft[],
  taxIds: string[],
  currency: string,
  report: Report,
): LineItem[] {
  if (items.length === 0) report('items', 'must have at least one item')
  if (items.length > itemCount) report('items', `must be at most ${itemCount}`)
  return items.map((item, index) => {
    const field = `items[${index}]`
    const { description, unit = '', quantity = '1', unit_price, taxes = taxIds } = item
    report(`${field}.description`, checkDescription(description))
    report(`${field}.unit`, checkLine(unit, unitLength))
    report(`${field}.quantity`, checkDecimal(quantity))
    report(`${field}.unit_price`, checkDecimal(unit_price))
    report(`${field}.taxes`, checkTaxIds(taxes, taxIds))
    return {
      description: cleanBlock(description),
      quantity: plain(quantity),
      unit,
      unit_price: plain(unit_price),
      taxes: taxIds.filter((id) => taxes.includes(id)),
      discount: composePortion(item.discount, `${field}.discount`, currency, report),
    }
  })
}

function checkName(text: string): string | undefined {
  return isBlank(text) ? 'must not be empty' : checkLine(text)
}

function checkDescription(text: string): string | undefined {
  return isBlank(text) ? 'must not be empty' : checkBlock(text, descriptionLength)
}

function checkTaxIds(ids: string[], known: string[]): string | undefined {
  const unknown = ids.find((id) => !known.includes(id))
  if (unknown === undefined) return undefined
  const meant = nearest(unknown, known)
  return meant === undefined
    ? `"${unknown}" is no tax of this document`
    : `"${unknown}" is no tax of this document; did you mean "${meant}"?`
}
