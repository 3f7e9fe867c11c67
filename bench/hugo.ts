/** Hugo, a builder of static pages, on the same 10,000 invoices. */
import { execFile, spawn } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

export type Built = { seconds: number; mb: number }

/** Its version, such as "v0.111.3"; undefined where it is not installed. */
export async function hugoVersion(): Promise<string | undefined> {
  const found = await promisify(execFile)('hugo', ['version']).catch(() => undefined)
  return found && (/v[0-9.]+/.exec(found.stdout)?.[0] ?? 'installed')
}

/** Builds as many pages as ours, of about the same size, from one template. */
export async function buildWithHugo(dir: string, count: number): Promise<Built> {
  writeSource(dir, count)
  const startedAt = performance.now()
  const hugo = spawn('hugo', ['--quiet'], { cwd: dir, stdio: 'ignore' })
  let mb = 0
  const watch = setInterval(() => {
    mb = Math.max(mb, peakOf(hugo.pid ?? 0))
  }, 20)
  const code = await new Promise((resolve) => hugo.once('exit', resolve))
  clearInterval(watch)
  if (code !== 0) throw new Error(`hugo ended with ${code}`)
  return { seconds: (performance.now() - startedAt) / 1000, mb }
}

/** The most memory that a process has had; 0 where the system does not tell. */
function peakOf(pid: number): number {
  try {
    const [, kb = '0'] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return Number(kb) / 1024
  } catch {
    return 0
  }
}

function writeSource(dir: string, count: number): void {
  mkdirSync(join(dir, 'content/i'), { recursive: true })
  mkdirSync(join(dir, 'layouts/_default'), { recursive: true })
  const kinds = '"taxonomy", "term", "RSS", "sitemap", "section", "home"'
  writeFileSync(
    join(dir, 'config.toml'),
    `baseURL = "https://portal.example.com/"\ndisableKinds = [${kinds}]\n`,
  )
  writeFileSync(join(dir, 'layouts/_default/single.html'), template)
  for (let i = 1; i <= count; i++) writeFileSync(join(dir, `content/i/${i}.md`), sourceOf(i))
}

function sourceOf(i: number): string {
  const items = [
    {
      description: 'Kitchen remodel',
      quantity: '1',
      rate: `$${1000 + i}.00`,
      amount: `$${1000 + i}.00`,
    },
    { description: 'Labor', quantity: '40 hrs', rate: '$65.00', amount: '$2,600.00' },
    { description: 'Materials', quantity: '1', rate: '$1,500.00', amount: '$1,500.00' },
  ]
  const total = `$${5100 + i}.00`
  return JSON.stringify({
    title: `INV-${i}`,
    date: '2025-01-15',
    customer: 'Smith & Sons',
    items,
    total,
  })
}

/** About 5 KB a page, like ours. */
const template = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Invoice {{ .Title }}</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/assets/theme.css"></head>
<body><header><h1>Acme Remodeling</h1><p>office@example.com</p></header><main><h2>Invoice {{ .Title }}</h2>
<p>{{ .Date.Format "January 2, 2006" }}</p><p>{{ .Params.customer }}</p>
<table><thead><tr><th>Description</th><th>Qty</th><th>Rate</th><th>Amount</th></tr></thead><tbody>
{{ range .Params.items }}<tr><td>{{ .description }}</td><td>{{ .quantity }}</td><td>{{ .rate }}</td>
<td>{{ .amount }}</td></tr>{{ end }}</tbody></table><p>Total {{ .Params.total }}</p>
${'<p class="note">Payment is due by the date above. Thank you for your business.</p>\n'.repeat(50)}
</main></body></html>
`
