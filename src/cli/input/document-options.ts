import type { Problem } from '../../domain/errors.ts'
import type { OptionSpecs, Options } from '../command.ts'
import type { FileDraft } from './document-fields.ts'
import { itemForm, readItems } from './item.ts'
import { readPortion, readTaxes } from './money-options.ts'

/** What `create` and `edit` of estimates and invoices take. */
export const documentOptions = {
  customer: { value: 'who', says: 'id, e-mail or exact name; a new one as "Name <e-mail>"' },
  item: {
    value: itemForm,
    many: true,
    says: 'a line item, or "@code|quantity" of the catalogue; once for each',
  },
  tax: { value: 'name:rate', many: true, says: 'a tax in percent, as in Tax:8; "none" for none' },
  'issued-on': { value: 'date', says: 'date of issue, YYYY-MM-DD (today)' },
  'due-on': { value: 'date', says: 'invoices: when it is due' },
  'valid-until': { value: 'date', says: 'estimates: the last day it holds' },
  deposit: { value: 'part', says: 'estimates: 50% or 500.00; "none" for none' },
  discount: { value: 'part', says: 'off the subtotal: 10% or 25.00' },
  currency: { value: 'code', says: 'as in USD' },
  terms: { value: 'text', says: 'terms, printed at the end' },
  notes: { value: 'text', says: 'a note to the customer' },
  'no-online-pay': { says: 'offer no online payment' },
  from: { value: 'file', says: 'read it from a YAML or JSON file, - for standard input' },
} as const satisfies OptionSpecs

export type DocumentOptions = Options<typeof documentOptions>

/** The draft that the options describe, only what was given, and what is not written as it must be. */
export function draftFromOptions(options: DocumentOptions): {
  draft: FileDraft
  problems: Problem[]
} {
  const problems: Problem[] = []
  const draft: FileDraft = {}
  const { customer, item, tax, deposit, discount, currency, terms, notes } = options
  if (customer !== undefined) draft.customer = readCustomer(customer)
  if (item !== undefined) draft.items = readItems(item, problems)
  if (tax !== undefined) draft.taxes = readTaxes(tax, problems)
  if (options['issued-on'] !== undefined) draft.issued_on = options['issued-on']
  if (options['due-on'] !== undefined) draft.due_on = options['due-on']
  if (options['valid-until'] !== undefined) draft.valid_until_on = options['valid-until']
  if (deposit !== undefined) draft.deposit = readPortion(deposit)
  if (discount !== undefined) draft.discount = readPortion(discount)
  if (currency !== undefined) draft.currency = currency
  if (terms !== undefined) draft.terms = terms
  if (notes !== undefined) draft.notes = notes
  if (options['no-online-pay']) draft.online_pay = false
  return { draft, problems }
}

/** `Jane Roe <jane@example.com>` is a new customer, or the one who is known so; `Jane Roe <>` has no e-mail. */
function readCustomer(text: string): NonNullable<FileDraft['customer']> {
  const [, name, email = ''] = /^\s*([^<>]*[^<>\s])\s*<([^<>]*)>\s*$/.exec(text) ?? []
  return name === undefined ? text : { name, ...(email === '' ? {} : { email }) }
}
