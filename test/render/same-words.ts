/** Words that are the same as in English on purpose: names, codes and words that languages share. */
import type { Language } from '../../src/domain/language.ts'

/** In every language. */
export const sameEverywhere = [
  'PayPal',
  'Stripe',
  'Square',
  'Sandbox Pay',
  'UTC',
  // Made of nothing but what comes in.
  'a1 (a2)',
  'a1: a2',
  'a1, a2',
  'a1: a3',
  'a1, a3',
  'a1',
  'a1:',
  '[Test] a1',
  'a1 UTC, a2 in a3',
]

/** In one language; one entry a language. */
export const sameIn: Partial<Record<Language, string[]>> = {
  de: ['Link', 'In a1'],
  es: ['Total', 'Total:', 'Subtotal', 'Error: a1'],
  fr: ['Total', 'Signature', 'Version', 'Date', 'Message'],
  pt: ['Total', 'Total:', 'Subtotal', 'Link'],
  it: ['Link'],
  nl: ['Link', 'Document', 'Later'],
  pl: ['Link'],
}
