import type { CatalogueDraft } from '../catalogue.ts'
import type { ItemField } from './fields.ts'
import type { MappedRow } from './rows.ts'
import { readYes } from './values.ts'

/** An item from a row; undefined for one in which nothing is named. Without a code its name becomes one. */
export function itemOfRow(row: MappedRow<ItemField>): CatalogueDraft | undefined {
  const { text } = row
  const variation = /^regular$/i.test(text('variation')) ? '' : text('variation')
  const name = [text('name'), variation].filter(Boolean).join(', ')
  const described = text('description') || name
  if (text('code') === '' && described === '') return undefined
  const price = row.number(text('unit_price'))
  if (price === undefined && text('unit_price') !== '') {
    row.report('unit_price', `"${text('unit_price')}" is no number`)
  }
  const taxed = text('taxed') === '' ? true : readYes(text('taxed'))
  if (taxed === undefined) row.report('taxed', 'must be yes or no')
  return {
    code: text('code').replace(/\s+/g, '-') || codeOf(name || described),
    description: described,
    unit_price: price ?? '0',
    taxed: taxed ?? true,
    ...(text('unit') ? { unit: text('unit') } : {}),
    ...(text('currency') ? { currency: text('currency') } : {}),
  }
}

/** "Kitchen remodel, large" is kitchen-remodel-large. */
function codeOf(name: string): string {
  const words = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return words
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
