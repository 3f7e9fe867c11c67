/** How the program itself runs: signing, serving, printing, forgetting. */
import * as z from 'zod'
import { aboutHost, aboutProxies } from '../complaints.ts'
import { aboutEmpty, fromEnvironment, line, longLine, whole } from '../fields.ts'

export const signature = z.strictObject({
  methods: z
    .array(z.enum(['typed', 'drawn']))
    .min(1)
    .default(['typed', 'drawn']),
  seal: z.boolean().default(true),
  certificate: longLine(aboutEmpty).nullable().default(null),
  passphrase: longLine().default(fromEnvironment('SEAL_PASSPHRASE')),
})

export const server = z.strictObject({
  host: line(aboutHost).default('127.0.0.1'),
  port: whole(0, 65535).default(4180),
  trust_proxy: z
    .union([z.boolean(), z.number().int().min(0).max(10), line(aboutProxies)])
    .default(false),
  jobs: z.boolean().default(true),
})

export const pdf = z.strictObject({
  browser: longLine(aboutEmpty).default('auto'),
  page: z.enum(['Letter', 'A4']).default('Letter'),
})

/** Backups that are made by themselves; more than a year of them is no longer a habit but an archive. */
export const backup = z.strictObject({
  dir: longLine().default(''),
  keep: whole(1, 400).default(7),
})

/** A century; retention is counted in days and has no need of more. */
const mostDays = 36500

export const retention = z.strictObject({
  access_days: whole(1, mostDays).default(30),
  webhook_days: whole(1, mostDays).default(90),
  mail_days: whole(1, mostDays).default(30),
  checkout_days: whole(1, mostDays).default(400),
})
