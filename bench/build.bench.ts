/** Building the pages of 10,000 invoices, and building when nothing changed. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openApp } from '../src/open-app.ts'
import { packageDir } from '../src/package-dir.ts'
import { allPages, putPages } from '../src/store/pages.ts'
import { bigCount, bigWorkspace } from './big-workspace.ts'
import { writeHugoSite } from './hugo-site.ts'
import { hugoVersion } from './hugo-version.ts'
import { type Command, compareProcesses } from './process-cost.ts'
import type { Row } from './row.ts'
import { type Run, runProcess } from './run-process.ts'

const portal = join(packageDir(), 'bin/portal.js')
const rounds = 3

export async function bench(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  try {
    const rows = await pageRows(dir)
    const built = join(dir, 'portal-0')
    await pretendPrinted(built)
    return [...rows, await idleRow(built)]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/**
 * Whole processes, from their start to their end, by turns; of each the quickest. Nothing is removed in
 * between: a file system is slow for minutes after thousands of files went.
 */
async function pageRows(dir: string): Promise<Row[]> {
  const version = await hugoVersion()
  const [ours, hugos, bares]: [Run[], Run[], Run[]] = [[], [], []]
  for (let round = 0; round < rounds; round++) {
    ours.push(await buildOurs(join(dir, `portal-${round}`)))
    if (version) hugos.push(await buildHugos(join(dir, `hugo-${round}`)))
    bares.push(await writeBarely(join(dir, `bare-${round}`)))
  }
  const [us, hugo, bare] = [quickest(ours), quickest(hugos), quickest(bares)] as [Run, Run?, Run?]
  return [
    compare(`pages of ${bigCount} invoices, flushed to the disk`, `Hugo ${version ?? ''}`, {
      ours: us,
      peer: hugo,
      value: ({ seconds }) => bigCount / seconds,
      unit: '/s',
      budget: { says: '≥ 8', holds: (ratio) => ratio >= 8 },
    }),
    compare('memory of that', 'Hugo', {
      ours: us,
      peer: hugo,
      value: ({ mb }) => mb,
      unit: ' MB',
      budget: { says: '≤ 0.25', holds: (ratio) => ratio <= 0.25 },
    }),
    compare('pages again', 'only writing such files, flushed and renamed, from an empty Node', {
      ours: us,
      peer: bare,
      value: ({ seconds }) => bigCount / seconds,
      unit: '/s',
      budget: { says: '–', holds: () => true },
    }),
  ]
}

type Comparison = {
  ours: Run
  peer: Run | undefined
  value(run: Run): number
  unit: string
  budget: { says: string; holds(ratio: number): boolean }
}

function compare(what: string, name: string, given: Comparison): Row {
  const { ours, peer, value, unit, budget } = given
  const ratio = peer && value(ours) / value(peer)
  return {
    what: `${what}, against ${name.trim()}`,
    ours: value(ours).toFixed(0) + unit,
    peer: peer ? value(peer).toFixed(0) + unit : 'not installed',
    ratio: ratio === undefined ? '–' : ratio.toFixed(2),
    budget: budget.says,
    met: ratio === undefined ? 'unknown' : budget.holds(ratio),
  }
}

/** Printing takes minutes and is measured elsewhere. What the first command remembers is not what is measured. */
async function buildOurs(dir: string): Promise<Run> {
  cpSync(await bigWorkspace(), dir, { recursive: true })
  await runProcess(process.execPath, [portal, '--dir', dir, 'status'], dir)
  return runProcess(process.execPath, [portal, '--dir', dir, 'build', '--no-pdfs'], dir)
}

function buildHugos(dir: string): Promise<Run> {
  writeHugoSite(dir, bigCount)
  return runProcess('hugo', ['--quiet'], dir)
}

function writeBarely(dir: string): Promise<Run> {
  const script = join(packageDir(), 'bench/write-files.mjs')
  return runProcess(process.execPath, [script, dir, String(bigCount)], packageDir())
}

function quickest(runs: Run[]): Run | undefined {
  return runs.toSorted((one, other) => one.seconds - other.seconds)[0]
}

/** A whole `portal build` that finds everything in its place. */
async function idleRow(dir: string): Promise<Row> {
  const file = process.execPath
  const build = { file, args: [portal, '--dir', dir, 'build'] }
  const commands: [Command, Command] = [build, { file, args: ['-e', '0'] }]
  await compareProcesses(commands, 3)
  const [ours, bare] = await compareProcesses(commands, 25)
  const ratio = ours.cpu_ms / bare.cpu_ms
  return {
    what: '`portal build` with nothing to do, against `node -e 0`, processor time (all time)',
    ours: `${ours.cpu_ms.toFixed(0)} ms (${ours.wall_ms.toFixed(0)} ms)`,
    peer: `${bare.cpu_ms.toFixed(0)} ms (${bare.wall_ms.toFixed(0)} ms)`,
    ratio: `${ratio.toFixed(2)} (${(ours.wall_ms / bare.wall_ms).toFixed(2)})`,
    budget: '≤ 1.5',
    met: ratio <= 1.5,
  }
}

/** So that later builds count the PDFs as being there. */
async function pretendPrinted(dir: string): Promise<void> {
  const app = await openApp({ dir, env: {} })
  const pages = await allPages(app.db.read)
  const pdf_hash = '0'.repeat(64)
  await app.db.write((trx) =>
    putPages(
      trx,
      pages.map((page) => ({ ...page, pdf_hash })),
    ),
  )
  await app.close()
}
