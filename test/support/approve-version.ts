import type { App } from '../../src/app.ts'
import { approveVersion } from '../../src/domain/approve-version.ts'
import { consentFor } from '../../src/domain/consent.ts'
import type { Document } from '../../src/domain/document.ts'
import type { Language } from '../../src/domain/language.ts'

/** What the form of the review page carries, as its customer got it in this language. */
export function shownVersion({ config }: App, document: Document, language?: Language): string {
  return approveVersion(document, config.business, consentFor(config.business, language))
}
