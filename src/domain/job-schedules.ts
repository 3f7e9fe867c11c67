/**
 * What runs by itself, and when, in cron's notation and the business's zone. The order is that in which
 * `portal cron` runs them: money first, so that nobody who has paid is reminded; then what is to be mailed,
 * then the mail. What a job does is in jobs.ts.
 *
 * An estimate that expires and an invoice that becomes overdue need no job: both are derived from the date,
 * and `pages` writes the pages that show it.
 */
export const jobSchedules = {
  webhooks: '* * * * *',
  reconcile: '*/15 * * * *',
  invoices: '*/5 * * * *',
  recurring: '* * * * *',
  seals: '* * * * *',
  reminders: '* * * * *',
  nudges: '* * * * *',
  digest: '* * * * *',
  outbox: '* * * * *',
  retention: '40 3 * * *',
  pages: '* * * * *',
  backup: '10 3 * * *',
} as const

export type JobName = keyof typeof jobSchedules

export const jobNames = Object.keys(jobSchedules) as JobName[]
