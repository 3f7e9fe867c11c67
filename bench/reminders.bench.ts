/** What the clock's mails cost where 100,000 invoices are open: to decide, and to foretell all of it. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openApp } from '../src/open-app.ts'
import { packageDir } from '../src/package-dir.ts'
import { dueReminders } from '../src/usecases/due-reminders.ts'
import { reminderPlanOf } from '../src/usecases/reminder-plan-of.ts'
import { openCount, openInvoices, openNow } from './open-invoices.ts'
import type { Row } from './row.ts'

const rounds = 5
const budgetS = 2
const budgetMb = 300

export async function bench(): Promise<Row[]> {
  const dir = mkdtempSync(join(tmpdir(), 'portal-bench-'))
  try {
    cpSync(await openInvoices(), dir, { recursive: true })
    const due = await decide(dir)
    const preview = await runs(dir, ['remind', '--dry-run', '--json'])
    /* The first run sends what is due; what is measured is each minute after it. */
    await run(dir, ['cron', 'reminders'])
    const cron = await runs(dir, ['cron', 'reminders', '--json'])
    const many = openCount.toLocaleString('en-US')
    return [
      ...rows(`who of ${many} is due: ${due.count}, decided in a process that runs`, due),
      ...rows(`\`portal cron reminders\` with ${many} open invoices, nothing more due`, cron),
      ...rows(`\`portal remind --dry-run --json\`: each of the ${many} with its reason`, preview),
    ]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

type Cost = { seconds: number; mb: number | null }

async function decide(dir: string): Promise<Cost & { count: number }> {
  const clock = { now: () => new Date(openNow) }
  const app = await openApp({ dir, env: {}, overrides: { clock } })
  try {
    const plan = reminderPlanOf(app.config, 'reminders')
    const times: number[] = []
    let count = 0
    for (let round = 0; round < rounds; round++) {
      const begun = performance.now()
      count = (await dueReminders(app, plan)).due.length
      times.push((performance.now() - begun) / 1000)
    }
    return { seconds: median(times), mb: null, count }
  } finally {
    await app.close()
  }
}

async function runs(dir: string, args: string[]): Promise<Cost> {
  const costs: { seconds: number; mb: number }[] = []
  for (let round = 0; round < rounds; round++) costs.push(await run(dir, args))
  return {
    seconds: median(costs.map(({ seconds }) => seconds)),
    mb: Math.max(...costs.map(({ mb }) => mb)),
  }
}

/** The whole process; its largest size is told by itself when it ends. */
async function run(dir: string, args: string[]): Promise<{ seconds: number; mb: number }> {
  const tell = "process.on('exit',()=>process._rawDebug('rss '+process.resourceUsage().maxRSS))"
  const env = {
    ...process.env,
    PORTAL_TEST: '1',
    PORTAL_NOW: openNow,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}`,
  }
  const begun = performance.now()
  const { stderr } = await promisify(execFile)(
    process.execPath,
    [join(packageDir(), 'bin/portal.js'), '--dir', dir, ...args],
    { env, maxBuffer: 2 ** 28 },
  )
  const seconds = (performance.now() - begun) / 1000
  return { seconds, mb: Number(/rss (\d+)/.exec(stderr)?.[1] ?? Number.NaN) / 1024 }
}

function rows(what: string, { seconds, mb }: Cost): Row[] {
  const time = {
    what,
    ours: `${seconds.toFixed(2)} s`,
    peer: '–',
    ratio: (seconds / budgetS).toFixed(2),
    budget: `≤ ${budgetS} s`,
    met: seconds <= budgetS,
  }
  if (mb === null) return [time]
  const ratio = (mb / budgetMb).toFixed(2)
  const size = { ...time, what: `${what}: memory`, ours: `${mb.toFixed(0)} MB`, ratio }
  return [time, { ...size, budget: `≤ ${budgetMb} MB`, met: mb <= budgetMb }]
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
