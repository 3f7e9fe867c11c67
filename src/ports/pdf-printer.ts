import type { Instant } from '../domain/document.ts'

export type PdfJob = {
  /** A whole HTML page with everything inlined: no network is reachable while it prints. */
  html: string
  page: 'Letter' | 'A4'
  /** Goes into the PDF as its creation date, so that equal input gives equal bytes. */
  created_at: Instant
}

/** Prints HTML to a tagged PDF. Throws PortalError with the line that installs a browser when none is there. */
export type PdfPrinter = {
  print(job: PdfJob): Promise<Buffer>
  close(): Promise<void>
}
