import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { portalBin, portalWorkspaces, testNow, type Workspace } from '../support/run-portal.ts'
import { root } from '../support/source-imports.ts'

const makeWorkspace = portalWorkspaces()
/** Inside the repository, from where sqlite3 is found. */
const copy = join(root, `node_modules/.cache/test-quick-${process.pid}`)
let w: Workspace

beforeAll(async () => {
  w = await makeWorkspace()
  const customer = { name: 'Zoë 山田', email: 'zoe@example.com' }
  const drafts = Array.from({ length: 3 }, (_, i) => ({
    customer,
    items: [{ description: 'Repair', unit_price: String(100 * (i + 1)) }],
  }))
  await w.feed(JSON.stringify(drafts), 'invoice', 'create', '--from', '-', '--send')
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

test.each([
  ['invoice list'],
  ['invoice list --json'],
  ['invoice list --state sent,paid --sort total --limit 1'],
  ['invoice list --state nonsense'],
  ['invoice show INV-002'],
  ['invoice show INV-002 --json'],
  ['estimate show INV-002'],
  ['invoice show INV-999 --json'],
  ['customer list --search yama'],
  ['customer show zoe@example.com'],
  ['status'],
  ['status --json'],
  ['invoice list --help'],
  ['--version'],
])('the quick program says what the whole one says: %s', (line) => {
  const quick = answer(portalBin, line)
  const whole = answer(join(root, 'dist/cli/main.js'), line)
  expect(quick).toEqual(whole)
})

test('a changed configuration counts at once', () => {
  const before = answer(portalBin, 'invoice list')
  const path = join(w.dir, 'config.yml')
  const text = readFileSync(path, 'utf8')
  writeFileSync(path, text.replace('en-US', 'de-DE'))
  expect(before.stdout).toContain('$100.00')
  expect(answer(portalBin, 'invoice list').stdout).toContain('100,00 $')
  writeFileSync(path, text)
  expect(answer(portalBin, 'invoice list')).toEqual(before)
})

test('compiled code that is damaged or cannot be kept does no harm', () => {
  const before = answer(portalBin, 'invoice list')
  cpSync(join(root, 'dist/cli'), copy, { recursive: true, filter: (path) => !isCompiled(path) })
  const program = join(copy, 'start.cjs')
  expect(answer(program, 'invoice list')).toEqual(before)
  const [compiled = ''] = readdirSync(copy).filter(isCompiled)
  writeFileSync(join(copy, compiled), 'damaged')
  expect(answer(program, 'invoice list')).toEqual(before)
  rmSync(join(copy, compiled))
  mkdirSync(join(copy, compiled))
  expect(answer(program, 'invoice list')).toEqual(before)
})

test('whoever has read enough of a list may go', () => {
  const command = `"${process.execPath}" "${portalBin}" invoice list | head -1; echo "\${PIPESTATUS[0]}"`
  const { stdout } = spawnSync('bash', ['-c', command], options())
  expect(stdout.split('\n').map((line) => line.split(' ')[0])).toEqual(['Number', '0', ''])
})

function answer(program: string, line: string) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [program, ...line.split(' ')],
    options(),
  )
  /* A fault of ours has a reference of its own each time. */
  return { status, stdout, stderr: stderr.replace(/Reference: \w+/, 'Reference') }
}

function options() {
  const { PATH, HOME } = process.env
  const clock = { PORTAL_TEST: '1', PORTAL_NOW: testNow }
  return { env: { PATH, HOME, PORTAL_DIR: w.dir, ...clock }, encoding: 'utf8' as const }
}

function isCompiled(path: string): boolean {
  return /quick\.cjs\.\w+\.v[^/]*$/.test(path)
}
