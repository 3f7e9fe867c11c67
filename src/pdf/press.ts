import { PortalError } from '../domain/errors.ts'
import type { PdfJob } from '../ports/pdf-printer.ts'
import { BrowserGone } from './devtools.ts'
import { findBrowser, installHint } from './find-browser.ts'
import { type Browser, launchBrowser } from './launch.ts'
import { leavesRules, withoutPolicy } from './policy.ts'
import { openSheet, type Sheet } from './sheet.ts'

/** A browser that is started for the first job, kept for the next ones, and replaced after any trouble. */
export type Press = {
  /** One job at a time. @throws PortalError config_invalid, invalid_input or internal */
  print(job: PdfJob): Promise<Buffer>
  /** Until the next job this process may end. */
  rest(): void
  stop(): Promise<void>
}

export function createPress({ setting, timeoutMs }: PressOptions): Press {
  let browser: Browser | undefined
  let sheet: Sheet | undefined

  async function stop(): Promise<void> {
    const ending = browser
    browser = undefined
    sheet = undefined
    await ending?.kill()
  }

  async function printOnce(job: PdfJob): Promise<Buffer> {
    if (browser?.isGone()) await stop()
    browser ??= await launchBrowser(await getBrowser(setting), timeoutMs)
    browser.hold()
    try {
      return await withinTime(printOn(browser, job), timeoutMs)
    } catch (error) {
      await stop()
      throw error
    }
  }

  async function printOn(running: Browser, job: PdfJob): Promise<Buffer> {
    sheet ??= await openSheet(running)
    const html = withoutPolicy(job.html)
    const bytes = await sheet.print({ ...job, html })
    if (leavesRules(html)) {
      sheet.close()
      sheet = undefined
    }
    return bytes
  }

  return {
    print: (job) => retryOnce(() => printOnce(job)),
    rest: () => browser?.release(),
    stop,
  }
}

export type PressOptions = {
  /** The setting `pdf.browser`: `auto` or where the browser is. */
  setting: string
  /** How long a start, or one job, may take. */
  timeoutMs: number
}

/** A browser may crash once, for want of memory, say. One that crashes on the same job again would go on so. */
async function retryOnce(print: () => Promise<Buffer>): Promise<Buffer> {
  try {
    return await print()
  } catch (error) {
    if (!(error instanceof BrowserGone)) throw error
  }
  try {
    return await print()
  } catch (error) {
    if (!(error instanceof BrowserGone)) throw error
    throw new PortalError(
      'internal',
      'The browser that prints PDFs crashed twice on the same document.',
      'See whether the machine has memory left, or set pdf.browser in config.yml to another browser.',
    )
  }
}

async function withinTime<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(tookTooLong(timeoutMs)), timeoutMs)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

function tookTooLong(timeoutMs: number): PortalError {
  return new PortalError(
    'internal',
    `The browser did not finish the PDF within ${timeoutMs / 1000} seconds and was ended.`,
    'Try again; if it stays so, `portal doctor` tries out the browser by itself.',
  )
}

async function getBrowser(setting: string): Promise<string> {
  const path = await findBrowser(setting)
  if (path) return path
  const message =
    setting === 'auto'
      ? 'PDFs are printed with Chrome, Chromium or Edge, and none was found on this machine.'
      : `There is no browser to run at ${setting}.`
  const hint =
    setting === 'auto'
      ? `Install one with: ${installHint()}`
      : 'Set pdf.browser in config.yml to auto or to the path of a Chrome, Chromium or Edge.'
  throw new PortalError('config_invalid', message, hint, [{ field: 'pdf.browser', message }])
}
