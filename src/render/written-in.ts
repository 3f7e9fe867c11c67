import type { Document } from '../domain/document.ts'

/** The document with its amounts and dates written for another reader: the owner, or who chose a language. */
export function writtenIn(locale: string, document: Document): Document {
  const { content } = document
  return content.locale === locale ? document : { ...document, content: { ...content, locale } }
}
