import type { CustomerDraft } from '../customer.ts'
import type { CustomerField } from './fields.ts'
import type { MappedRow } from './rows.ts'
import { readCountry, readYes } from './values.ts'

/** A customer from a row; undefined for a row in which nobody is named. */
export function customerOfRow(row: MappedRow<CustomerField>): CustomerDraft | undefined {
  const { text } = row
  const person = [text('first_name'), text('last_name')].filter(Boolean).join(' ')
  /* QuickBooks puts several addresses into one cell. */
  const [email = '', ...others] = text('email').split(/[,;]\s*/)
  const name = text('name') || text('company') || person || email
  if (name === '') return undefined
  const draft: CustomerDraft = { name, address: addressOf(row, name, person) }
  if (email) draft.email = email
  const cc = [...others, ...text('cc').split(/[,;]\s*/)].filter(Boolean)
  if (cc.length > 0) draft.cc = cc
  const phone = firstPhone(text('phone')) || text('mobile')
  if (phone) draft.phone = phone
  if (text('tax_id')) draft.tax_id = text('tax_id')
  if (text('locale')) draft.locale = text('locale')
  const country = text('country') && readCountry(text('country'))
  if (country) draft.country = country
  else if (text('country'))
    row.report('country', `"${text('country')}" is no country that is known`)
  const exempt = readYes(text('tax_exempt'))
  if (exempt === undefined) row.report('tax_exempt', 'must be yes or no')
  else if (exempt) draft.tax_exempt = true
  return draft
}

/** QuickBooks puts several into one cell: "Phone: (555) 123-4567 Mobile: (555) 999-0000". */
function firstPhone(text: string): string {
  return /^(?:Phone|Mobile): *(.*?)(?= +(?:Phone|Mobile|Fax|Other):|$)/i.exec(text)?.[1] ?? text
}

/** Lines as on an envelope; the person first where the name is that of a company. */
function addressOf({ text }: MappedRow<CustomerField>, name: string, person: string): string[] {
  const place = [text('state'), text('postal_code')].filter(Boolean).join(' ')
  return [
    ...(person && person !== name ? [person] : []),
    ...text('address').split(/\r?\n/),
    text('address_2'),
    [text('city'), place].filter(Boolean).join(', '),
  ].filter(Boolean)
}
