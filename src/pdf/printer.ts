import type { PdfJob, PdfPrinter } from '../ports/pdf-printer.ts'
import { cleanMetadata } from './metadata.ts'
import { createPress } from './press.ts'

export type PdfPrinterOptions = {
  /** The setting `pdf.browser`: `auto` or the path of a browser. */
  browser?: string
  /** How long the browser is kept after the last job. */
  idleMs?: number
  /** How long a start, or one job, may take. */
  timeoutMs?: number
}

/** Seconds apart, the PDFs of a morning's work find the browser warm; a server at rest does not pay for it. */
const defaultIdleMs = 60_000
/** Far above what the largest document needs, and below what people and proxies wait. */
const defaultTimeoutMs = 30_000

/**
 * Prints with an isolated Chromium: one browser, one page, one job after the other. The browser starts with
 * the first job, ends when there was none for a while, on `close`, or with this process, however that ends.
 */
export async function createPdfPrinter(options: PdfPrinterOptions = {}): Promise<PdfPrinter> {
  const { browser = 'auto', idleMs = defaultIdleMs, timeoutMs = defaultTimeoutMs } = options
  const press = createPress({ setting: browser, timeoutMs })
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let idle: NodeJS.Timeout | undefined

  function print(job: PdfJob): Promise<Buffer> {
    clearTimeout(idle)
    waiting += 1
    const printed = last.then(() => press.print(job)).finally(rest)
    last = printed.catch(() => {})
    return printed.then((bytes) => cleanMetadata(bytes, job.created_at))
  }

  function rest(): void {
    waiting -= 1
    if (waiting > 0) return
    press.rest()
    idle = setTimeout(press.stop, idleMs).unref()
  }

  async function close(): Promise<void> {
    await last
    clearTimeout(idle)
    await press.stop()
  }

  return { print, close }
}
