import type { CustomerDraft } from '../../domain/customer.ts'
import type { OptionSpecs, Options } from '../command.ts'

/** What `customer create` and `customer edit` take. */
export const customerOptions = {
  name: { value: 'name', says: 'as printed on documents' },
  email: { value: 'address', says: 'where documents are sent' },
  cc: { value: 'address', many: true, says: 'a copy of every mail; once for each' },
  phone: { value: 'number', says: 'for you' },
  address: { value: 'line', many: true, says: 'a line of the address; once for each' },
  country: { value: 'code', says: 'as in US' },
  locale: { value: 'tag', says: 'language and formats, as in en-US' },
  'tax-id': { value: 'id', says: 'printed on documents' },
  'tax-exempt': { says: 'no taxes on new documents' },
  'no-reminders': { says: 'never remind this customer' },
} as const satisfies OptionSpecs

/** Only what was given. */
export function customerFromOptions(options: Options<typeof customerOptions>): CustomerDraft {
  const { name, email, cc, phone, address, country, locale } = options
  const draft: CustomerDraft = {}
  if (name !== undefined) draft.name = name
  if (email !== undefined) draft.email = email
  if (cc !== undefined) draft.cc = cc.filter((one) => one !== '')
  if (phone !== undefined) draft.phone = phone
  if (address !== undefined) draft.address = address
  if (country !== undefined) draft.country = country
  if (locale !== undefined) draft.locale = locale
  if (options['tax-id'] !== undefined) draft.tax_id = options['tax-id']
  if (options['tax-exempt']) draft.tax_exempt = true
  if (options['no-reminders']) draft.reminders = false
  return draft
}
