import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, describe, expect, test } from 'vitest'
import { portalBin, portalWorkspaces, runPortal, type Workspace } from '../support/run-portal.ts'
import { tempDirs } from '../support/temp-dir.ts'

const makeWorkspace = portalWorkspaces()
const tempDir = tempDirs()
let w: Workspace
beforeAll(async () => {
  w = await makeWorkspace()
  const customer = { name: 'John Smith', email: 'john@example.com' }
  const draft = { customer, items: [{ description: 'Repair', unit_price: '100' }] }
  await w.feed(JSON.stringify(draft), 'invoice', 'create', '--from', '-', '--send')
})

describe('init', () => {
  test('makes a workspace, and refuses to make it twice', async () => {
    const dir = join(tempDir(), 'acme')
    const made = await runPortal(
      dir,
      ['init', '--yes', '--dir', dir, '--currency', 'EUR', '--json'],
      { cwd: '/' },
    )
    expect(made.json()).toMatchObject({ dir })
    expect(readFileSync(join(dir, 'config.yml'), 'utf8')).toContain('EUR')
    const again = await runPortal(dir, ['init', '--yes', '--json'])
    expect([again.code, again.json().error.code]).toEqual([1, 'conflict'])
  })

  test('takes the folder as a word, too, and refuses two that differ', async () => {
    const cwd = tempDir()
    const run = (...args: string[]) => runPortal(cwd, [...args, '--yes', '--json'], { cwd })
    const two = await run('init', 'acme', '--dir', 'other')
    expect([two.code, two.json().error.code]).toEqual([2, 'usage'])
    expect(readdirSync(cwd)).toEqual([])
    expect((await run('init', 'acme', '--dir', './acme/')).json().dir).toBe(join(cwd, 'acme'))
    const { stdout } = await runPortal(cwd, ['init', 'two words', '--yes'], { cwd })
    expect(stdout).toContain("cd 'two words' && portal customer create")
  })

  test('names every bad answer and makes nothing', async () => {
    const dir = join(tempDir(), 'acme')
    const wrong = ['--currency', 'DOLLARS', '--time-zone', 'Mars', '--email', 'x']
    const { code, json } = await runPortal('/', ['init', '--yes', '--dir', dir, ...wrong, '--json'])
    expect(code).toBe(2)
    expect(
      json()
        .error.details.map(({ field }: { field: string }) => field)
        .sort(),
    ).toEqual([...['currency', 'email', 'time_zone']])
    expect(existsSync(dir)).toBe(false)
  })
})

test('in a folder that is no more, portal says that there is no workspace', async () => {
  const cwd = tempDir()
  const gone = `cd ${cwd} && rmdir ${cwd} && exec ${process.execPath} ${portalBin} status`
  const { status, stderr } = spawnSync('sh', ['-c', gone], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([3, expect.stringContaining('Error: ')])
  expect(stderr).not.toContain('uv_cwd')
})

test('status adds up what is owed', async () => {
  const { json } = await w.json('status')
  expect(json()).toMatchObject({
    date: '2025-01-15',
    outstanding: [{ currency: 'USD', count: 1, amount_minor: 10_000 }],
    mail_failed: 0,
  })
  const { stdout } = await w.run('status')
  expect(stdout).toMatch(/Outstanding +1 +\$100\.00/)
  expect(stdout.split('\n').length).toBeLessThan(24)
})

test('a broken config.yml is a list of problems with exit code 2', async () => {
  const broken = await makeWorkspace()
  writeFileSync(join(broken.dir, 'config.yml'), 'busines: {}\nserver: { port: 99999 }\n')
  const { code, json } = await broken.json('invoice', 'list')
  expect(code).toBe(2)
  expect(json().error.code).toBe('config_invalid')
  expect(json().error.details).toHaveLength(2)
  expect((await broken.json('doctor')).json()).toMatchObject({ ok: false })
})

test('verify finds nothing, and finds what was altered', async () => {
  expect((await w.json('verify', '--all')).json()).toMatchObject({ ok: true, problems: [] })
  expect((await w.json('verify', 'INV-001')).code).toBe(0)
  expect((await w.json('verify', 'INV-404')).code).toBe(3)
})

test('build, and nothing to do the second time', async () => {
  expect((await w.json('build')).code).toBe(0)
  expect((await w.run('build')).stdout).toContain('up to date')
})

test('a backup is restored into an empty folder only', async () => {
  const file = join(tempDir(), 'all.tar.gz')
  const made = await w.json('backup', file)
  expect(made.json()).toMatchObject({ file, with_key: true })
  expect((await w.json('backup', file)).json().error.code).toBe('conflict')
  const dir = join(tempDir(), 'restored')
  const restored = await w.json('restore', file, '--dir', dir)
  expect(restored.json()).toMatchObject({ dir, with_key: true })
  expect((await runPortal(dir, ['invoice', 'show', 'INV-001', '--json'])).json().state).toBe('sent')
  expect((await w.json('restore', file, '--dir', dir)).json().error.code).toBe('conflict')
})

test('an export is called what it is: none is a spreadsheet', async () => {
  const file = join(tempDir(), 'books.xlsx')
  const { code, stderr } = await w.run('export', file)
  expect([code, existsSync(file)]).toEqual([2, false])
  expect(stderr).toContain('--format csv')
})

test('without link.key nothing opens but a backup that leaves it out, and that restores with a new one', async () => {
  const lost = await makeWorkspace()
  rmSync(join(lost.dir, 'link.key'))
  const file = join(tempDir(), 'keyless.backup')
  const whole = await lost.json('backup', file)
  expect([whole.code, whole.json().error.hint]).toEqual([2, expect.stringContaining('portal docs')])
  expect((await lost.json('backup', file, '--without-key')).json().with_key).toBe(false)
  const dir = join(tempDir(), 'restored')
  expect((await lost.json('restore', file, '--dir', dir)).json()).toMatchObject({ with_key: false })
  expect(existsSync(join(dir, 'link.key'))).toBe(true)
})

test('cron runs the jobs that are named, and knows no others', async () => {
  const { json } = await w.json('cron')
  expect(json().jobs.map(({ name }: { name: string }) => name)).toContain('outbox')
  expect((await w.json('cron', 'outbx')).json().error).toMatchObject({
    code: 'usage',
    hint: expect.stringContaining('outbox'),
  })
})

test('mail preview shows a mail without sending, and names the kinds there are', async () => {
  const { json } = await w.json('mail', 'preview', 'invoice_sent', 'INV-001')
  expect(json()).toMatchObject({
    kind: 'invoice_sent',
    number: 'INV-001',
    subject: expect.stringContaining('INV-001'),
  })
  const unknown = await w.json('mail', 'preview', 'invoice_snt')
  expect([unknown.code, unknown.json().error.details[0].field]).toEqual([2, 'kind'])
})

test('theme list says which is in use', async () => {
  const { items } = (await w.json('theme', 'list')).json()
  const used = items.filter((theme: { in_use: boolean }) => theme.in_use)
  expect(used).toMatchObject([{ name: 'classic' }])
})

test('Ctrl-C while a backup is written leaves nothing of it', async () => {
  const own = await makeWorkspace()
  const assets = join(own.dir, 'themes', 'heavy', 'assets')
  mkdirSync(assets, { recursive: true })
  writeFileSync(join(assets, 'heavy.bin'), randomBytes(96 * 1024 * 1024))
  const folder = join(tempDir(), 'backups')
  mkdirSync(folder)
  const args = [portalBin, 'backup', join(folder, 'a.backup'), '--dir', own.dir]
  const watcher = watch(folder)
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const [, name] = await once(watcher, 'change')
  watcher.close()
  child.kill('SIGINT')
  const [code] = await once(child, 'close')
  expect([name, code]).toEqual([expect.stringContaining('.tmp-'), 130])
  expect(readdirSync(folder)).toEqual([])
  expect(readdirSync(own.dir).filter((entry) => entry.startsWith('.backup-'))).toEqual([])
})

describe('serve', () => {
  test('says in one line when it is ready, serves, and ends with 0 at SIGTERM', async () => {
    const { child, ready, ended } = await startServe(w.dir)
    expect(ready).toEqual({ ready: true, url: expect.stringMatching(/^http:/), pid: child.pid })
    expect((await fetch(`${ready.url}/healthz`)).status).toBe(200)
    child.kill('SIGTERM')
    expect(await ended).toEqual({ code: 0, more: [] })
  })

  test('ends with 130 at Ctrl-C', async () => {
    const { child, ended } = await startServe(w.dir)
    child.kill('SIGINT')
    expect((await ended).code).toBe(130)
  })

  test('ends with 1 when a backup is put in the place of what it serves, so that it is started anew', async () => {
    const dir = join(tempDir(), 'acme')
    const backup = join(tempDir(), 'acme of today.backup')
    expect((await w.run('backup', backup)).stdout).toContain(`portal restore '${backup}' --dir`)
    await runPortal(dir, ['restore', backup, '--dir', dir], { cwd: '/' })
    const { ended } = await startServe(dir)
    renameSync(dir, `${dir}-before`)
    expect((await runPortal(dir, ['restore', backup, '--dir', dir], { cwd: '/' })).code).toBe(0)
    const { code, more } = await ended
    expect([code, JSON.parse(more[0] ?? '').error.code]).toEqual([1, 'conflict'])
  })
})

async function startServe(dir: string) {
  const args = [portalBin, 'serve', '--json', '--port', '0', '--dir', dir]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const lines: string[] = []
  const reader = createInterface({ input: child.stdout })
  const first = new Promise<string>((resolve) => reader.once('line', resolve))
  const ended = new Promise<{ code: number | null; more: string[] }>((resolve) => {
    child.on('close', (code) => resolve({ code, more: lines.slice(1) }))
  })
  reader.on('line', (line) => lines.push(line))
  return { child, ready: JSON.parse(await first), ended }
}

test('the demo is made with one JSON document on stdout and its story on stderr', async () => {
  const dir = join(tempDir(), 'demo')
  const args = ['demo', '--dir', dir, '--no-serve', '--json']
  const env = { PORTAL_NOW: '', PORTAL_TEST: '' }
  const { code, json, stderr } = await runPortal(dir, args, { env, cwd: '/' })
  expect(code).toBe(0)
  expect(json()).toMatchObject({ dir, pid: null, mail_dir: join(dir, 'mail') })
  expect(json().documents).toContainEqual({
    number: 'INV-001',
    kind: 'invoice',
    state: expect.any(String),
    url: expect.stringContaining('/i/'),
  })
  expect(stderr).toContain(dir)
})
