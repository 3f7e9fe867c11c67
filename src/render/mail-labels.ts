/** The languages that mails can speak. A further one is one file and one line here. */

import { enMail, type MailLabels } from './labels/en-mail.ts'
import { languageOf } from './labels.ts'

const catalogues: Record<string, MailLabels> = { en: enMail }

/** The words of mails for a locale's language, or the English ones. */
export function mailLabelsFor(locale: string): MailLabels {
  return catalogues[languageOf(locale)] ?? enMail
}
