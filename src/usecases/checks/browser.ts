import { type Check, fault, fine } from './inspection.ts'

/** Prints one page: a browser that is there may still not start, such as for a missing library. */
export const checkBrowser: Check = async ({ reading, tools }) => {
  const { config } = reading
  const printer = await tools.printer(config)
  try {
    const created_at = new Date(0).toISOString()
    const html = '<!doctype html><html lang="en"><title>Test</title><p>Test</p></html>'
    const bytes = await printer.print({ html, page: config.pdf.page, created_at })
    const path = (await tools.findBrowser(config.pdf.browser)) ?? 'the browser'
    if (bytes.subarray(0, 5).toString('latin1') === '%PDF-')
      return fine(`PDFs are printed with ${path}.`)
    return fault(`${path} printed something that is no PDF.`, 'Set pdf.browser to another browser.')
  } finally {
    await printer.close()
  }
}
