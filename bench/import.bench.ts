import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageDir } from '../src/package-dir.ts'
import type { Row } from './row.ts'

const count = 10_000
const rounds = 3
const mostMs = 5000
const mostMegabytes = 300
/** Of the processor's time that a plain program takes to read the list and to hash each row. */
const mostTimesPlain = 20

/**
 * Invoices with a tax and a payment each, of 500 customers who are new: from the start of the process to its end. The
 * processor's time is held against the budget: the clock's depends on what else runs, and stands beside it.
 */
export async function bench(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  try {
    const list = join(dir, 'invoices.csv')
    writeFileSync(list, invoiceList())
    const ours: Run[] = []
    const plain: Run[] = []
    while (ours.length < rounds) {
      ours.push(await importOnce(join(dir, `w${ours.length}`), list))
      plain.push(await node(['--input-type=module', '-e', plainProgram, list]))
    }
    return rowsOf(median(ours), median(plain), Math.max(...ours.map((run) => run.megabytes)))
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

function rowsOf(ours: Run, plain: Run, megabytes: number): Row[] {
  const what = `import of ${count} invoices from CSV`
  const ratio = ours.cpu_ms / plain.cpu_ms
  return [
    {
      what: `${what}, processor (clock: ${seconds(ours.ms)})`,
      ours: seconds(ours.cpu_ms),
      peer: `${seconds(plain.cpu_ms)} to read and hash it`,
      ratio: ratio.toFixed(1),
      budget: `≤ ${mostMs / 1000} s, ≤ ${mostTimesPlain}`,
      met: ours.cpu_ms <= mostMs && ratio <= mostTimesPlain,
    },
    {
      what: `${what}, memory`,
      ours: `${Math.round(megabytes)} MB`,
      peer: '–',
      ratio: '–',
      budget: `≤ ${mostMegabytes} MB`,
      met: megabytes <= mostMegabytes,
    },
  ]
}

type Run = { ms: number; cpu_ms: number; megabytes: number }

/** A program tells its own peak and its time on the processor when it ends. */
const tellUsage =
  'data:text/javascript,process.on("exit",()=>{const u=process.resourceUsage();process.stderr.write("\\nUSED "+u.maxRSS+" "+(u.userCPUTime+u.systemCPUTime))})'

const plainProgram = `import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
for (const row of parse(readFileSync(process.argv[1]), { columns: true }))
  createHash('sha256').update(JSON.stringify(row)).digest('hex')`

async function importOnce(workspace: string, list: string): Promise<Run> {
  const bin = join(packageDir(), 'bin/portal.js')
  const init = ['init', '--yes', '--name', 'Acme', '--email', 'office@example.com']
  await node([bin, '--dir', workspace, ...init])
  return node([bin, '--dir', workspace, 'invoice', 'import', list, '--json'])
}

async function node(args: string[]): Promise<Run> {
  const begin = performance.now()
  const { stderr } = await promisify(execFile)(process.execPath, ['--import', tellUsage, ...args], {
    cwd: packageDir(),
  })
  const ms = performance.now() - begin
  const [, kilobytes, cpu] = /USED (\d+) (\d+)/.exec(stderr) ?? []
  return { ms, cpu_ms: Number(cpu) / 1000, megabytes: Number(kilobytes) / 1024 }
}

function median(runs: Run[]): Run {
  const sorted = [...runs].sort((a, b) => a.cpu_ms - b.cpu_ms)
  return sorted[Math.floor(runs.length / 2)] as Run
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}

function invoiceList(): string {
  const rows = Array.from({ length: count }, (_, i) => {
    const month = String((i % 9) + 1).padStart(2, '0')
    const customer = `Customer ${i % 500},customer${i % 500}@example.com`
    return `A-${i},${customer},2025-${month}-10,2025-${month}-25,Kitchen remodel,1,${100 + i},Tax,8,50,2025-${month}-20,check`
  })
  const head =
    'number,customer,email,issued_on,due_on,description,quantity,unit_price,tax_name,tax_rate,paid_amount,paid_on,payment_method'
  return [head, ...rows, ''].join('\n')
}
