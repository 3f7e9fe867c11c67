import { brotliCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { createRenderer } from '../../src/render/create-renderer.ts'
import { estimate, invoice, line } from './documents.ts'
import { acme, packageDir, pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer({
  payments: { instructions: 'Bank transfer to account 123456789' },
  branding: { footer: 'Licensed and insured.' },
})

describe('an invoice page', () => {
  const html = pageOf(made, invoice())
  const text = textOf(html)

  test.each([
    'Invoice #INV-001',
    'Date: January 15, 2025',
    'Due: January 30, 2025',
    'Bill To: John Smith 742 Evergreen Terrace Springfield, IL 62704',
    'Description Qty Rate Amount',
    'Carpentry labor 40 hrs $85.00 $3,400.00',
    'Subtotal $9,100.00',
    'Tax (8%) $728.00',
    'Total Due $9,828.00',
    'Download PDF',
    'Print',
    'Contact',
    'Notes Thank you for your business!',
    'Terms Payment is due within 15 days.',
    'How to Pay Bank transfer to account 123456789',
    'Tax ID: 12-3456789',
    'Licensed and insured.',
  ])('says "%s"', (label) => {
    expect(text).toContain(label)
  })

  test('carries the hooks that scripts and tests use', () => {
    expect(html).toMatch(
      /<main [^>]*data-kind="invoice" data-number="INV-001" data-state="sent" data-balance-due-minor="982800" data-amount-due-now-minor="982800"/,
    )
  })

  test('tells link previews only who it is from', () => {
    const head = /<head>[\s\S]*<\/head>/.exec(html)?.[0] ?? ''
    expect(head).toContain('<title>Invoice from Acme Remodeling</title>')
    expect(head).toContain('<meta property="og:title" content="Invoice from Acme Remodeling">')
    expect(head).not.toMatch(/INV-001|9,828|Smith/)
    expect(head).toContain('content="noindex,nofollow,noarchive,nosnippet"')
  })

  test('needs nothing that the content security policy forbids', () => {
    expect(html).not.toMatch(/<style|style=|\son\w+=|javascript:|data:|<script(?![^>]* src=)/i)
    for (const [, url] of html.matchAll(/(?:src|href)="([^"]*)"/g))
      expect(url).toMatch(
        /^(\/assets\/[\w.-]+|\/i\/token\/pdf(\?inline=1)?|#[\w-]+|\?lang=[\w-]+$|mailto:|tel:|https:\/\/acme\.example)/,
      )
  })

  test('names only assets that exist', () => {
    const names = new Set(made.assets().map(({ name }) => name))
    for (const [, name] of html.matchAll(/"\/assets\/([^"]*)"/g)) expect(names).toContain(name)
  })

  test('has one button, and leads nowhere that does not exist yet', () => {
    expect(html.match(/class="button"/g)).toHaveLength(1)
    expect(html).not.toMatch(/\/(pay|approve|decline|renew)"/)
    expect(text).not.toMatch(/Pay Now|Approve|Decline/)
  })

  test('writes mails to the business with the number in the subject', () => {
    expect(html).toContain('href="mailto:office@acme.example?subject=Invoice%20INV-001"')
    expect(pageOf(made, estimate())).toContain(
      'href="mailto:office@acme.example?subject=Question%20about%20Estimate%20EST-001"',
    )
  })
})

describe('an estimate page', () => {
  const text = textOf(pageOf(made, estimate()))

  test.each([
    'Estimate #EST-001',
    'Valid Until: February 14, 2025',
    'Prepared For: John Smith',
    'Total: $9,828.00',
    'Deposit Required: $4,914.00 (50%)',
    'Ask a Question',
  ])('says "%s"', (label) => {
    expect(text).toContain(label)
  })

  test('states a fixed deposit without a percentage, and none of nothing', () => {
    const fixed = estimate({ content: { deposit: { fixed: '500' } } })
    expect(textOf(pageOf(made, fixed))).toContain('Deposit Required: $500.00 Notes')
    const none = estimate({ content: { deposit: { percent: '0' } } })
    expect(textOf(pageOf(made, none))).not.toContain('Deposit')
  })
})

describe('amounts', () => {
  test('show discounts of lines and of the document, and each tax', () => {
    const items = [
      { ...line('Paint', '3', '', '85'), discount: { percent: '10' } },
      { ...line('Permit', '1', '', '120'), taxes: [] },
      { ...line('Tiles', '1', '', '100'), taxes: ['T', 'C'] },
    ]
    const taxes = [
      { id: 'T', name: 'State Tax', rate: '6.25' },
      { id: 'C', name: 'City Tax', rate: '1.5' },
    ]
    const text = textOf(
      pageOf(made, invoice({ content: { items, taxes, discount: { percent: '5' } } })),
    )
    expect(text).toContain('Discount 10%: −$25.50')
    expect(text).toContain('Not taxed')
    expect(text).toContain('Taxed with State Tax, City Tax')
    expect(text).toContain('Discount (5%) −$22.48')
    expect(text).toMatch(/State Tax \(6\.25%\) \$[\d.]+ City Tax \(1\.5%\) \$/)
  })

  test('say when prices include the tax', () => {
    const text = textOf(pageOf(made, invoice({ content: { prices_include_tax: true } })))
    expect(text).toContain('Total Due $9,100.00 Includes Tax (8%) $674.07')
  })

  test('follow the locale of the document', () => {
    const german = { locale: 'de-DE', currency: 'EUR' }
    const html = pageOf(made, invoice({ content: german }))
    expect(textOf(html)).toContain('Fällig am: 30. Januar 2025')
    expect(textOf(html)).toContain('Zu zahlen 9.828,00 €')
    expect(html).toContain('<html lang="de" dir="ltr">')
    expect(html).not.toContain('lang="de-DE"')
  })

  test('follow a locale whose language nobody has written, with its texts marked as such', () => {
    const html = pageOf(made, invoice({ content: { locale: 'fi-FI', currency: 'EUR' } }))
    expect(textOf(html)).toContain('Due: 30. tammikuuta 2025')
    expect(html).toContain('<html lang="en" dir="ltr">')
    expect(html).toContain('<bdi class="text" lang="fi-FI">')
  })

  test('follow the currency, with its own number of digits', () => {
    const items = [line('台所', '1', '式', '250000')]
    const text = textOf(
      pageOf(made, invoice({ content: { locale: 'ja-JP', currency: 'JPY', items } })),
    )
    expect(text).toContain('￥270,000')
  })
})

describe('the ways to look at a page', () => {
  test('live counts a look', () => {
    const html = pageOf(made, invoice())
    expect(html).toContain('data-viewed="/i/token/viewed"')
    expect(html).toMatch(/src="\/assets\/beacon-/)
  })

  test('a preview says so and counts nothing', () => {
    const html = pageOf(made, invoice({ state: 'draft' }), { mode: 'preview' })
    expect(textOf(html)).toContain('Preview: this is what your customer sees')
    expect(html).not.toMatch(/beacon|viewed/)
  })

  test('a read-only page says of when it is, counts nothing and needs no server', () => {
    const html = pageOf(made, invoice(), { mode: 'read_only' })
    expect(textOf(html)).toContain('As of January 21, 2025.')
    expect(html).not.toMatch(/beacon|viewed|\/pdf"|\?inline/)
    expect(html).toContain('href="/i/token/pdf.pdf"')
  })

  test('says until when it holds', () => {
    const now = new Date('2025-01-21T12:00:00Z')
    const input = {
      document: invoice(),
      path: '/i/token',
      scope: 'full',
      now,
      mode: 'live',
    } as const
    expect(made.page(input).fresh_until_at).toBe('2025-01-31T05:00:00.000Z')
  })
})

describe('a business without an e-mail address', () => {
  test('is reached by what it has', async () => {
    const config = acme()
    config.business.email = ''
    config.business.website = 'javascript:alert(1)'
    const html = pageOf(
      await createRenderer({ config, workspaceDir: packageDir, packageDir }),
      invoice({ state: 'void' }),
    )
    expect(html).toContain('<a class="button" href="#business">Contact</a>')
    expect(html).toContain('href="tel:5550102030"')
    expect(html).not.toMatch(/mailto:|href="javascript/)
  })
})

test('a page with all it loads weighs at most 14 kB compressed', () => {
  const html = pageOf(made, estimate())
  const loaded = made.assets().filter(({ name }) => html.includes(name))
  const parts = [Buffer.from(html), ...loaded.map(({ bytes }) => bytes)]
  const bytes = parts.reduce((sum, part) => sum + brotliCompressSync(part).length, 0)
  expect(loaded.map(({ name }) => name.replace(/-[^-]*$/, '')).sort()).toEqual([
    'beacon',
    'icon',
    'print',
    'theme',
  ])
  expect(bytes).toBeLessThan(14_000)
})
