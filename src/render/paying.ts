/** Whether a page offers to pay online, and where. */
import type { Config } from '../config/schema.ts'
import { providerNames } from '../domain/checkout.ts'
import type { Document } from '../domain/document.ts'
import { toMinor } from '../domain/money.ts'
import { whyNotPayable } from '../domain/payable.ts'
import type { PageInput } from '../ports/renderer.ts'
import type { Facts } from './facts.ts'

/** Whether any way of paying online is set up. Which of them fit an amount, the pay page tells. */
function takesPayments({ payments }: Config): boolean {
  return payments.online && providerNames.some((name) => payments[name].enabled)
}

/** Whether money asked for now can be paid on the document's pay page. */
export function canPayOnline(config: Config, document: Document): boolean {
  return takesPayments(config) && whyNotPayable(document) === null
}

/** Whether the page of a document leads to its pay page: only a customer's own live page does. */
export function canPay({ config, document }: Facts, page: PageInput): boolean {
  const isTheirs = page.mode === 'live' && page.scope === 'full'
  return isTheirs && canPayOnline(config, document)
}

/** Whether an amount other than all that is due can be paid; deposits are paid whole. */
export function canPayParts({ config, content, balance, document }: Facts): boolean {
  const { enabled, minimum } = config.payments.partial
  const { currency } = content
  const isHome = currency === config.business.currency
  // Of another currency only the pay page knows the least amount.
  const least = isHome ? (toMinor(minimum, currency) ?? 0) : 0
  return enabled && document.kind === 'invoice' && balance.amount_due_now_minor >= 2 * least
}
