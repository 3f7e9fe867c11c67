import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/domain/canonical.ts'
import { findBrowser } from '../../src/pdf/find-browser.ts'
import { createPdfPrinter } from '../../src/pdf/printer.ts'
import type { PdfPrinter } from '../../src/ports/pdf-printer.ts'
import { type PdfReading, readPdf } from '../pdf/read-pdf.ts'
import { approval, approved, consent, hash, signedInput } from './decisions.ts'
import { entry, estimate } from './documents.ts'
import { pageOf, renderer, textOf } from './rendering.ts'

const made = await renderer()
const { signedCopy } = made.approvals
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

describe('the certificate', () => {
  const text = textOf(signedCopy(signedInput()))

  test.each([
    'Estimate EST-001 Version 1 From Acme Remodeling · office@acme.example',
    'Total $9,828.00 USD Deposit required $4,914.00 (50%) Valid until February 14, 2025',
    `Document ID doc_1 SHA-256 of what was shown ${hash('1')}`,
    'Signer John Smith Link mailed to john.smith@example.com',
    'Signed at 2025-01-18 15:04:05 UTC, 2025-01-18 10:04:05 in America/New_York',
    'Kind Typed name Intent Was shown the whole estimate',
    'IP address 203.0.113.7 Browser (user agent) Mozilla/5.0 (iPhone;',
    'Approval ID apr_1 Link ID sh_1',
    `Consent (text ${consent.version}) ${consent.text}`,
    '2025-01-15 14:00:00 2025-01-15 09:00:00 Estimate created',
    'Sent to the customer, version 1',
    'Mailed to john.smith@example.com, Message-ID <sent-1@acme.example>',
    'Link opened, perhaps by a mail scanner',
    'Viewed by a person on a phone',
    `Consented to sign electronically, text ${consent.version}`,
    '2025-01-18 15:04:05 2025-01-18 10:04:05 Signed by John Smith',
    `Chain head ${hash('2')}`,
    `Seal fingerprint ${hash('4')}`,
    'pdfsig EST-001.pdf',
    'portal verify EST-001 portal verify EST-001.pdf',
    'openssl cms -verify -cades',
    'What This Does Not Prove Who sat at the device.',
  ])('says "%s"', (fact) => {
    expect(text).toContain(fact)
  })

  test('never calls the signature more than it is', () => {
    expect(text).not.toMatch(/\b(advanced|qualified|legally binding|guarantee)/i)
  })

  test('without a seal speaks of none', () => {
    const plain = textOf(signedCopy(signedInput({ seal_fingerprint: '' })))
    expect(plain).toContain('This copy carries no seal.')
    expect(plain).not.toMatch(/pdfsig|openssl|Seal fingerprint|The seal is made/)
  })

  test('calls the file as the mail does, whatever is in its number', () => {
    const document = approved({ number: '2025/EST-001' })
    const text = textOf(signedCopy(signedInput({ document })))
    expect(text).toContain('pdfsig 2025_EST-001.pdf')
    expect(text).toContain('portal verify 2025/EST-001 portal verify 2025_EST-001.pdf')
  })

  test('speaks of no mail where none brought it', () => {
    const nobody = { ...estimate().content.bill_to, email: '' }
    const document = approved({ content: { bill_to: nobody } })
    const text = textOf(signedCopy(signedInput({ document })))
    expect(text).toContain('The chain head is the hash of the last one above.')
    expect(text).not.toMatch(/the mail that|sha256sum/i)
  })

  test('with a certificate from elsewhere does not call it the business’s own', async () => {
    const other = await renderer({ signature: { certificate: 'acme.pem' } })
    const text = textOf(other.approvals.signedCopy(signedInput()))
    expect(text).toContain('beyond what the issuer of the seal’s certificate vouches for')
    expect(text).not.toContain('a key of its own')
  })
})

describe('the signature', () => {
  test('that was typed is set apart and labelled', () => {
    const html = signedCopy(signedInput())
    expect(html).toContain('<p class="ink typed" dir="auto"><bdi>John Smith</bdi></p>')
    expect(textOf(html)).toContain(
      'on January 18, 2025 Typed signature: the signer typed this name',
    )
  })

  test('that was drawn is the picture, with its name for those who do not see it', () => {
    const html = signedCopy(signing('drawn', 'image/png'))
    expect(html).toContain(
      `<img src="data:image/png;base64,${png.toString('base64')}" alt="Signature of John Smith">`,
    )
    expect(textOf(html)).toContain('Drawn signature: the signer drew it on the page.')
  })

  test('on paper is the scan, or its hash where that is a file of its own', () => {
    const scan = signedCopy(signing('paper', 'image/jpeg'))
    expect(scan).toContain('<p class="scan"><img src="data:image/jpeg;base64,')
    expect(textOf(scan)).toContain('Signed on Paper')
    expect(textOf(scan)).not.toContain('Consent (')
    const file = textOf(signedCopy(signing('paper', 'application/pdf')))
    expect(file).toContain(`The scan is a file of its own, SHA-256 ${sha256(png)}.`)
  })

  test('that the owner only noted is none, and the certificate says what that is worth', () => {
    const text = textOf(signedCopy(signing('owner', null)))
    expect(text).toContain('There is no signature: the business noted that its customer approved.')
    expect(text).toContain('other than by the word and the records of the business')
    expect(text).not.toContain('Typed signature')
    expect(text).not.toContain('the mail that brought this copy')
  })

  test('that was noted later says when it was given, and when it was noted', () => {
    const given = { ...signing('paper', 'image/png').approval, at: '2025-01-10T05:00:00.000Z' }
    const text = textOf(signedCopy({ ...signing('paper', 'image/png'), approval: given }))
    expect(text).toContain('Signed on Paper January 10, 2025')
    expect(text).toMatch(/2025-01-18 15:04:05 [-\d: ]+ Signed by John Smith · January 10, 2025/)
  })
})

test('the document is shown as it was approved, whatever happened since', () => {
  const since = approved({
    ledger: [entry('payment', 491_400, '2025-01-20')],
    invoice_number: 'INV-002',
  })
  const signed = textOf(signedCopy(signedInput({ document: since })))
  expect(signed).not.toMatch(/Deposit Paid|INV-002|Payments/)
  expect(signed).toContain('Total: $9,828.00 Deposit Required: $4,914.00 (50%)')
})

test('holds all it needs, and nothing that runs or can be clicked', () => {
  const html = signedCopy(
    signedInput({ approval: { ...approval, signer_name: '"><script>x</script>' } }),
  )
  expect(html).not.toMatch(/<a |<script|<link|(src|href)="(?!data:)|url\((?!"data:)/)
})

describe('in print', () => {
  let printer: PdfPrinter
  beforeAll(async () => {
    const browserPath = await findBrowser('auto')
    printer = await createPdfPrinter({ ...(browserPath && { browserPath }), idleMs: 1000 })
  })
  afterAll(() => printer?.close())

  const print = async (html: string, page: 'Letter' | 'A4'): Promise<PdfReading> =>
    readPdf(await printer.print({ html, page, created_at: approval.at }))

  test('every fact is found, and the sums are those of the page', async () => {
    const { text, info, structure } = await print(signedCopy(signedInput()), 'Letter')
    const flat = text.replace(/\s+/g, ' ')
    for (const fact of [
      '$9,828.00',
      '$4,914.00 (50%)',
      hash('1'),
      hash('2'),
      hash('4'),
      '203.0.113.7',
      '<sent-1@acme.example>',
      consent.text,
    ])
      expect(flat).toContain(fact)
    for (const sum of textOf(pageOf(made, estimate())).match(/\$[\d,.]+\d/g) ?? [])
      expect(flat).toContain(sum)
    expect(info.Tagged).toBe('yes')
    expect(info.Title).toBe('Signed Copy of Estimate EST-001')
    expect(structure).toMatch(/H1[\s\S]*Certificate of Approval/)
  })

  test('long hashes, names and browsers wrap on A4, and nothing is cut off', async () => {
    const user_agent = `Mozilla/${'9'.repeat(480)}`
    const long = { ...approval, user_agent, signer_name: 'W'.repeat(200) }
    const a4 = await renderer({ pdf: { page: 'A4' } })
    const { text, info } = await print(
      a4.approvals.signedCopy(signedInput({ approval: long })),
      'A4',
    )
    const dense = text.replace(/\s+/g, '')
    expect(dense).toContain(user_agent)
    expect(dense).toContain('W'.repeat(200))
    expect(info['Page size']).toContain('A4')
  })
})

function signing(
  kind: 'drawn' | 'paper' | 'owner',
  content_type: 'image/png' | 'image/jpeg' | 'application/pdf' | null,
) {
  const agreed =
    kind === 'drawn' ? {} : { consent_text: '', consent_version: '', ip: '', user_agent: '' }
  const picture = content_type && { bytes: png, content_type }
  return signedInput({ approval: { ...approval, kind, ...agreed }, picture })
}
