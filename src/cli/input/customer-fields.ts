import type { CustomerDraft } from '../../domain/customer.ts'
import { type FieldReader, flag, lines, mapping, text } from './fields.ts'

/** A customer as a mapping in an input file; the names of `customer create`. */
export const customerFields: FieldReader<CustomerDraft> = mapping<CustomerDraft>({
  name: text(),
  email: text(),
  cc: lines(),
  phone: text(),
  address: lines(),
  country: text(),
  locale: text(),
  tax_id: text(),
  tax_exempt: flag(),
  reminders: flag(),
})
