import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policyTag } from '../../src/pdf/policy.ts'
import { entry, invoice } from './documents.ts'
import { firstReceipt, paidByCard, receiptInput, receiptLink, sandboxInput } from './payments.ts'
import { pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer({ payments: { instructions: 'By check.', stripe: stripe() } })
const { receipt, receiptPdf, sandbox } = made.payments

const refunded = invoice({
  ledger: [
    paidByCard,
    { ...entry('refund', -50_000, '2025-01-22'), provider: 'stripe', reference: paidByCard.id },
  ],
  receipts: [firstReceipt],
  rested_at: '2025-01-22T15:00:00.000Z',
})

describe.each([
  ['page', receipt],
  ['printed sheet', receiptPdf],
] as const)('the %s of a receipt', (_, render) => {
  test.each([
    'Receipt #RCT-0001',
    'Received From: John Smith 742 Evergreen Terrace',
    'Date: January 20, 2025',
    'For Invoice: INV-001',
    'Method: Card',
    'Reference: pi_3OaB1234567890',
    'Invoice Total $9,828.00 Amount Paid $2,000.00 Left to Pay After This Payment $7,828.00',
  ])('says "%s"', (words) => {
    expect(textOf(render(receiptInput()))).toContain(words)
  })

  test('shows what was given back', () => {
    expect(textOf(render(receiptInput(refunded)))).toContain(
      'Amount Paid $2,000.00 Refunded on January 22, 2025 −$500.00 Amount Paid After Refunds $1,500.00',
    )
  })
})

describe('the page of a receipt', () => {
  test('says what is left to pay now, and leads to its PDF alone', () => {
    const html = receipt(receiptInput())
    expect(textOf(html)).toContain('Received on January 20, 2025. Thank you. $2,000.00')
    expect(textOf(html)).toContain('$7,828.00 is left to pay now.')
    expect(html).toMatch(
      /<main [^>]*data-kind="receipt" data-number="RCT-0001" data-state="paid" data-balance-due-minor="782800" data-amount-due-now-minor="782800"/,
    )
    expect(html).toContain('class="button" href="/r/receipt-token/pdf"')
    expect(html).not.toMatch(/href="\/[ie]\//)
  })

  test('asks for nothing that is on its way', () => {
    const html = receipt(
      receiptInput(
        invoice({ ledger: [paidByCard], receipts: [firstReceipt], pending_minor: 782_800 }),
      ),
    )
    expect(textOf(html)).not.toContain('left to pay now')
    expect(html).toContain('data-balance-due-minor="782800" data-amount-due-now-minor="0"')
  })

  test('asks for nothing after a refund', () => {
    const text = textOf(receipt(receiptInput(refunded)))
    expect(text).toContain('$500.00 of it was refunded on January 22, 2025.')
    expect(text).not.toContain('left to pay now')
  })
})

test('the printed receipt brings no rules but the printer’s own', () => {
  const template = readFileSync('templates/pdf/receipt.eta', 'utf8').replace(policyTag, '')
  expect(template).not.toMatch(/http-equiv/i)
  expect(receiptPdf(receiptInput())).not.toMatch(/<a |<script|<link|<button/)
})

describe('the page of a document', () => {
  const paid = invoice({
    ledger: [{ ...paidByCard, amount_minor: 982_800 }],
    receipts: [firstReceipt],
  })

  test('leads to the receipts of its payments where there are links', () => {
    const html = pageOf(made, paid, { receipts: [receiptLink] })
    expect(html).toContain('class="button" href="/r/receipt-token/pdf">Download Receipt<')
    expect(html).toContain('<a href="/r/receipt-token">Receipt RCT-0001</a>')
    expect(textOf(html)).toContain('Paid in full on January 20, 2025. Thank you. Receipt RCT-0001')
  })

  test('names them where there are none', () => {
    const html = pageOf(made, paid)
    expect(html).not.toContain('/r/')
    expect(textOf(html)).toContain('Payment by card · Receipt RCT-0001')
  })

  test('never shows by which ids a refund is booked', () => {
    expect(pageOf(made, refunded)).not.toContain(paidByCard.id)
  })
})

describe('the sandbox’s page', () => {
  test('has a button for each outcome, and says that it is a test', () => {
    const html = sandbox(sandboxInput())
    expect([...html.matchAll(/name="outcome" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'paid',
      'declined',
      'canceled',
      'pending',
    ])
    expect(textOf(html)).toContain('TEST MODE')
    expect(html).toContain('<form method="post" action="/sandbox/sbx_1">')
    expect(html).not.toMatch(/<script|style=|theme-|brand-/)
  })

  test('lets what is pending settle or fail', () => {
    const html = sandbox(sandboxInput({ state: 'pending' }))
    expect([...html.matchAll(/name="outcome" value="(\w+)"/g)].map(([, value]) => value)).toEqual([
      'paid',
      'declined',
    ])
  })

  test.each(['paid', 'declined', 'canceled', 'expired'] as const)('%s leads only back', (state) => {
    const html = sandbox(sandboxInput({ state }))
    expect(html).not.toContain('<form')
    expect(html).toContain('href="http://127.0.0.1:4180/go/chk_1/return?k=abc"')
  })
})

function stripe() {
  return { enabled: true, secret_key: 'sk', webhook_secret: 'wh' }
}
