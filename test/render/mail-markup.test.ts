import { expect, it } from 'vitest'
import type { MailInput } from '../../src/ports/renderer.ts'
import { renderedMailKinds, renderMail } from '../../src/render/mail.ts'
import { sampleMailInput } from '../../src/render/mail-sample.ts'
import { acmeConfig, mailContext } from '../support/mail-context.ts'

const now = new Date('2025-01-15T15:00:00Z')
const script = /<script type="application\/ld\+json">(.*?)<\/script>/s

function markupOf(
  kind: (typeof renderedMailKinds)[number],
  change: (input: MailInput) => MailInput = (input) => input,
  mail: Record<string, unknown> = { markup: true },
): string | undefined {
  const config = acmeConfig({ mail })
  const { html } = renderMail(mailContext(config), change(sampleMailInput(config, kind, now)))
  return script.exec(html)?.[1]
}

it.each(['invoice_sent', 'reminder'] as const)(
  'tells mail programs of an %s what is due when',
  (kind) => {
    expect(JSON.parse(markupOf(kind) ?? '')).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Invoice',
      identifier: 'INV-001',
      url: expect.stringMatching(/^https:\/\/portal\.acme\.example\/i\/0+$/),
      provider: { '@type': 'Organization', name: 'Acme Remodeling' },
      customer: { '@type': 'Person', name: 'John Smith' },
      paymentDueDate: '2025-01-30',
      paymentStatus: 'https://schema.org/PaymentDue',
      totalPaymentDue: { '@type': 'PriceSpecification', price: '9828.00', priceCurrency: 'USD' },
    })
  },
)

it('is not there unless it is wanted, and in no other mail', () => {
  expect(markupOf('invoice_sent', undefined, {})).toBeUndefined()
  const others = renderedMailKinds.filter((kind) => !['invoice_sent', 'reminder'].includes(kind))
  expect(others.filter((kind) => markupOf(kind))).toEqual([])
})

it('is not there when nothing is due', () => {
  const paid = markupOf('invoice_sent', (input) => {
    const document = input.document as NonNullable<MailInput['document']>
    const { total_minor: amount_minor } = document.totals
    const receipt = sampleMailInput(acmeConfig(), 'receipt', now).document?.ledger ?? []
    return {
      ...input,
      document: { ...document, ledger: receipt.map((one) => ({ ...one, amount_minor })) },
    }
  })
  expect(paid).toBeUndefined()
})

it('cannot be left by what a name holds', () => {
  const name = '</script><img src=x onerror=alert(1)>'
  const markup = markupOf('invoice_sent', (input) => {
    const document = input.document as NonNullable<MailInput['document']>
    const content = { ...document.content, bill_to: { ...document.content.bill_to, name } }
    return { ...input, document: { ...document, content } }
  })
  expect(JSON.parse(markup ?? '').customer.name).toBe(name)
})
