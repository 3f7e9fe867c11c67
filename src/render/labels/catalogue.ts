import type { MailLabels } from './en/mail.ts'
import type { Labels } from './en/pages.ts'

/** All the words of one language; the compiler asks for what is missing. */
export type Catalogue = { pages: Labels; mail: MailLabels }
