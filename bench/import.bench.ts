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

/** Invoices with a tax and a payment each, of 500 customers who are new: from the start of the process to its end. */
export async function bench(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  try {
    const list = join(dir, 'invoices.csv')
    writeFileSync(list, invoiceList())
    const runs: Run[] = []
    while (runs.length < rounds) runs.push(await importOnce(join(dir, `w${runs.length}`), list))
    runs.sort((a, b) => a.ms - b.ms)
    const { ms = 0 } = runs[Math.floor(rounds / 2)] ?? {}
    const megabytes = Math.max(...runs.map((run) => run.megabytes))
    const what = `import of ${count} invoices from CSV`
    return [
      row(what, `${(ms / 1000).toFixed(1)} s`, `≤ ${mostMs / 1000} s`, ms <= mostMs),
      row(
        `${what}, memory`,
        `${Math.round(megabytes)} MB`,
        `≤ ${mostMegabytes} MB`,
        megabytes <= mostMegabytes,
      ),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

type Run = { ms: number; megabytes: number }

/** The program tells its own peak when it ends. */
const tellMemory =
  'data:text/javascript,process.on("exit",()=>process.stderr.write("\\nRSS "+process.resourceUsage().maxRSS))'

async function importOnce(workspace: string, list: string): Promise<Run> {
  const bin = join(packageDir(), 'bin/portal.js')
  const portal = (before: string[], args: string[]) =>
    promisify(execFile)(process.execPath, [...before, bin, '--dir', workspace, ...args])
  await portal([], ['init', '--yes', '--name', 'Acme', '--email', 'office@example.com'])
  const begin = performance.now()
  const { stderr } = await portal(['--import', tellMemory], ['invoice', 'import', list, '--json'])
  const ms = performance.now() - begin
  return { ms, megabytes: Number(/RSS (\d+)/.exec(stderr)?.[1]) / 1024 }
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

function row(what: string, ours: string, budget: string, met: boolean): Row {
  return { what, ours, peer: '–', ratio: '–', budget, met }
}
