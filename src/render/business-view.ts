import type { Config } from '../config/schema.ts'
import type { Labels } from './labels.ts'
import { mailLink, phoneLink, webLink } from './links.ts'

/** A line of text that may be a link; `href` is empty when it is not. */
export type Contact = { text: string; href: string }

/** Who the document is from, and how to reach them. */
export type BusinessView = {
  title: string
  name: string
  address: string[]
  contacts: Contact[]
  tax_id: string
}

/** The business as configured; empty parts are left out. */
export function businessView({ business }: Config, labels: Labels): BusinessView {
  const { name, address, phone, email, website, tax_id } = business
  const contacts: Contact[] = [
    { text: phone, href: phoneLink(phone) ?? '' },
    { text: email, href: mailLink(email, '')?.replace(/\?.*/, '') ?? '' },
    { text: website.replace(/^https?:\/\/|\/$/g, ''), href: webLink(website) ?? '' },
  ]
  return {
    title: labels.parts.business,
    name,
    address: address.filter((line) => line.trim() !== ''),
    contacts: contacts.filter(({ text }) => text !== ''),
    tax_id: tax_id && labels.parts.taxId(tax_id),
  }
}
