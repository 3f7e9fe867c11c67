import type { Migration } from '../migration.ts'
import { first } from './0001-first.ts'
import { payments } from './0002-payments.ts'
import { approvals } from './0003-approvals.ts'
import { reminders } from './0004-reminders.ts'
import { toldDisputes } from './0005-told-disputes.ts'
import { mail } from './0006-mail.ts'
import { siteState } from './0007-site.ts'
import { links } from './0008-links.ts'
import { recurringInvoices } from './0009-recurring.ts'
import { imported } from './0010-imported.ts'
import { checkoutLanguage } from './0011-checkout-language.ts'

/** Append-only: a released migration is never changed, removed or moved. */
export const migrations: readonly Migration[] = [
  first,
  payments,
  approvals,
  reminders,
  toldDisputes,
  mail,
  siteState,
  links,
  recurringInvoices,
  imported,
  checkoutLanguage,
]
