import { describe, expect, test } from 'vitest'
import { creditNote, entry, estimate, invoice, line } from './documents.ts'
import { pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer({ payments: { instructions: 'By check.' } })

const online = await renderer({
  payments: {
    instructions: 'By check.',
    partial: { enabled: true },
    stripe: { enabled: true, secret_key: 'sk', webhook_secret: 'wh' },
  },
})

const paid = [entry('payment', 500_000, '2025-01-20'), entry('payment', 482_800, '2025-01-24')]
const refunded = [...paid, entry('refund', -982_800, '2025-01-25')]
const resting = { rested_at: '2025-01-25T15:00:00.000Z' }
const later = '2025-02-10'

/** Each state: the document, the day, what its page says and which button it has. */
const states = [
  ['sent', invoice(), '', 'Invoice INV-001 · $9,828.00 · due January 30, 2025', 'How to Pay'],
  [
    'viewed',
    invoice({ viewed_at: '2025-01-16T00:00:00Z' }),
    '',
    'Invoice INV-001 · $9,828.00 · due',
    'How to Pay',
  ],
  [
    'partially_paid',
    invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] }),
    '',
    '$7,828.00 left of $9,828.00. Paid so far: $2,000.00.',
    'How to Pay',
  ],
  ['overdue', invoice(), later, 'This invoice was due on January 30, 2025.', 'How to Pay'],
  [
    'overdue',
    invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] }),
    later,
    '$7,828.00 left of $9,828.00.',
    'How to Pay',
  ],
  [
    'sent',
    invoice({ pending_minor: 982_800 }),
    '',
    'Your bank payment of $9,828.00 is on its way. It usually takes up to 4 business days. You do not need to pay again.',
    'Download PDF',
  ],
  [
    'paid',
    invoice({ ledger: paid }),
    '',
    'Paid in full on January 24, 2025. Thank you.',
    'Download PDF',
  ],
  [
    'partially_paid',
    invoice({ ledger: [entry('credit', 200_000, '2025-01-20')] }),
    '',
    'Invoice INV-001 · $7,828.00 · due January 30, 2025',
    'How to Pay',
  ],
  [
    'partially_paid',
    invoice({
      ledger: [entry('credit', 200_000, '2025-01-20'), entry('payment', 100_000, '2025-01-21')],
    }),
    '',
    '$6,828.00 left of $7,828.00. Paid so far: $1,000.00.',
    'How to Pay',
  ],
  [
    'paid',
    invoice({ ledger: [entry('credit', 982_800, '2025-01-20')] }),
    '',
    'Nothing to pay. Credit of $9,828.00.',
    'Download PDF',
  ],
  [
    'paid',
    invoice({ ledger: [entry('credit', 982_800, '2025-01-20')], pending_minor: 100_000 }),
    '',
    'Nothing to pay. Credit of $9,828.00. Your bank payment of $1,000.00 is on its way.',
    'Download PDF',
  ],
  [
    'overpaid',
    invoice({ ledger: [entry('payment', 1_000_000, '2025-01-20')] }),
    '',
    'We received more than was due. Acme Remodeling will contact you about $172.00.',
    'Download PDF',
  ],
  [
    'refunded',
    invoice({ ledger: refunded, ...resting }),
    '',
    '$9,828.00 was refunded on January 25, 2025.',
    'Download PDF',
  ],
  [
    'partially_refunded',
    invoice({ ledger: [...paid, entry('refund', -10_000, '2025-01-25')], ...resting }),
    '',
    '$100.00 was refunded on January 25, 2025.',
    'Download PDF',
  ],
  [
    'partially_refunded',
    invoice({
      ledger: [entry('payment', 200_000, '2025-01-20'), entry('refund', -50_000, '2025-01-25')],
    }),
    '',
    '$500.00 was refunded on January 25, 2025. $8,328.00 left of $9,828.00. Paid so far: $1,500.00. $8,328.00 due',
    'How to Pay',
  ],
  [
    'void',
    invoice({ state: 'void' }),
    '',
    'This invoice was cancelled by Acme Remodeling. Nothing is due.',
    'Contact',
  ],
  [
    'uncollectible',
    invoice({ state: 'uncollectible' }),
    '',
    'Acme Remodeling has closed this invoice.',
    'Contact',
  ],
  [
    'paid',
    invoice({ content: { items: [line('Visit', '1', '', '0')] } }),
    '',
    'Nothing to pay. $0.00',
    'Download PDF',
  ],
  [
    'paid',
    invoice({ content: { items: [line('Return', '-1', '', '400')] } }),
    '',
    'Nothing to pay. Credit of $432.00.',
    'Download PDF',
  ],
  [
    'draft',
    invoice({ state: 'draft' }),
    '',
    'This is a draft. It has not been sent.',
    'How to Pay',
  ],
  [
    'sent',
    estimate(),
    '',
    'Estimate EST-001 · $9,828.00 · valid until February 14, 2025 $4,914.00 deposit on approval',
    'Approve',
  ],
  [
    'approved',
    estimate({ state: 'approved', approved_at: '2025-01-18T10:00:00Z' }),
    '',
    'Approved on January 18, 2025. Next, a deposit of $4,914.00 is due.',
    'How to Pay',
  ],
  [
    'declined',
    estimate({ state: 'declined' }),
    '',
    'You declined this estimate. Changed your mind? Contact us.',
    'Contact',
  ],
  [
    'expired',
    estimate(),
    '2025-03-01',
    'This estimate was valid until February 14, 2025.',
    'Ask for an Update',
  ],
  [
    'void',
    estimate({ state: 'void' }),
    '',
    'This estimate was cancelled by Acme Remodeling.',
    'Contact',
  ],
  [
    'invoiced',
    estimate({ state: 'invoiced', invoice_number: 'INV-002' }),
    '',
    'This estimate became invoice INV-002.',
    'Download PDF',
  ],
  ['draft', estimate({ state: 'draft' }), '', 'This is a draft.', 'Download PDF'],
  ['issued', creditNote(), '', 'Credit of $9,828.00. Nothing to pay.', 'Download PDF'],
  [
    'void',
    creditNote({ state: 'void' }),
    '',
    'This credit note was cancelled by Acme Remodeling.',
    'Contact',
  ],
] as const

describe('each state says what it is and what to do', () => {
  test.each(states)('%s', (state, document, on, sentence, button) => {
    const html = pageOf(made, document, on === '' ? {} : { on })
    expect(html).toContain(`data-state="${state}"`)
    expect(textOf(html)).toContain(sentence)
    expect(/class="button"[^>]*>([^<]*)</.exec(html)?.[1]).toBe(button)
  })

  test('a credit stands beside what was paid, not among it', () => {
    const ledger = [entry('credit', 200_000, '2025-01-20'), entry('payment', 100_000, '2025-01-21')]
    const text = textOf(pageOf(made, invoice({ ledger })))
    expect(text).toContain(
      'Total $9,828.00 Credit −$2,000.00 Paid −$1,000.00 Balance Due $6,828.00',
    )
  })

  test('an approved estimate without a deposit says who acts next', () => {
    const document = estimate({
      state: 'approved',
      approved_at: '2025-01-18T10:00:00Z',
      content: { deposit: null },
    })
    expect(textOf(pageOf(made, document))).toContain(
      'Acme Remodeling will contact you about what happens next.',
    )
  })
})

describe('what can be paid online has a button for it', () => {
  const approved = estimate({ state: 'approved', approved_at: '2025-01-18T10:00:00Z' })
  const partly = invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] })
  const reopened = invoice({ ledger: refunded })
  const payable = [
    ['sent', invoice(), 'Pay Now'],
    ['partly paid', partly, 'Pay Now'],
    ['reopened after a refund', reopened, 'Pay Now'],
    ['approved, with a deposit to pay', approved, 'Pay Deposit'],
  ] as const

  test.each(payable)('%s', (_, document, label) => {
    const html = pageOf(online, document)
    expect(html).toContain(`<a class="button" href="/i/token/pay">${label}</a>`)
    expect(textOf(html)).toContain('How to Pay')
  })

  test('overdue', () => {
    expect(pageOf(online, invoice(), { on: later })).toContain('>Pay Now</a>')
  })

  test('another amount may be paid, but not of a deposit', () => {
    expect(pageOf(online, partly)).toContain(
      'href="/i/token/pay?amount_choice=custom#choice">Pay Another Amount',
    )
    expect(pageOf(online, approved)).not.toContain('Pay Another Amount')
    const tiny = invoice({ content: { items: [line('Nail', '1', '', '1.50')], taxes: [] } })
    expect(pageOf(online, tiny)).not.toContain('Pay Another Amount')
  })

  test('what rests after a refund is not asked for, though the totals have a balance', () => {
    const text = textOf(pageOf(online, invoice({ ledger: refunded, ...resting })))
    expect(text).toContain('After the refund, no payment is being asked for.')
  })

  test('a receipt of an earlier part is not the button while the rest is on its way', () => {
    const { ledger } = partly
    const receipts = [{ ledger_id: ledger[0]?.id ?? '', number: 'RCT-0001', path: '/r/token' }]
    const moving = { ...partly, pending_minor: 782_800 }
    expect(pageOf(online, moving, { receipts })).toMatch(/class="button"[^>]*>Download PDF</)
  })

  test('after a bank payment that failed it says so, and asks for another way', () => {
    const html = pageOf(online, invoice(), { failed_payment: { amount_minor: 982_800 } })
    expect(textOf(html)).toContain(
      'The bank payment of $9,828.00 did not go through. Nothing was collected.',
    )
    expect(html).toContain('<a class="button" href="/i/token/pay">Pay Another Way</a>')
  })

  const unpayable = [
    ['a draft', invoice({ state: 'draft' }), {}],
    ['paid', invoice({ ledger: paid }), {}],
    ['on its way', invoice({ pending_minor: 982_800 }), {}],
    ['resting after a refund', invoice({ ledger: refunded, ...resting }), {}],
    ['void', invoice({ state: 'void' }), {}],
    ['given up', invoice({ state: 'uncollectible' }), {}],
    ['not to be paid online', invoice({ content: { online_pay: false } }), {}],
    ['an estimate that waits for approval', estimate(), {}],
    ['a credit note', creditNote(), {}],
    ['seen by a link for reading', invoice(), { scope: 'view' }],
    ['a read-only page', invoice(), { mode: 'read_only' }],
    ['the owner’s preview', invoice(), { mode: 'preview' }],
  ] as const

  test.each(unpayable)('and nothing else has: %s', (_, document, input) => {
    expect(pageOf(online, document, input)).not.toMatch(/\/pay[?#"]/)
  })

  test('a deposit that was paid is thanked for', () => {
    const ledger = [entry('payment', 491_400, '2025-01-20')]
    const text = textOf(pageOf(online, { ...approved, ledger }))
    expect(text).toContain('The deposit of $4,914.00 is paid. Thank you. Acme Remodeling will')
  })
})

describe('the sums after money came in', () => {
  test('say total, paid and balance, and list the payments', () => {
    const text = textOf(
      pageOf(made, invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] })),
    )
    expect(text).toContain('Total $9,828.00 Paid −$2,000.00 Balance Due $7,828.00')
    expect(text).toContain('Payments January 20, 2025 Payment by check · 1042 $2,000.00')
    expect(text).not.toContain('Total Due $')
  })

  test('name the deposit that came from the estimate', () => {
    const document = invoice({
      estimate_number: 'EST-001',
      ledger: [entry('transfer_in', 491_400, '2025-01-20')],
    })
    const text = textOf(pageOf(made, document))
    expect(text).toContain('Deposit Paid −$4,914.00 Balance Due $4,914.00')
    expect(text).toContain('For Estimate: EST-001')
  })

  test('ask for money only as long as some is due', () => {
    expect(textOf(pageOf(made, invoice({ ledger: paid })))).not.toContain('By check.')
    expect(textOf(pageOf(made, invoice({ ledger: refunded, ...resting })))).not.toContain(
      'By check.',
    )
    expect(textOf(pageOf(made, creditNote()))).not.toContain('By check.')
    expect(textOf(pageOf(made, estimate()))).not.toContain('By check.')
  })
})

describe('references', () => {
  test('a credit note names its invoice, as text', () => {
    expect(textOf(pageOf(made, creditNote()))).toContain('For Invoice: INV-001')
  })

  test('a new version says when it was made', () => {
    const document = invoice({ version: 2, published_at: '2025-01-19T15:00:00Z' })
    expect(textOf(pageOf(made, document))).toContain('Updated on January 19, 2025')
  })
})
