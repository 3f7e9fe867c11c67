/** How programs name what is known of something that is sold. Names are plain (`plainName`). */
import type { CatalogueDraft } from '../catalogue.ts'
import type { Columns, Source } from './mapping.ts'
import type { MappedRow } from './rows.ts'
import { readYes } from './values.ts'

export const itemFields = [
  'code',
  'name',
  'variation',
  'description',
  'unit',
  'unit_price',
  'currency',
  'taxed',
] as const
export type ItemField = (typeof itemFields)[number]

const sources: readonly Source<ItemField>[] = [
  {
    program: 'Square',
    marks: ['token', 'itemname', 'variationname'],
    columns: {
      itemname: 'name',
      variationname: 'variation',
      sku: 'code',
      description: 'description',
      price: 'unit_price',
    },
  },
  {
    program: 'QuickBooks',
    marks: ['productservicename'],
    columns: {
      productservicename: 'name',
      salesdescription: 'description',
      sku: 'code',
      salesprice: 'unit_price',
      salespricerate: 'unit_price',
      taxable: 'taxed',
    },
  },
  {
    program: 'Invoice Ninja',
    marks: ['productkey'],
    columns: { productkey: 'name', notes: 'description', price: 'unit_price', cost: 'unit_price' },
  },
  {
    program: 'a list',
    marks: [],
    columns: {
      code: 'code',
      sku: 'code',
      name: 'name',
      item: 'name',
      itemname: 'name',
      product: 'name',
      productname: 'name',
      description: 'description',
      itemdescription: 'description',
      unit: 'unit',
      unitprice: 'unit_price',
      price: 'unit_price',
      rate: 'unit_price',
      unitcost: 'unit_price',
      currency: 'currency',
      taxed: 'taxed',
      taxable: 'taxed',
    },
  },
]

export const itemColumns: Columns<ItemField> = {
  fields: itemFields,
  numeric: ['unit_price'],
  needed: [['code', 'name', 'description']],
  sources,
}

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
