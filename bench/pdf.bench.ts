/** One PDF from the warm, isolated browser, against a browser launched for each PDF. */
import { chromium } from 'playwright-core'
import { configSchema } from '../src/config/schema.ts'
import { packageDir } from '../src/package-dir.ts'
import { findBrowser } from '../src/pdf/find-browser.ts'
import { createPdfPrinter } from '../src/pdf/printer.ts'
import type { PdfJob, PdfPrinter } from '../src/ports/pdf-printer.ts'
import { createRenderer } from '../src/render/create-renderer.ts'
import { sampleDocument } from '../src/render/sample-document.ts'
import type { Row } from './row.ts'

const warmUp = 20
const rounds = 9
const printsARound = 10

/**
 * All print the same invoice, tagged and with an outline; the rounds alternate between them. The headless
 * shell, which starts three times as fast as a whole browser, is a peer of its own.
 */
export async function bench(): Promise<Row[]> {
  const job = await invoiceJob()
  const peers = await installed(['chromium', 'google-chrome', 'chromium-headless-shell'])
  const printer = await createPdfPrinter()
  try {
    for (let count = 0; count < warmUp; count++) await printer.print(job)
    const rows: Row[] = []
    for (const { name, path } of peers) rows.push(await compare(printer, job, name, path))
    return rows
  } finally {
    await printer.close()
  }
}

async function compare(printer: PdfPrinter, job: PdfJob, name: string, path: string): Promise<Row> {
  const times: { warm: number; launched: number }[] = []
  for (let round = 0; round < rounds; round++) {
    const warm = await milliseconds(async () => {
      for (let count = 0; count < printsARound; count++) await printer.print(job)
    })
    const launched = await milliseconds(() => launchAndPrint(job, path))
    times.push({ warm: warm / printsARound, launched })
  }
  return rowOf(name, times)
}

function rowOf(name: string, times: { warm: number; launched: number }[]): Row {
  const warm = median(times.map((time) => time.warm))
  const launched = median(times.map((time) => time.launched))
  const ratio = median(times.map((time) => time.launched / time.warm))
  const isShell = name.endsWith('shell')
  return {
    what: `one warm PDF, tagged, against launching ${name} for each`,
    ours: `${warm.toFixed(1)} ms`,
    peer: `${launched.toFixed(0)} ms`,
    ratio: `${ratio.toFixed(0)} × faster`,
    budget: isShell ? '≤ 20 ms' : '≤ 20 ms, ≥ 30 ×',
    met: warm <= 20 && (isShell || ratio >= 30),
  }
}

async function installed(names: string[]): Promise<{ name: string; path: string }[]> {
  const found = await Promise.all(
    names.map(async (name) => ({ name, path: await findBrowser(name) })),
  )
  return found.flatMap(({ name, path }) => (path ? [{ name, path }] : []))
}

async function launchAndPrint({ html }: PdfJob, executablePath: string): Promise<void> {
  const browser = await chromium.launch({ executablePath })
  const page = await browser.newPage()
  await page.setContent(html)
  await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  await browser.close()
}

async function invoiceJob(): Promise<PdfJob> {
  const config = configSchema.parse({ business: { name: 'Acme', email: 'office@example.com' } })
  const dir = packageDir()
  const renderer = await createRenderer({ config, workspaceDir: dir, packageDir: dir })
  const now = new Date('2025-01-15T09:30:00Z')
  const html = renderer.pdf(sampleDocument('invoice', config, now))
  return { html, page: 'Letter', created_at: now.toISOString() }
}

async function milliseconds(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
