import { describe, expect, test } from 'vitest'
import { type ReturnOutcome, returnOutcomes } from '../../src/domain/return-outcome.ts'
import { estimate, invoice } from './documents.ts'
import { handOverInput, paidByCard, paidInput, returnInput } from './payments.ts'
import { renderer, textOf } from './rendering.ts'

const made = await renderer({ payments: { instructions: 'Bank transfer to account 123456789' } })
const { returned, handOver } = made.payments

const buttonOf = (html: string) =>
  /class="button" href="([^"]*)"[^>]*>([^<]*)</.exec(html)?.slice(1)

describe('who comes back from a provider is told what happened', () => {
  const told: [ReturnOutcome, string, string][] = [
    ['not_finished', 'The payment was not completed No money was taken.', 'Try Again'],
    ['declined', 'not completed The payment of $2,000.00 was declined. No money was', 'Try Again'],
    ['already_paid', 'Invoice INV-001 is already paid Nothing more is due.', 'View Invoice'],
    ['void', 'Invoice INV-001 was cancelled Nothing is due. No money was taken.', 'Contact'],
    ['changed', 'Invoice INV-001 changed while you were paying. No money', 'Try Again'],
    ['needs_review', 'Acme Remodeling was told and will contact you.', 'Contact'],
    ['confirming', 'We are confirming your payment', 'Check Again'],
    ['unreachable', 'We cannot reach Stripe right now', 'View Invoice'],
  ]

  test.each(told)('%s', (outcome, sentence, button) => {
    const html = returned(returnInput(outcome))
    expect(html).toContain(`data-kind="return" data-outcome="${outcome}"`)
    expect(textOf(html)).toContain(sentence)
    expect(buttonOf(html)?.[1]).toBe(button)
  })

  test('paid: with the receipt, what is left and the way to pay it', () => {
    const html = returned(paidInput())
    const text = textOf(html)
    expect(text).toContain('Payment received We received $2,000.00 for Invoice INV-001. Thank you.')
    expect(text).toContain('$7,828.00 is left to pay.')
    expect(buttonOf(html)).toEqual(['/r/receipt-token/pdf', 'Download Receipt'])
    expect(html).toContain('<a href="/i/token/pay">Pay the Rest</a>')
  })

  test('paid in full: nothing more is due', () => {
    const document = invoice({ ledger: [{ ...paidByCard, amount_minor: 982_800 }] })
    const text = textOf(returned(paidInput({ document, can_pay: false })))
    expect(text).toContain('Nothing more is due.')
    expect(text).not.toContain('Pay the Rest')
  })

  test('a deposit that is paid: who is heard from next', () => {
    const ledger = [{ ...paidByCard, amount_minor: 491_400 }]
    const document = estimate({ state: 'approved', approved_at: '2025-01-18T10:00:00Z', ledger })
    const text = textOf(returned(paidInput({ document, can_pay: false })))
    expect(text).toContain('Acme Remodeling will contact you about what happens next.')
  })

  test('a bank payment is on its way, or did not go through', () => {
    const checkout = { ...returnInput('processing').checkout, method: 'stripe_ach' as const }
    const document = invoice({ pending_minor: 200_000 })
    const moving = textOf(returned(returnInput('processing', { checkout, document })))
    expect(moving).toContain(
      'Your bank payment of $2,000.00 is on its way. It usually takes up to 4 business days. You do not need to pay again.',
    )
    const failed = returned(returnInput('declined', { checkout }))
    expect(textOf(failed)).toContain('did not go through. Nothing was collected.')
    expect(buttonOf(failed)).toEqual(['/i/token/pay', 'Pay Another Way'])
  })

  test.each(['already_paid', 'void', 'changed'] as const)(
    '%s: nobody whose money was taken is told that none was',
    (outcome) => {
      const checkout = { ...returnInput(outcome).checkout, state: 'succeeded' as const }
      const text = textOf(returned(returnInput(outcome, { checkout })))
      expect(text).toContain('Your payment of $2,000.00 was received')
      expect(text).not.toContain('No money was taken')
    },
  )

  test('out of reach: how to pay otherwise, and a code to quote', () => {
    const text = textOf(returned(returnInput('unreachable', { reference: '7KQ2-M9XA' })))
    expect(text).toContain('How to Pay Bank transfer to account 123456789')
    expect(text).toContain('Reference code: 7KQ2-M9XA')
  })

  test.each(returnOutcomes)(
    '%s leads nowhere for those who may not see the document',
    (outcome) => {
      const html = returned(paidInput({ outcome, path: null, receipt: null }))
      expect(html).not.toMatch(/href="\/[ir]\//)
      expect(textOf(html)).not.toContain('left to pay')
    },
  )

  test('a receipt outlives the link to its document', () => {
    expect(buttonOf(returned(paidInput({ path: null })))?.[0]).toBe('/r/receipt-token/pdf')
  })

  test('nobody without an address is promised a mail', () => {
    const { bill_to } = invoice().content
    const document = invoice({ content: { bill_to: { ...bill_to, email: '' } } })
    expect(textOf(returned(paidInput({ document })))).not.toContain('e-mail')
  })
})

describe('a page that is not final', () => {
  test('asks again by itself, without script', () => {
    const html = returned(returnInput('confirming', { refresh_s: 4 }))
    expect(html).toContain('<meta http-equiv="refresh" content="4">')
    expect(html).not.toContain('<script')
  })

  test('asks at another address where it is given one', () => {
    const refresh_path = '/go/chk_1/return?k=abc&n=2'
    const html = returned(returnInput('confirming', { refresh_s: 4, refresh_path }))
    expect(html).toContain('content="4;url=/go/chk_1/return?k=abc&amp;n=2"')
    expect(buttonOf(html)?.[0]).toBe('/go/chk_1/return?k=abc&amp;n=2')
  })

  test('stops asking when told so, and says that it goes on elsewhere', () => {
    const html = returned(returnInput('confirming'))
    expect(html).not.toContain('http-equiv="refresh"')
    expect(textOf(html)).toContain('It is taking longer than usual.')
  })
})

describe('the way to the provider', () => {
  test('is gone at once, and by a link where that does not work', () => {
    const html = handOver(handOverInput())
    const url = 'https://checkout.stripe.com/c/pay/cs_live_a1b2'
    expect(html).toContain(`<meta http-equiv="refresh" content="0;url=${url}">`)
    expect(buttonOf(html)).toEqual([url, 'Continue to Stripe'])
    expect(html).toContain('content="noindex,nofollow,noarchive,nosnippet"')
    expect(html).not.toMatch(/<script|<form/)
  })

  test('says how much goes to whom for what, and what happens next', () => {
    const text = textOf(handOver(handOverInput({ method: 'stripe_ach' })))
    expect(text).toContain('You are about to pay $9,828.00 to Acme Remodeling for Invoice INV-001.')
    expect(text).toContain('A bank payment then usually takes up to 4 business days.')
    expect(text).toContain('You come back here')
  })

  test('says that test payments are tests', () => {
    const input = handOverInput({ provider: 'sandbox', url: '/sandbox/sbx_1', test: true })
    expect(textOf(handOver(input))).toMatch(/^TEST MODE/)
    expect(handOver(input)).toContain('content="0;url=/sandbox/sbx_1"')
  })

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'is never %s',
    (url) => {
      expect(() => handOver(handOverInput({ url }))).toThrow('not on the web')
    },
  )
})
