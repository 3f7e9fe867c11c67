/** Work that takes a while shows how far it is, to whoever sits at a terminal and nobody else. */
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { textWidth } from '../../src/cli/output/text-width.ts'
import { runJobs } from '../../src/jobs.ts'
import { openApp } from '../../src/open-app.ts'
import { noScript, rawTerminal } from '../support/raw-terminal.ts'
import { portalWorkspaces, type Workspace } from '../support/run-portal.ts'

const rows = 400
const clear = '\u001b[K'

const makeWorkspace = portalWorkspaces()
let w: Workspace
let list: string

beforeAll(async () => {
  w = await makeWorkspace()
  await w.json('invoice', 'import', invoiceList('A'))
  list = invoiceList('B')
})

/** A file with invoices that begin with this letter. */
function invoiceList(letter: string, length = rows): string {
  const lines = Array.from(
    { length },
    (_, i) => `${letter}-${i},Jane,jane@example.com,2025-01-10,Work,1,${i}`,
  )
  const head = 'number,customer,email,issued_on,description,quantity,unit_price'
  writeFileSync(file(`${letter}.csv`), [head, ...lines, ''].join('\n'))
  return file(`${letter}.csv`)
}

const file = (name: string) => join(w.dir, name)

/** What was drawn and taken back, line by line. */
function drawn(raw: string): string[] {
  return raw
    .split('\r')
    .filter((part) => part.endsWith(clear))
    .map((part) => part.slice(0, -clear.length))
    .filter((line) => /\d+\/\d+$/.test(line))
}

describe.skipIf(noScript)(`at a terminal${noScript ? `: ${noScript}` : ''}`, () => {
  test.each<[string, string, () => string[]]>([
    ['Invoices', 'invoice import', () => ['invoice', 'import', list, '--dry-run']],
    [
      'Customers',
      'customer import',
      () => ['customer', 'import', list, '--map', 'customer=name', '--dry-run'],
    ],
    ['Records', 'export', () => ['export', file('all.json')]],
    ['Documents', 'export as CSV', () => ['export', file('all.csv')]],
    ['Documents', 'verify', () => ['verify', '--all']],
    ['Backup', 'backup', () => ['backup', file('all.backup')]],
    ['Files', 'restore', () => ['restore', file('all.backup'), '--dir', file('restored')]],
    ['Records', 'import', () => ['import', file('all.json'), '--dir', file('fresh'), '--dry-run']],
    ['Mails', 'send', () => ['send', 'A-1', 'A-2', '--dry-run']],
    ['Mails', 'cron outbox', () => ['cron', 'outbox']],
    ['Pages', 'build', () => ['build', '--no-pdfs', '--full']],
  ])('%s are counted by portal %s, and the line is clear when it is done', async (...given) => {
    const [label, name, args] = given
    if (name === 'import') await w.run('init', '--yes', '--name', 'B', '--dir', file('fresh'))
    if (name === 'cron outbox') await w.run('send', 'A-1', 'A-2', 'A-3', '--queue')
    if (name === 'build') await w.run('share', 'A-1')
    const raw = await rawTerminal(w.dir, args(), { env: { NO_COLOR: '1' } })
    const lines = drawn(raw)
    expect(lines[0]).toMatch(new RegExp(`^${label} [█░]+ \\d+/\\d+$`))
    const after = raw.slice(raw.lastIndexOf(lines.at(-1) ?? '') + (lines.at(-1) ?? '').length)
    expect(after.startsWith(`${clear}\r${clear}`)).toBe(true)
    expect(after.slice(2 * clear.length + 1)).not.toMatch(/[█░]/)
    rmSync(file('restored'), { recursive: true, force: true })
  })

  test('on 40 columns it fits, and NO_COLOR leaves it as it is', async () => {
    const args = ['invoice', 'import', list, '--dry-run']
    const narrow = await rawTerminal(w.dir, args, { columns: 40, env: { NO_COLOR: '1' } })
    const lines = drawn(narrow)
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(textWidth(line)).toBeLessThan(40)
    expect(narrow.replaceAll(clear, '')).not.toContain('\u001b')
  })

  test('a terminal that takes nothing back gets none', async () => {
    const args = ['invoice', 'import', list, '--dry-run']
    expect(await rawTerminal(w.dir, args, { env: { TERM: 'dumb' } })).not.toMatch(/[█░]/)
  })
})

test('what the clock does is counted, each part of it by its name', async () => {
  const { dir, json } = await makeWorkspace()
  await json('invoice', 'import', invoiceList('C', 3))
  const env = { PORTAL_TEST: '1', PORTAL_NOW: '2025-03-03T18:00:00Z' }
  const app = await openApp({ dir, env })
  app.config.reminders.enabled = true
  const told: string[] = []
  await runJobs(app, ['reminders'], undefined, (work, done, total) => {
    told.push(`${work} ${done}/${total}`)
  })
  await app.close()
  expect(told).toEqual(['reminders 0/2', 'reminders 1/2', 'mails 1/2', 'mails 2/2'])
})

test('a pipe never gets one', async () => {
  for (const args of [
    ['invoice', 'import', list, '--dry-run'],
    ['verify', '--all'],
  ]) {
    const { stdout, stderr } = await w.run(...args)
    expect(stdout + stderr).not.toMatch(/[█░\r]/)
  }
})
