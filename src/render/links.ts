/** Links to the business: only `mailto:`, `tel:`, `http:` and `https:` ever reach a page. */
import { isEmailAddress } from '../domain/text.ts'
import { withoutMarks } from './direction.ts'

/** A `mailto:` link with a subject; null for anything that is not one plain address. */
export function mailLink(email: string, subject: string): string | null {
  if (!isEmailAddress(email)) return null
  const address = encodeURIComponent(email).replace('%40', '@')
  return `mailto:${address}?subject=${encodeURIComponent(withoutMarks(subject))}`
}

/** A `tel:` link; null when the number holds letters, such as an extension, that a telephone cannot dial. */
export function phoneLink(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '')
  return /\p{L}/u.test(phone) || !/^\+?\d{3,}$/.test(digits) ? null : `tel:${digits}`
}

/** A website's address; a bare "acme.example" counts as https. Null for other schemes. */
export function webLink(website: string): string | null {
  const text = website.trim()
  const address = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`
  if (text === '' || !URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null
}
