import type { App } from '../app.ts'
import type { Document } from '../domain/document.ts'
import { formatDate } from '../domain/format.ts'
import { keepingIn, keptUntil } from '../domain/keeping.ts'
import { kindNoun } from '../domain/nouns.ts'
import type { CustomerExport } from './export-customer.ts'

/** What an export of one customer holds, why each part is kept and for how long, in words for a person. */
export function customerSummary(
  app: App,
  whole: CustomerExport,
  documents: readonly Document[],
): string {
  const { business, retention } = app.config
  const { customer, exported_at } = whole
  const keeping = keepingIn(business.country)
  const law = `usually ${keeping.years} years after the end of the year they are of${keeping.is_known ? '' : ', in some countries less'}`
  const lines = documents.map(({ number, kind, content }) => {
    const until = formatDate(keptUntil(content.issued_on, keeping), business.locale)
    const day = formatDate(content.issued_on, business.locale)
    return `  ${capital(kindNoun(kind))} ${number} of ${day}: until ${until}`
  })
  return `${[
    `All that ${business.name} keeps about ${customer.name}, as of ${exported_at.slice(0, 10)}.`,
    '',
    'all.json       every record, for programs',
    'documents/     estimates, invoices and receipts, as PDF',
    'signed/        signed copies of earlier versions, where there are any',
    'mails.csv      which mails were sent, when and where to',
    'events.csv     what happened to each document, and with what kind of device',
    '',
    'Why, and for how long',
    '',
    `Documents, payments, approvals and their timelines are business records, which the law asks to be kept: ${law}.`,
    ...lines,
    '',
    'Name, e-mail, telephone and address are kept to send documents and to be reached, until you ask to be forgotten.',
    `The words of mails are kept for ${retention.mail_days} days, reports of payment providers for ${retention.webhook_days} days. Network addresses of those who open links are not kept.`,
    `Questions, corrections, and to be forgotten: ${business.email}`,
  ].join('\n')}\n`
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
