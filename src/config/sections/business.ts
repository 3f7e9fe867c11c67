/** Who the business is and how its documents look and are numbered. */
import * as z from 'zod'
import { addressLines } from '../../domain/limits.ts'
import { checkPattern } from '../../domain/numbering.ts'
import {
  aboutColor,
  aboutCountry,
  aboutCurrency,
  aboutEmail,
  aboutLocale,
  aboutThemeName,
  aboutTimeZone,
  aboutWebsite,
} from '../complaints.ts'
import { line, longLine, optional, text } from '../fields.ts'

export const business = z.strictObject({
  name: line().default(''),
  email: line(optional(aboutEmail)).default(''),
  phone: line().default(''),
  website: line(optional(aboutWebsite)).default(''),
  address: z.array(text()).max(addressLines).default([]),
  tax_id: line().default(''),
  country: line(aboutCountry).default('US'),
  time_zone: line(aboutTimeZone).default('America/New_York'),
  locale: line(aboutLocale).default('en-US'),
  currency: line(aboutCurrency).default('USD'),
})

export const branding = z.strictObject({
  theme: line(aboutThemeName).default('classic'),
  logo: longLine().nullable().default(null),
  color: line(aboutColor).default('#1f5fbf'),
  accent: line(aboutColor).nullable().default(null),
  footer: text().default(''),
})

export const numbering = z.strictObject({
  invoice: line(checkPattern).default('INV-{seq:3}'),
  estimate: line(checkPattern).default('EST-{seq:3}'),
  credit_note: line(checkPattern).default('CN-{seq:3}'),
  receipt: line(checkPattern).default('RCT-{seq:4}'),
  reset: z.enum(['never', 'year']).default('never'),
})
