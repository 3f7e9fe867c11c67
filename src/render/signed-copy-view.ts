import type { SignedCopyInput } from '../ports/approval-pages.ts'
import type { RenderContext } from './context.ts'
import { type PdfView, pdfView } from './pdf-view.ts'

/** The signed copy to print. */
export function signedCopyView(context: RenderContext, input: SignedCopyInput): PdfView {
  return pdfView(context, input.document)
}
