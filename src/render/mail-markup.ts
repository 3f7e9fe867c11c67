import { balance } from '../domain/balance.ts'
import { fromMinor } from '../domain/money.ts'
import type { LetterInput } from './mail-letter.ts'

/**
 * What is due when, in the words of schema.org, for mail programs that show it beside the mail. As JSON to be
 * put into a script element; empty when it is not wanted, or when nothing is due.
 */
export function mailMarkup({ config, kind, document, url }: LetterInput): string {
  const isInvoice = document?.kind === 'invoice' && (kind === 'invoice_sent' || kind === 'reminder')
  if (!config.mail.markup || !isInvoice || !url) return ''
  const { balance_due_minor } = balance(document)
  if (balance_due_minor <= 0) return ''
  const { content, number } = document
  const invoice = {
    '@context': 'https://schema.org',
    '@type': 'Invoice',
    identifier: number,
    url,
    provider: { '@type': 'Organization', name: config.business.name },
    customer: { '@type': 'Person', name: content.bill_to.name },
    ...(content.due_on ? { paymentDueDate: content.due_on } : {}),
    paymentStatus: 'https://schema.org/PaymentDue',
    totalPaymentDue: {
      '@type': 'PriceSpecification',
      price: fromMinor(balance_due_minor, content.currency),
      priceCurrency: content.currency,
    },
  }
  /* A name may hold "</script>". */
  return JSON.stringify(invoice).replaceAll('<', '\\u003c')
}
