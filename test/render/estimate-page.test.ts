import { describe, expect, test } from 'vitest'
import { approval, approved } from './decisions.ts'
import { entry, estimate } from './documents.ts'
import { pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer({ payments: { sandbox: { enabled: true } } })

/** Of the page at its own path, so that links are told apart from those of invoices. */
const page = (...[document, changes]: [Parameters<typeof pageOf>[1], object?]) =>
  pageOf(made, document, { path: '/e/token', ...changes })

const button = (html: string) => /class="button"[^>]*>([^<]*)</.exec(html)?.[1]
const links = (html: string) => {
  const acts = /<div class="acts">([\s\S]*?)<\/div>/.exec(html)?.[1] ?? ''
  return [...acts.matchAll(/<li><a[^>]*>([^<]*)</g)].map(([, label]) => label)
}

describe('an estimate that waits for its customer', () => {
  const html = page(estimate())

  test('has Approve as its button, and the rest as quiet links', () => {
    expect(html).toContain('<a class="button" href="/e/token/approve">Approve</a>')
    expect(links(html)).toEqual(['Decline', 'Ask a Question', 'Download PDF', 'Print'])
    expect(html).toContain('href="/e/token/decline"')
    expect(html.match(/<form id="\w+"/g)).toEqual(['<form id="history"'])
  })

  test('opens a mail to the business for a question, and shows how else to reach it', () => {
    expect(html).toContain(
      'href="mailto:office@acme.example?subject=Question%20about%20Estimate%20EST-001"',
    )
    expect(textOf(html)).toContain('12 Market Street')
    expect(textOf(html)).toContain('(555) 010-2030')
  })

  test('says so where an earlier version was approved, or nobody would approve this one', () => {
    const newer = estimate({ version: 2, replaced_approval_at: '2025-01-18T15:04:05.000Z' })
    const html = page(newer)
    expect(textOf(html)).toContain(
      'An earlier version was approved on January 18, 2025. This one is newer: please check it',
    )
    expect(button(html)).toBe('Approve')
    expect(textOf(page(estimate()))).not.toContain('An earlier version')
  })

  const elsewhere = [
    ['a link for reading', { scope: 'view' }, 'This link is for viewing only.', 'Download PDF'],
    [
      'a page without a server',
      { mode: 'read_only' },
      'To approve or decline, contact Acme Remodeling. As of January 21, 2025.',
      'Ask a Question',
    ],
    [
      'the owner’s preview',
      { mode: 'preview', scope: 'preview' },
      'Approve and Decline stand only on their own link.',
      'Download PDF',
    ],
  ] as const

  test.each(elsewhere)('cannot be decided on %s, which says so', (_, input, words, label) => {
    const other = page(estimate(), input)
    expect(other).not.toMatch(/\/(approve|decline|renew)"/)
    expect(textOf(other)).toContain(words)
    expect(button(other)).toBe(label)
  })
})

describe('an expired estimate', () => {
  const on = { on: '2025-03-01' }

  test('cannot be approved, and has a form to ask for an update', () => {
    const html = page(estimate(), on)
    expect(html).not.toMatch(/\/(approve|decline)"/)
    expect(html).toContain('<form id="renew" method="post" action="/e/token/renew"')
    expect(button(html)).toBe('Ask for an Update')
    expect(textOf(html)).toContain('It can no longer be approved. Acme Remodeling can tell you')
    expect(links(html)).toContain('Contact')
  })

  test.each([
    ['a link for reading', { scope: 'view' }],
    ['a page without a server', { mode: 'read_only' }],
  ] as const)('asks by mail on %s', (_, input) => {
    const html = page(estimate(), { ...on, ...input })
    expect(html).not.toContain('id="renew"')
    expect(html).toContain('subject=Please%20update%20Estimate%20EST-001">Ask for an Update</a>')
  })

  test('asks by mail where links are not renewed', async () => {
    const strict = await renderer({ links: { renew: false } })
    const html = pageOf(strict, estimate(), on)
    expect(html.match(/<form id="\w+"/g)).toEqual(['<form id="history"'])
    expect(button(html)).toBe('Ask for an Update')
  })
})

describe('an approved estimate', () => {
  test('says who approved it and when, what is due, who was told, and where the copy goes', () => {
    const html = page(approved())
    expect(textOf(html)).toContain(
      'Approved by John Smith on January 18, 2025. Next, a deposit of $4,914.00 is due. $4,914.00 Deposit Due Acme Remodeling was told. A signed copy is sent by e-mail to j…\u2060@example.com.',
    )
    expect(html).toContain('<a class="button" href="/e/token/pay">Pay Deposit</a>')
    expect(links(html)).toEqual(['Ask a Question', 'Download Signed Copy', 'Print'])
  })

  test('without anything due offers the signed copy', () => {
    const ledger = [entry('payment', 491_400, '2025-01-20')]
    expect(button(page(approved({ ledger })))).toBe('Download Signed Copy')
    expect(button(page(approved({ content: { deposit: null } })))).toBe('Download Signed Copy')
  })

  test('calls the PDF signed only once it is', () => {
    const unsealed = { ...approval, sealed_hash: null, seal_fingerprint: null, sealed_at: null }
    expect(links(page(approved({ approval: unsealed })))).toContain('Download PDF')
  })

  test('promises no mail where none goes out', () => {
    const nobody = approved({ content: { bill_to: { ...estimate().content.bill_to, email: '' } } })
    const lost = approved({ delivery: 'failed' })
    for (const document of [nobody, lost, owned('owner'), owned('paper')])
      expect(textOf(page(document))).not.toContain('e-mail to')
  })

  test('names the address on file, whichever the link was mailed to', () => {
    for (const signer_email of ['', 'boss@another.example']) {
      const text = textOf(page(approved({ approval: { ...approval, signer_email } })))
      expect(text).toContain('A signed copy is sent by e-mail to j…\u2060@example.com.')
    }
  })

  test('on paper says so, and as noted by the owner names whom they named', () => {
    const paper = textOf(page(owned('paper')))
    expect(paper).toContain('Approved by John Smith on January 18, 2025. It was signed on paper.')
    expect(paper).not.toContain('was told')
    const unnamed = approved({ approval: { ...approval, kind: 'owner', signer_name: '' } })
    expect(textOf(page(unnamed))).toContain('Approved on January 18, 2025.')
  })

  test('that became an invoice names it without a link', () => {
    const html = page(approved({ state: 'invoiced', invoice_number: 'INV-002' }))
    expect(textOf(html)).toContain('This estimate became invoice INV-002.')
    expect(textOf(html)).toContain(
      'The invoice comes with a link of its own. A signed copy is sent by',
    )
    expect(html).not.toContain('href="/i/')
    expect(button(html)).toBe('Download Signed Copy')
  })
})

test('a declined estimate says when, who was told, and how to change one’s mind', () => {
  const html = page(estimate({ state: 'declined', declined_at: '2025-01-18T15:00:00Z' }))
  expect(textOf(html)).toContain('You declined this estimate. Changed your mind? Contact us.')
  expect(textOf(html)).toContain('Declined on January 18, 2025. Acme Remodeling was told.')
  expect(button(html)).toBe('Contact')
  expect(html).not.toMatch(/\/(approve|decline)"/)
})

test('a newer version says when it was made', () => {
  const html = page(estimate({ version: 2, published_at: '2025-01-19T15:00:00Z' }))
  expect(textOf(html)).toContain('Updated on January 19, 2025')
  expect(button(html)).toBe('Approve')
})

function owned(kind: 'owner' | 'paper') {
  return approved({ approval: { ...approval, kind, consent_text: '', consent_version: '' } })
}
