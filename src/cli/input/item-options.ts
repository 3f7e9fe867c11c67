import type { CatalogueDraft } from '../../domain/catalogue.ts'
import type { OptionSpecs, Options } from '../command.ts'

/** What `item create` and `item edit` take. */
export const itemOptions = {
  description: { value: 'text', says: 'as printed on documents' },
  price: { value: 'amount', says: 'of one, as in 65.00' },
  unit: { value: 'unit', says: 'as in hrs' },
  currency: { value: 'code', says: 'of the price (the business’s)' },
  'no-tax': { says: 'bears none of a document’s taxes' },
} as const satisfies OptionSpecs

/** Only what was given. */
export function itemFromOptions(options: Options<typeof itemOptions>): CatalogueDraft {
  const { description, price, unit, currency } = options
  const draft: CatalogueDraft = {}
  if (description !== undefined) draft.description = description
  if (price !== undefined) draft.unit_price = price
  if (unit !== undefined) draft.unit = unit
  if (currency !== undefined) draft.currency = currency
  if (options['no-tax']) draft.taxed = false
  return draft
}
