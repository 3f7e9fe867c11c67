/** The one schema of config.yml. Every option has its default here and its line in config.example.yml. */
import * as z from 'zod'
import { aboutPublicUrl } from './complaints.ts'
import { line } from './fields.ts'
import { branding, business, numbering } from './sections/business.ts'
import { documents, links } from './sections/documents.ts'
import { backup, pdf, retention, server, signature } from './sections/house.ts'
import { mail, notify, nudges, reminders } from './sections/mail.ts'
import { payments } from './sections/payments.ts'

/** Scheme, host and port in their normal form, without a slash at the end: links are made by appending. */
const publicUrl = line(aboutPublicUrl).transform((value) => new URL(value).origin)

export const configSchema = z.strictObject({
  public_url: publicUrl.default('http://127.0.0.1:4180'),
  business: business.prefault({}),
  branding: branding.prefault({}),
  numbering: numbering.prefault({}),
  documents: documents.prefault({}),
  links: links.prefault({}),
  payments: payments.prefault({}),
  mail: mail.prefault({}),
  notify: notify.prefault({}),
  reminders: reminders.prefault({}),
  nudges: nudges.prefault({}),
  signature: signature.prefault({}),
  server: server.prefault({}),
  pdf: pdf.prefault({}),
  retention: retention.prefault({}),
  backup: backup.prefault({}),
})

/** The checked configuration, with every default filled in and `${NAME}` resolved. */
export type Config = z.infer<typeof configSchema>
