import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { NotPayable } from '../../src/domain/payable.ts'
import { entry, estimate, invoice } from './documents.ts'
import { partsInput, payInput, receiptLink } from './payments.ts'
import { renderer, textOf } from './rendering.ts'

const made = await renderer({ payments: { instructions: 'Bank transfer to account 123456789' } })
const { pay } = made.payments

describe('the pay page', () => {
  const html = pay(payInput())
  const text = textOf(html)

  test('says first what is due now', () => {
    expect(text).toMatch(/^Acme Remodeling Pay Invoice INV-001 \$9,828\.00 due now/)
    expect(html).toMatch(
      /<main [^>]*data-kind="pay" data-number="INV-001" data-state="sent" data-balance-due-minor="982800" data-amount-due-now-minor="982800"/,
    )
  })

  test('posts to itself, and hides nothing in its form', () => {
    expect(html).toContain('<form id="pay" method="post" action="/i/token/pay">')
    expect(html).not.toMatch(/type="hidden"|<script|style=|\son\w+=/)
  })

  test('offers each way to pay under its name', () => {
    const buttons = [...html.matchAll(/<button[^>]* value="(\w+)"[^>]*>([^<]*)</g)]
    expect(buttons.map(([, value, label]) => [value, label])).toEqual([
      ['stripe_card', 'Card'],
      ['stripe_ach', 'Bank transfer (ACH)'],
      ['paypal', 'PayPal'],
    ])
  })

  test('shows how to pay otherwise', () => {
    expect(text).toContain('Other Ways to Pay Bank transfer to account 123456789')
  })

  test('tells link previews only who it is from', () => {
    expect(html).toContain('<meta property="og:title" content="Invoice from Acme Remodeling">')
  })

  test('asks for the whole deposit of an approved estimate', () => {
    const document = estimate({ state: 'approved', approved_at: '2025-01-18T10:00:00Z' })
    const offer = { ...partsOffer(), due_minor: 491_400, custom: null }
    const deposit = textOf(pay(payInput({ document, offer })))
    expect(deposit).toContain('Pay the Deposit for Estimate EST-001 $4,914.00 due now')
  })

  test('says that test payments move no money', () => {
    const methods = [{ method: 'sandbox', provider: 'sandbox' } as const]
    const sandbox = pay(payInput({ offer: { ...partsOffer(), custom: null, methods } }))
    expect(textOf(sandbox)).toMatch(/^TEST MODE: no real money moves\. .*Test payment/)
    expect(text).not.toContain('TEST MODE')
  })

  test('weighs at most 14 kB compressed with all it loads', () => {
    const loaded = made.assets().filter(({ name }) => html.includes(name))
    const parts = [Buffer.from(html), ...loaded.map(({ bytes }) => bytes)]
    const bytes = parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0)
    expect(bytes).toBeLessThan(14_000)
  })
})

describe('where an amount may be chosen', () => {
  test('all that is due is chosen at first, and bounds are given', () => {
    const html = pay(partsInput())
    expect(html).toMatch(/name="amount_choice" value="due" checked/)
    expect(html).not.toMatch(/value="custom" checked|aria-invalid|id="errors"/)
    expect(textOf(html)).toContain('Amount in USD From $1.00 to $9,828.00.')
  })

  test('a refused form keeps what was typed, and says at the field and above what is wrong', () => {
    const message = 'Enter at most $9,828.00, all that is due.'
    const html = pay(
      partsInput({
        form: { amount_choice: 'custom', amount: '1e9"><b>', method: 'stripe_card' },
        problems: [{ field: 'amount', code: 'too_much', message }],
      }),
    )
    expect(html).toContain('value="1e9&quot;&gt;&lt;b&gt;"')
    expect(html).toMatch(/value="custom" checked/)
    expect(html).toMatch(/<div[^>]* id="errors" role="alert" tabindex="-1" autofocus>/)
    expect(html).toContain(`<a href="#amount">${message}</a>`)
    expect(html).toContain(`<p class="problem" id="amount-problem">${message}</p>`)
    expect(html).toMatch(
      /<input id="amount"[^>]* aria-describedby="amount-hint amount-problem" aria-invalid="true">/,
    )
    expect(html).toContain('<title>Error: Pay Invoice INV-001 ·')
  })

  test('each problem leads to a place that exists', () => {
    const fields = ['amount_choice', 'amount', 'method'] as const
    const problems = fields.map((field) => ({ field, code: 'missing' as const, message: 'No.' }))
    for (const input of [partsInput({ problems }), payInput({ problems })]) {
      const html = pay(input)
      for (const [, id] of html.matchAll(/<li><a href="#([\w-]+)">/g))
        expect(html).toContain(` id="${id}"`)
    }
  })
})

describe('where nothing can be paid', () => {
  const sentences: [NotPayable, string][] = [
    ['not_open', 'This invoice cannot be paid now'],
    ['void', 'This was cancelled. No payment is needed.'],
    ['already_paid', 'Nothing is due. Thank you.'],
    ['processing', 'You do not need to pay again.'],
    ['resting', 'no payment is being asked for'],
    ['offline', 'This cannot be paid online'],
    ['no_method', 'No way of paying online fits this amount.'],
  ]

  test.each(sentences)('it says so: %s', (offer, sentence) => {
    const html = pay(payInput({ offer, receipts: [receiptLink] }))
    const text = textOf(html)
    expect(text).toContain(sentence)
    expect(text).toContain('View Invoice')
    expect(html).toContain('<a href="/r/receipt-token">Receipt RCT-0001</a>')
    expect(html).not.toContain('<form')
    expect(text.includes('Bank transfer')).toBe(offer === 'offline' || offer === 'no_method')
  })

  test('an estimate that is not approved says when its deposit can be paid', () => {
    const text = textOf(pay(payInput({ document: estimate(), offer: 'not_open' })))
    expect(text).toContain('A deposit can be paid once the estimate is approved.')
  })

  test('what was credited is not called paid', () => {
    const document = invoice({ ledger: [entry('credit', 982_800, '2025-01-20')] })
    const text = textOf(pay(payInput({ document, offer: 'already_paid' })))
    expect(text).toContain('Nothing to pay')
    expect(text).not.toContain('already paid')
  })

  test('an estimate that became an invoice leads to it; one without a deposit is not called paid', () => {
    const invoiced = estimate({ state: 'invoiced', invoice_number: 'INV-007' })
    const moved = textOf(pay(payInput({ document: invoiced, offer: 'not_open' })))
    expect(moved).toContain('This estimate became invoice INV-007.')
    expect(moved).toContain('The invoice comes with a link of its own.')
    const content = { ...estimate().content, deposit: null }
    const approved = estimate({ state: 'approved', content })
    const free = textOf(pay(payInput({ document: approved, offer: 'already_paid' })))
    expect(free).toContain('There is no deposit to pay now')
    expect(free).not.toContain('already paid')
  })
})

test('a provider out of reach is told calmly, with another way and the form to try again', () => {
  const html = pay(payInput({ unreachable: true, reference: '7KQ2-M9XA' }))
  const text = textOf(html)
  expect(text).toContain('Online payment is not available right now. No money was taken.')
  expect(text).toContain('Reference code: 7KQ2-M9XA')
  expect(text).toContain('Bank transfer to account 123456789')
  expect(html).toContain('<form id="pay"')
})

function partsOffer() {
  const { offer } = partsInput({ document: invoice() })
  if (typeof offer === 'string') throw new Error('Nothing is offered.')
  return offer
}
