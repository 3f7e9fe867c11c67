/** From what the owner entered about a customer to what is kept. */
import { composeLocale, type Report } from './checks.ts'
import type { BillTo, Customer } from './document.ts'
import { invalidInput, type Problem } from './errors.ts'
import { addressLines, copyCount } from './limits.ts'
import { copiesFor } from './sending.ts'
import { checkLine, isBlank, isEmailAddress } from './text.ts'

/** The fields of `customer create`, not checked yet; only the name is needed. */
export type CustomerDraft = {
  name?: string
  email?: string
  cc?: string[]
  phone?: string
  /** Lines; one that holds new lines counts as several. */
  address?: string[]
  country?: string
  locale?: string
  tax_id?: string
  tax_exempt?: boolean
  reminders?: boolean
}

/** The business's own, which most customers share. */
export type CustomerDefaults = { country: string; locale: string }

export type NewCustomer = Omit<Customer, 'id' | 'archived_at' | 'created_at' | 'updated_at'>

/**
 * Fills in what is left out and checks everything.
 * @throws PortalError invalid_input with all problems at once
 */
export function composeCustomer(draft: CustomerDraft, defaults: CustomerDefaults): NewCustomer {
  const problems: Problem[] = []
  const report: Report = (field, message) => {
    if (message !== undefined) problems.push({ field, message })
  }
  const email = (draft.email ?? '').trim()
  if (email !== '') report('email', checkEmail(email))
  const customer = {
    name: composeName(draft.name ?? '', report),
    email,
    cc: composeCopies(draft.cc ?? [], report),
    phone: composeLine('phone', draft.phone ?? '', report),
    address: composeAddress(draft.address ?? [], report),
    country: composeCountry(draft.country ?? defaults.country, report),
    locale: composeLocale(draft.locale ?? defaults.locale, report),
    tax_id: composeLine('tax_id', draft.tax_id ?? '', report),
    tax_exempt: draft.tax_exempt ?? false,
    reminders: draft.reminders ?? true,
  }
  if (problems.length > 0) throw invalidInput(problems)
  return customer
}

/** The customer as printed on a document. */
export function billTo({ name, email, phone, address, country, tax_id }: Customer): BillTo {
  return { name, email, phone, address, country, tax_id }
}

function composeName(text: string, report: Report): string {
  const name = text.trim()
  report('name', isBlank(name) ? 'must not be empty' : checkLine(name))
  return name
}

function composeLine(field: string, text: string, report: Report): string {
  const line = text.trim()
  report(field, checkLine(line))
  return line
}

function checkEmail(email: string): string | undefined {
  return isEmailAddress(email) ? undefined : 'must be one e-mail address, such as ann@example.com'
}

function composeCopies(copies: string[], report: Report): string[] {
  const addresses = copies.map((copy) => copy.trim())
  for (const [index, address] of addresses.entries()) report(`cc[${index}]`, checkEmail(address))
  if (addresses.length > copyCount) report('cc', `must be at most ${copyCount} addresses`)
  return copiesFor('', addresses)
}

function composeAddress(address: string[], report: Report): string[] {
  const lines = address.flatMap((text) => text.split(/\r?\n/)).map((line) => line.trimEnd())
  const filled = lines.filter((line) => line !== '').map((line) => line.replaceAll('\t', ' '))
  for (const [index, line] of filled.entries()) report(`address[${index}]`, checkLine(line))
  if (filled.length > addressLines) report('address', `must be at most ${addressLines} lines`)
  return filled
}

function composeCountry(text: string, report: Report): string {
  const country = text.trim().toUpperCase()
  if (country !== '' && !/^[A-Z]{2}$/.test(country)) {
    report('country', 'must be a two-letter code such as US')
  }
  return country
}
