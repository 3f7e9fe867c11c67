/** How mail leaves, who is told what, and the mails that go out by themselves. */
import * as z from 'zod'
import { copyCount } from '../../domain/limits.ts'
import { noticeTypes } from '../../domain/notice-types.ts'
import { aboutEmail, aboutHost, aboutNameServer } from '../complaints.ts'
import { aboutEmpty, fromEnvironment, line, longLine, optional, whole } from '../fields.ts'

const smtp = z.strictObject({
  host: line(optional(aboutHost)).default(''),
  port: whole(1, 65535).default(587),
  security: z.enum(['none', 'starttls', 'tls']).default('starttls'),
  user: line().default(''),
  password: longLine().default(fromEnvironment('SMTP_PASSWORD')),
})

const dkim = z.strictObject({
  domain: line(aboutHost),
  selector: line(aboutHost),
  key_file: longLine(aboutEmpty),
})

export const mail = z.strictObject({
  transport: z.enum(['file', 'smtp']).default('file'),
  dir: longLine(aboutEmpty).default('mail'),
  from: line(optional(aboutEmail)).default(''),
  reply_to: line(optional(aboutEmail)).default(''),
  bounce_to: line(optional(aboutEmail)).default(''),
  bcc: z.array(line(aboutEmail)).max(copyCount).default([]),
  attach_pdf: z.boolean().default(false),
  markup: z.boolean().default(false),
  smtp: smtp.prefault({}),
  dkim: dkim.nullable().default(null),
  dns_server: line(aboutNameServer).nullable().default(null),
})

const hour = whole(0, 23)

export const notify = z.strictObject({
  to: z.array(line(aboutEmail)).max(copyCount).default([]),
  on: z
    .array(z.enum(noticeTypes))
    .default(noticeTypes.filter((type) => type !== 'viewed' && type !== 'question')),
  digest: z
    .union([z.literal(false), hour], { error: 'must be false or an hour from 0 to 23' })
    .default(false),
})

export const reminders = z.strictObject({
  enabled: z.boolean().default(false),
  days_after_due: z.array(whole(-365, 365)).default([1, 7, 14]),
  max: whole(0, 100).default(3),
  hour: hour.default(9),
})

export const nudges = z.strictObject({
  enabled: z.boolean().default(false),
  days_after_sent: z.array(whole(0, 365)).default([2, 7]),
  max: whole(0, 100).default(2),
  hour: hour.default(9),
})
