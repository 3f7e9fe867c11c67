import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/domain/document.ts'
import type { MailInput } from '../../src/ports/renderer.ts'
import { renderMail } from '../../src/render/mail.ts'
import { sampleCustomer } from '../../src/render/sample-document.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'
import { entry, estimate, invoice } from './documents.ts'
import { firstReceipt, paidByCard } from './payments.ts'

const config = acmeConfig()
const now = new Date('2025-01-20T15:00:00Z')
const url = 'https://portal.acme.example/r/00000000000000000000000000000000'
const partlyPaid = invoice({ ledger: [paidByCard], receipts: [firstReceipt] })
const refund = { ...entry('refund', -50_000, '2025-01-22'), reference: paidByCard.id }

describe('a receipt by mail', () => {
  const receipt = { receipt: 'RCT-0001', entry: paidByCard.id }

  it('says how much, how, when, for what, and what remains', () => {
    const { subject, text } = render('receipt', partlyPaid, receipt)
    expect(subject).toBe('Receipt RCT-0001 from Acme Remodeling: $2,000.00 for Invoice INV-001')
    expect(text).toContain(
      'Amount paid: $2,000.00\nPaid on: January 20, 2025\nFor: Invoice INV-001\nMethod: Card\nReference: pi_3OaB1234567890\nLeft to pay: $7,828.00\n',
    )
    expect(text).toContain(`View receipt:\n${url}\n`)
    expect(text).toContain('We received your payment. Thank you.')
  })

  it('says when nothing remains', () => {
    const payment = { ...paidByCard, amount_minor: 982_800 }
    const { text } = render('receipt', invoice({ ...partlyPaid, ledger: [payment] }), receipt)
    expect(text).toContain('Left to pay: $0.00')
    expect(text).toContain('This invoice is paid in full. Nothing is due.')
  })

  it('names a deposit a deposit', () => {
    const document = estimate({ state: 'approved', ledger: [paidByCard], receipts: [firstReceipt] })
    const { subject, text } = render('receipt', document, receipt)
    expect(subject).toContain('for Estimate EST-001')
    expect(text).toContain('We received your deposit. Thank you.')
    expect(text).not.toContain('paid in full')
  })

  it('is written for the document’s currency and locale', () => {
    const content = { ...partlyPaid.content, currency: 'EUR', locale: 'de-DE' }
    const ledger = [{ ...paidByCard, currency: 'EUR' }]
    const { subject } = render('receipt', { ...partlyPaid, content, ledger }, receipt)
    expect(subject).toContain('2.000,00\u00a0€')
  })

  it('without a payment is a bug', () => {
    expect(() => render('receipt', invoice(), receipt)).toThrow('needs the receipt')
  })
})

describe('a refund by mail', () => {
  const document = { ...partlyPaid, ledger: [paidByCard, refund] }
  const data = { receipt: 'RCT-0001', entry: refund.id }

  it('says how much was given back, for what, and how it returns', () => {
    const stripe = { ...document, ledger: [paidByCard, { ...refund, provider: 'stripe' }] }
    const { subject, text } = render('refund', stripe, data)
    expect(subject).toBe('Refund from Acme Remodeling: $500.00 for Invoice INV-001')
    expect(text).toContain('Refunded: $500.00\nRefunded on: January 22, 2025\n')
    expect(text).toContain('Receipt: RCT-0001')
    expect(text).toContain('It goes back the way it was paid.')
  })

  it('promises nothing for what the owner gave back by hand', () => {
    expect(render('refund', document, data).text).toContain('We gave this amount back to you.')
  })

  it('gives the owner’s reason, and no provider’s code', () => {
    const reason = 'Two tiles were missing'
    expect(render('refund', document, { ...data, reason }).text).toContain(`Reason: ${reason}\n`)
    const code = render('refund', document, { ...data, reason: 'requested_by_customer' })
    expect(code.text).not.toContain('Reason')
  })

  it('has no button where no link leads to the receipt', () => {
    expect(render('refund', document, data, null).html).not.toContain('View receipt')
  })
})

describe('a notice about money', () => {
  const money = { amount_minor: 200_000, currency: 'USD', method: 'stripe_card' }
  const notices: [string, MailInput['data'], string, string[]][] = [
    [
      'paid',
      { ...money, receipt: 'RCT-0001', balance_minor: 782_800 },
      'John Smith paid $2,000.00 for invoice INV-001',
      ['Method: Card', 'Receipt: RCT-0001', 'Left to pay: $7,828.00', 'portal invoice show'],
    ],
    [
      'payment_failed',
      { ...money, method: 'stripe_ach', reason: 'insufficient funds' },
      'A payment of $2,000.00 for invoice INV-001 failed',
      ['Method: Bank transfer (ACH)', 'Reason: insufficient funds', 'portal timeline INV-001'],
    ],
    [
      'refunded',
      { ...money, amount_minor: 50_000, reason: 'requested_by_customer' },
      '$500.00 for invoice INV-001 was refunded',
      [
        'Reason: Requested by customer',
        'Payment and reminders are paused until: portal invoice reopen INV-001',
      ],
    ],
    [
      'disputed',
      { ...money, provider: 'stripe', reason: 'product_not_received', due_at: '2025-02-01T23:59Z' },
      'A payment of $2,000.00 for invoice INV-001 is disputed',
      [
        'Reason: Goods or services not received',
        'Answer by: February 1, 2025',
        'Answer in the dashboard of Stripe, then: portal reconcile',
      ],
    ],
    [
      'disputed',
      { ...money, state: 'lost' },
      'The dispute of $2,000.00 for invoice INV-001 was lost',
      ['portal invoice show INV-001'],
    ],
    [
      'needs_review',
      { reason: '$172.00 more than was due was paid.' },
      'A payment for invoice INV-001 needs your attention',
      ['Reason: $172.00 more than was due was paid.', 'portal timeline INV-001'],
    ],
  ]

  it.each(notices)('%s', (event, data, subject, lines) => {
    const document = { ...partlyPaid, rested_at: '2025-01-22T15:00:00.000Z' }
    const mail = render('owner_notice', document, { ...data, event }, null)
    expect(mail.subject).toBe(subject)
    for (const line of lines) expect(mail.text).toContain(line)
  })
})

function render(
  kind: MailInput['kind'],
  document: Document,
  data: MailInput['data'],
  link: string | null = url,
) {
  const customer = sampleCustomer(config, now)
  return renderMail(mailContext(config), { kind, document, customer, url: link, data, now })
}
