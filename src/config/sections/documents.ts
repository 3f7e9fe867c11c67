/** What new documents start from, and how long their links live. */
import * as z from 'zod'
import { daysAhead, taxCount } from '../../domain/limits.ts'
import { aboutAmount, aboutPercent, aboutTaxId } from '../complaints.ts'
import { aboutEmpty, decimal, line, text, whole } from '../fields.ts'

const tax = z.strictObject({
  id: line(aboutTaxId),
  name: line(aboutEmpty),
  rate: decimal(aboutPercent),
})

const deposit = z.union(
  [
    z.strictObject({ percent: decimal(aboutPercent) }),
    z.strictObject({ fixed: decimal(aboutAmount) }),
  ],
  { error: 'must be {percent: "50"} or {fixed: "500.00"}' },
)

export const documents = z.strictObject({
  due_in_days: whole(0, daysAhead).default(15),
  valid_for_days: whole(0, daysAhead).default(14),
  prices_include_tax: z.boolean().default(false),
  taxes: z.array(tax).max(taxCount).default([]),
  invoice_terms: text().default(''),
  estimate_terms: text().default(''),
  deposit: deposit.nullable().default(null),
  auto_invoice: z.enum(['off', 'on_approval']).default('off'),
})

/** A century: for ever, as far as links are concerned. */
const mostDays = 36_500

export const links = z.strictObject({
  estimate_days_after_expiry: whole(0, mostDays).default(30),
  invoice_days_after_paid: whole(0, mostDays).nullable().default(null),
  history_hours: whole(1, 24 * 365).default(24),
  renew: z.boolean().default(true),
})
