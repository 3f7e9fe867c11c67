import type { Document } from '../domain/document.ts'
import type { SignedCopyInput } from '../ports/approval-pages.ts'
import { type CertificateView, certificateView } from './certificate-view.ts'
import type { RenderContext } from './context.ts'
import { type Facts, factsOf } from './facts.ts'
import { aboutOf } from './payment-frame.ts'
import { type PdfFrame, pdfFrame } from './pdf-view.ts'
import { type SheetView, sheetView } from './sheet-view.ts'
import { type SignatureView, signatureView } from './signature-view.ts'

export type SignedCopyView = PdfFrame & {
  sheet: SheetView
  signature: SignatureView
  certificate: CertificateView
}

/** The document as it was approved, its signature, and the certificate that tells how that is known. */
export function signedCopyView(today: RenderContext, input: SignedCopyInput): SignedCopyView {
  const context = asCalled(today, input)
  const facts = factsOf(context.config, asShown(input.document))
  const title = titleOf(facts, input)
  return {
    ...pdfFrame(context, facts, title),
    sheet: sheetView(facts),
    signature: signatureView(facts, input),
    certificate: certificateView(facts, input),
  }
}

/** What the owner only noted bears no signature. */
function titleOf(facts: Facts, { approval }: SignedCopyInput): string {
  const { certificate } = facts.labels
  const about = aboutOf(facts)
  return approval.kind === 'owner' ? `${about} · ${certificate.title}` : certificate.name(about)
}

/** With the business as its signer saw it, whatever it is called by now. */
function asCalled(context: RenderContext, { business }: SignedCopyInput): RenderContext {
  if (business === null) return context
  const { config } = context
  const called = { ...config.business, ...business, address: [...business.address] }
  return { ...context, config: { ...config, business: called } }
}

/** As its signer saw it: what happened since, such as a deposit that was paid, is no part of it. */
function asShown(document: Document): Document {
  return {
    ...document,
    state: 'sent',
    ledger: [],
    receipts: [],
    pending_minor: 0,
    disputing_minor: 0,
    invoice_number: null,
    voided_at: null,
  }
}
