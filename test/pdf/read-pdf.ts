import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What other programs read in a PDF; each is a tool of poppler-utils. */
export type PdfReading = {
  text: string
  /** The lines of pdfinfo, by their names. */
  info: Record<string, string>
  fonts: string
  images: string
  structure: string
}

export function readPdf(pdf: Buffer): PdfReading {
  const dir = mkdtempSync(join(tmpdir(), 'portal-test-'))
  const path = join(dir, 'file.pdf')
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  try {
    writeFileSync(path, pdf)
    return {
      text: run('pdftotext', '-layout', path, '-'),
      info: fields(run('pdfinfo', path)),
      fonts: run('pdffonts', path),
      images: run('pdfimages', '-list', path),
      structure: run('pdfinfo', '-struct-text', path),
    }
  } finally {
    rmSync(dir, { recursive: true })
  }
}

function fields(lines: string): Record<string, string> {
  return Object.fromEntries(
    lines
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', ...rest] = line.split(':')
        return [name, rest.join(':').trim()]
      }),
  )
}
