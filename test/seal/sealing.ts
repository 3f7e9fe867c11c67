/** What the tests of seals work with: printed PDFs, and workspaces with a key. */
import { createPdfPrinter } from '../../src/pdf/printer.ts'
import type { Sealer } from '../../src/ports/sealer.ts'
import { createSealer } from '../../src/seal/create-sealer.ts'

/** As far as a seal goes: a page with links and a heading, and one of many pages. */
export async function printPdfs(): Promise<{ small: Buffer; long: Buffer }> {
  const printer = await createPdfPrinter()
  const print = (rows: number) => {
    const row = '<tr><th>Labor</th><td>40 hrs</td><td><a href="#end">end</a></td></tr>'
    const html = `<!doctype html><html lang="en"><title>Estimate EST-001</title><h1>Estimate</h1><table>${row.repeat(rows)}</table><p id="end">End</p></html>`
    return printer.print({ html, page: 'Letter', created_at: '2025-01-15T15:00:00.000Z' })
  }
  try {
    return { small: await print(3), long: await print(700) }
  } finally {
    await printer.close()
  }
}

export const about = {
  name: 'Müller & Söhne (Remodeling) \\',
  reason: 'EST-001, version 1, approved by Анна 李',
  at: new Date('2025-01-16T18:00:00.000Z'),
}

export function openSealer(
  workspaceDir: string,
  options: { name?: string; certificate?: string; passphrase?: string } = {},
): Promise<Sealer> {
  const { name = 'Acme Remodeling', certificate = null, passphrase = '' } = options
  return createSealer({ workspaceDir, name, certificate, passphrase })
}
