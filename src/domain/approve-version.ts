/** What a customer has before them when they sign: the estimate, whose it is, and what is agreed to. */
import { canonicalJson, sha256 } from './canonical.ts'
import { consentFor } from './consent.ts'
import { formVersion } from './decide-form.ts'
import type { Document } from './document.ts'
import { type Language, languages } from './language.ts'

/** The business as the review page and the signed copy name it. */
export type ShownBusiness = {
  name: string
  address: readonly string[]
  email: string
  phone: string
  website: string
  tax_id: string
}

/** A consent in one language, word for word. */
export type Consent = { version: string; text: string }

type Named = Pick<Document, 'version' | 'content_hash'>

/** What the customer sees of a business as one text, which an approval's line in the timeline keeps. */
export function writeBusiness(business: ShownBusiness): string {
  const { name, address, email, phone, website, tax_id } = business
  return canonicalJson({ name, address, email, phone, website, tax_id })
}

/** Reads it back; null where an older line keeps none. */
export function readBusiness(text: unknown): ShownBusiness | null {
  return typeof text === 'string' ? (JSON.parse(text) as ShownBusiness) : null
}

/**
 * What the review page's form carries: `formVersion`, and what stood around the estimate. Whoever signs a page on
 * which the business or the consent reads otherwise than today has another.
 */
export function approveVersion(
  document: Named,
  business: ShownBusiness,
  { text }: Pick<Consent, 'text'>,
): string {
  const shown = sha256(canonicalJson({ business: writeBusiness(business), consent: text }))
  return `${formVersion(document)}-${shown.slice(0, 32)}`
}

/**
 * The consent that the page of a form showed, whatever its language was; undefined when it showed something that
 * does not stand any more.
 */
export function consentGiven(
  document: Named,
  business: ShownBusiness,
  version: string,
): Consent | undefined {
  return (Object.keys(languages) as Language[])
    .map((language) => consentFor(business, language))
    .find((consent) => approveVersion(document, business, consent) === version)
}
