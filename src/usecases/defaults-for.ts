import { type Books, today } from '../app.ts'
import { billTo } from '../domain/customer.ts'
import type { BillTo, Customer, Document } from '../domain/document.ts'
import type { ContentDefaults } from '../domain/draft.ts'

/**
 * What a customer's documents begin with. What was taxed is credited with its tax, though its customer is
 * exempt by now.
 */
export function defaultsFor(
  app: Books,
  customer: Customer | undefined,
  invoice?: Document | null,
): ContentDefaults {
  const wasTaxed = (invoice?.content.taxes.length ?? 0) > 0
  return {
    today: today(app),
    bill_to: customer ? billTo(customer) : nobody,
    tax_exempt: customer?.tax_exempt === true && !wasTaxed,
    locale: customer?.locale ?? app.config.business.locale,
    config: app.config,
  }
}

const nobody: BillTo = { name: '', email: '', phone: '', address: [], country: '', tax_id: '' }

/** What a document goes on with, whatever became of its customer since: name, address and language as it has them. */
export function defaultsOf(
  app: Books,
  { bill_to, locale }: Pick<Document['content'], 'bill_to' | 'locale'>,
): ContentDefaults {
  return { today: today(app), bill_to, tax_exempt: false, locale, config: app.config }
}
