import { describe, expect, it } from 'vitest'
import type { Document, LedgerEntry } from '../../src/domain/document.ts'
import type { MailInput, RenderedMail } from '../../src/ports/renderer.ts'
import { renderedMailKinds, renderMail } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import { sampleDocument } from '../../src/render/sample-document.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'

const now = new Date('2025-01-15T15:00:00Z')
const url = 'https://portal.acme.example/i/00000000000000000000000000000000'

describe('an invoice mail', () => {
  it('says in its subject what, who, how much and when', () => {
    expect(render('invoice_sent').subject).toBe(
      'Invoice INV-001 from Acme Remodeling: $9,828.00 due January 30, 2025',
    )
  })

  it('has one button with its address as text, and the warning', () => {
    const { html, text } = render('invoice_sent')
    expect(html.match(/>View invoice</g)).toHaveLength(1)
    expect(html.split(`href="${url}"`)).toHaveLength(3)
    expect(text).toContain(`View invoice:\n${url}\n`)
    for (const part of [text, words(html)]) {
      expect(part).toContain(
        'Anyone with this link can view the document. Treat it like a password.',
      )
    }
  })

  it('says on its button that one can pay online, where one can', () => {
    const config = acmeConfig({ payments: { sandbox: { enabled: true } } })
    const label = (document: Document) =>
      />(View [^<]+)</.exec(render('invoice_sent', { document }, config).html)?.[1]
    expect(label(invoice({}))).toBe('View and pay invoice')
    const { content } = invoice({})
    expect(label(invoice({ content: { ...content, online_pay: false } }))).toBe('View invoice')
    expect(label(invoice({ pending_minor: invoice({}).totals.total_minor }))).toBe('View invoice')
  })

  it('ends with who sends it, and with the footer of the business', () => {
    const branding = { footer: 'Acme Remodeling LLC\nRegistered in Illinois, no. 12345' }
    const { html, text } = render('invoice_sent', {}, acmeConfig({ branding }))
    expect(text).toMatch(/\nAcme Remodeling LLC\nRegistered in Illinois, no. 12345\n$/)
    expect(words(html)).toContain('Registered in Illinois, no. 12345')
  })

  it('carries the message of the owner and how to pay, line by line', () => {
    const config = acmeConfig({ payments: { instructions: 'Check to Acme\nor by bank' } })
    const { html, text } = render(
      'invoice_sent',
      { data: { message: 'Hi John,\nthank you' } },
      config,
    )
    expect(text).toContain('Message from Acme Remodeling:\nHi John,\nthank you\n')
    expect(text).toContain('How to pay:\nCheck to Acme\nor by bank\n')
    expect(html).toContain('Hi John,<br>thank you')
  })

  it('asks for the rest after a part payment', () => {
    const document = invoice({ ledger: [payment(200_000)], pending_minor: 5_000 })
    const { subject, text } = render('invoice_sent', { document })
    expect(subject).toContain(': $7,828.00 due January 30, 2025')
    expect(text).toContain('Balance due: $7,828.00')
    expect(text).toContain('Total: $9,828.00')
    expect(text).toContain('Paid so far: $2,000.00')
    expect(text).toContain('On its way: $50.00')
  })

  it('tells a credit from what was paid, and thanks for no payment that nobody made', () => {
    const credit = (amount: number) => ({
      ...payment(amount),
      id: 'led_credit',
      kind: 'credit' as const,
    })
    const part = invoice({ ledger: [payment(200_000), credit(100_000)] })
    const { text } = render('invoice_sent', { document: part })
    expect(text).toContain('Credit: $1,000.00\nPaid so far: $2,000.00\n')
    const whole = render('invoice_sent', { document: invoice({ ledger: [credit(982_800)] }) })
    expect(whole.subject).toContain(': nothing to pay')
    expect(whole.text).toContain('Credit: $9,828.00')
    expect(whole.text).not.toMatch(/[Pp]aid|Thank you/)
  })

  it('asks for nothing once it is paid', () => {
    const config = acmeConfig({ payments: { instructions: 'Check to Acme' } })
    const document = invoice({ ledger: [payment(982_800)] })
    const { subject, text } = render('invoice_sent', { document }, config)
    expect(subject).toContain(': $9,828.00, paid in full')
    expect(text).toContain('Nothing is due.')
    expect(text).not.toContain('Check to Acme')
    expect(text).not.toContain('Amount due')
  })

  it('names a credit note a credit', () => {
    const document = sampleDocument('credit_note', acmeConfig(), now)
    const { subject, text } = render('invoice_sent', { document })
    expect(subject).toBe('Credit Note CN-001 from Acme Remodeling: credit of $9,828.00')
    expect(text).toContain('For invoice: INV-001')
    expect(text).toContain('View credit note:')
  })

  it('formats for the document, and not for the business', () => {
    const document = invoice({})
    document.content = { ...document.content, currency: 'EUR', locale: 'de-DE' }
    const { subject } = render('invoice_sent', { document })
    expect(subject).toBe(
      'Rechnung INV-001 von Acme Remodeling: 9.828,00\u00a0€ fällig am 30. Januar 2025',
    )
  })

  it('shows the business, its address and how to reach it', () => {
    const { html, text } = render('invoice_sent')
    expect(text).toContain('-- \nAcme Remodeling\n123 Main Street\nSpringfield, IL 62701\n')
    expect(html).toContain('href="mailto:hello@acme.example?subject=INV-001"')
    expect(html).toContain('href="tel:5551234567"')
    expect(html).toContain('href="https://acme.example/"')
    expect(text).toContain('Reply to this e-mail.')
  })

  it('does not invite replies that nobody reads', () => {
    const config = acmeConfig({ business: { name: 'Acme' }, mail: { from: 'bot@acme.example' } })
    expect(render('invoice_sent', {}, config).text).not.toContain('Reply')
  })
})

describe('an estimate mail', () => {
  it('says how much, until when, and what is asked for on approval', () => {
    const { subject, text } = render('estimate_sent')
    expect(subject).toBe(
      'Estimate EST-001 from Acme Remodeling: $9,828.00, valid until January 29, 2025',
    )
    expect(text).toContain('Deposit required: $4,914.00 (50%)')
    expect(text).toContain('View estimate:')
  })

  it('does not ask again for what was approved', () => {
    const document = {
      ...sampleDocument('estimate', acmeConfig(), now),
      state: 'approved' as const,
    }
    const { subject, text } = render('estimate_sent', { document })
    expect(subject).toContain(': $9,828.00, approved')
    expect(text).toContain('You approved this estimate.')
    expect(text).not.toContain('decline')
  })
})

describe('a notice to the owner', () => {
  it('of a view says who, what and when in the time of the business', () => {
    const document = invoice({ viewed_at: '2025-01-15T14:30:00.000Z' })
    const { subject, text } = render('owner_notice', { document })
    expect(subject).toBe('John Smith viewed invoice INV-001')
    expect(text).toMatch(/When: January 15, 2025 at 9:30\sAM/)
    expect(text).toContain('Next: portal timeline INV-001')
  })

  it('of a failed mail says to whom and why', () => {
    const data = { event: 'mail_failed', to: 'jon@example.com', error: '550 No such user' }
    const { subject, text } = render('owner_notice', { data })
    expect(subject).toBe('Mail about invoice INV-001 was not delivered')
    expect(text).toContain('Sent to: jon@example.com\nReason: 550 No such user\n')
    expect(text).toContain('Next: portal timeline INV-001')
    const main = render('owner_notice', { data: { ...data, mail: 'msg_1' } })
    expect(main.text).toContain('Next: portal outbox show msg_1')
  })

  it('holds no link of the customer', () => {
    expect(render('owner_notice').html).not.toContain('href')
  })

  it('of an event that nobody has written is a bug', () => {
    expect(() => render('owner_notice', { data: { event: 'toString' } })).toThrow('no notice')
  })
})

describe('a test mail', () => {
  it('of a document says so first, in the subject and in both parts', () => {
    const { subject, html, text } = render('invoice_sent', { data: { test: true } })
    expect(subject).toMatch(/^\[Test\] Invoice INV-001/)
    expect(text).toMatch(/^This is a test e-mail\./)
    expect(words(html)).toContain('This is a test e-mail.')
    expect(render('test', { document: invoice({}), url }).text).toBe(text)
  })

  it('without a document says that mail works', () => {
    expect(render('test').subject).toBe('[Test] Outgoing mail works')
  })
})

describe('every mail', () => {
  it.each(renderedMailKinds)('says the same in HTML and in text: %s', (kind) => {
    const config = acmeConfig({ payments: { instructions: 'Check to Acme' } })
    const data = { ...sampleMailInput(config, kind, now).data, message: 'Hi John' }
    const { html, text } = render(kind, { data }, config)
    const shown = words(html)
    const lines = text.split('\n').flatMap((line) => line.split(/: |:$/))
    for (const line of lines.filter((line) => line.trim() && line !== '-- ')) {
      expect(/^https:/.test(line) ? html : shown).toContain(line)
    }
    const facts = /\$[\d,.]*\d|\w+ \d+, \d{4}|https?:\S+|\w+@[\w.]+/g
    for (const fact of shown.match(facts) ?? []) expect(text).toContain(fact)
  })

  it.each(renderedMailKinds)('loads nothing and follows nobody: %s', (kind) => {
    const { html } = render(kind)
    expect(html).not.toMatch(/<img|<script|<link|<iframe|url\(|@import|background=/i)
    for (const [, target] of html.matchAll(/(?:href|src)="([^"]*)"/g)) {
      expect(target).toMatch(
        /^(https:\/\/portal\.acme\.example\/|https:\/\/acme\.example\/|mailto:|tel:)/,
      )
    }
  })

  it.each(renderedMailKinds)('says its language, its title and its preview: %s', (kind) => {
    const { html, subject } = render(kind)
    expect(html).toMatch(/<html lang="en" dir="ltr">/)
    expect(html).toContain(`<title>${subject.replaceAll("'", '&#39;')}</title>`)
    expect(html).toMatch(/<div class="preheader" [^>]*>[^<]+<\/div>/)
  })

  it('shows what was typed as text, whatever it is', () => {
    const nasty = '<img src=x onerror=alert(1)>"\'&'
    const config = acmeConfig({ business: { name: nasty } })
    const document = invoice({})
    document.content.bill_to.name = nasty
    const { html, text } = render('invoice_sent', { document, data: { message: nasty } }, config)
    expect(html).not.toContain('<img')
    expect(text).toContain(`Bill to: ${nasty}`)
  })

  it('of a kind that nobody has written is a bug', () => {
    const unwritten = 'toString' as MailInput['kind']
    expect(() => render(unwritten)).toThrow('no mail of kind "toString"')
    expect(() => render('invoice_sent', { document: null })).toThrow('needs a document')
  })
})

function render(
  kind: MailInput['kind'],
  changes: Partial<MailInput> = {},
  config = acmeConfig(),
): RenderedMail {
  const known = renderedMailKinds.find((name) => name === kind) ?? 'invoice_sent'
  return renderMail(mailContext(config), {
    ...sampleMailInput(config, known, now),
    kind,
    ...changes,
  })
}

function invoice(changes: Partial<Document>): Document {
  return { ...sampleDocument('invoice', acmeConfig(), now), ...changes }
}

function payment(amount_minor: number): LedgerEntry {
  return {
    id: 'payment',
    document_id: 'sample',
    kind: 'payment',
    amount_minor,
    currency: 'USD',
    provider: 'manual',
    method: 'check',
    provider_payment_id: '',
    reference: '',
    on: '2025-01-16',
    at: now.toISOString(),
  }
}

/** What a reader of the HTML part reads. */
function words(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<\/?span[^>]*>/g, '')
    .replace(/<br>|<[^>]+>/g, '\n')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
}
