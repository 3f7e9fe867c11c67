import { describe, expect, test } from 'vitest'
import { entry, estimate, invoice } from './documents.ts'
import { renderer, textOf } from './rendering.ts'

const made = await renderer({
  payments: { instructions: 'By check.' },
  branding: { footer: 'Licensed "and" insured' },
  pdf: { page: 'A4' },
})

describe('the sheet to print', () => {
  const html = made.pdf(invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] }))
  const text = textOf(html)

  test.each([
    'Invoice #INV-001',
    'From: Acme Remodeling 12 Market Street',
    'Bill To: John Smith',
    'Due: January 30, 2025',
    'Carpentry labor 40 hrs $85.00 $3,400.00',
    'Total $9,828.00 Paid −$2,000.00 Balance Due $7,828.00',
    'Payments January 20, 2025',
    'How to Pay By check.',
    'Notes Thank you',
    'Terms Payment is due',
  ])('says "%s"', (label) => {
    expect(text).toContain(label)
  })

  test('holds all it needs, and nothing to click', () => {
    expect(html).not.toMatch(/<a |<script|<link|<button|(src|href)="(?!data:)|url\((?!"data:)/)
    expect(html).toContain(`default-src 'none'`)
    expect(html).toContain('<title>Invoice INV-001</title>')
  })

  test('numbers its pages on the paper of the configuration', () => {
    expect(html).toContain('size:A4;')
    expect(html).toMatch(/@bottom-left\{content:"Invoice INV-001"/)
    expect(html).toContain('@bottom-center{content:"Licensed \\22 and\\22  insured"')
    expect(html).toMatch(/@bottom-right\{content:"Page " counter\(page\) " of " counter\(pages\)/)
  })

  test('swaps the sides of the foot where text runs from the right', () => {
    const arabic = made.pdf(invoice({ content: { locale: 'ar-EG' } }))
    expect(arabic).toContain('dir="rtl"')
    expect(arabic).toMatch(/@bottom-right\{content:"[^"]*INV-001/)
  })

  test('says when a document was cancelled', () => {
    const cancelled = invoice({ state: 'void', voided_at: '2025-01-20T12:00:00Z' })
    expect(textOf(made.pdf(cancelled))).toContain('Cancelled on January 20, 2025.')
  })

  test('is the same on any day: it knows no clock', () => {
    expect(textOf(made.pdf(estimate()))).not.toMatch(/expired|overdue|valid until|was due/)
  })

  test('has a long footer below the text, where it has room', async () => {
    const wordy = await renderer({
      branding: { footer: 'Registered somewhere. '.repeat(8).trim() },
    })
    expect(wordy.pdf(invoice())).toContain('<p class="foot" dir="auto">Registered')
  })
})
