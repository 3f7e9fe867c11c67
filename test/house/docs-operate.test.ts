import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/registry.ts'
import { root } from '../support/source-imports.ts'

const folder = join(root, 'docs/operate')
const program = '/usr/local/bin/portal'
const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name))
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

// Skipped where there is no systemd: nothing else knows its rules.
test.skipIf(!hasSystemd)('systemd accepts the units as they are', () => {
  const dir = mkdtempSync(join(tmpdir(), 'portal-units-'))
  try {
    for (const name of units) {
      // The program lies elsewhere here, and a unit is refused when it is not there.
      const text = readFileSync(join(folder, name), 'utf8')
      writeFileSync(join(dir, name), text.replaceAll(program, process.execPath))
    }
    const paths = units.map((name) => join(dir, name))
    const { stderr, status } = spawnSync('systemd-analyze', ['verify', '--man=no', ...paths], {
      encoding: 'utf8',
    })
    const about = stderr.split('\n').filter((line) => line.includes('portal'))
    expect([about, status]).toEqual([[], 0])
  } finally {
    rmSync(dir, { recursive: true })
  }
})

test('units and crontab start commands that there are', () => {
  const started = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => /^ExecStart=|^[\d*]/.test(line))
      .map((line) => /portal ((?:--quiet )?[a-z].*)$/.exec(line)?.[1]?.replace('--quiet ', '')),
  )
  expect(started.length).toBeGreaterThan(3)
  const known = Object.keys(commands)
  expect(started.filter((one) => !known.includes(one?.split(' ')[0] ?? ''))).toEqual([])
})

test('each line of the crontab has five times, a user and a command', () => {
  const lines = readFileSync(join(folder, 'crontab'), 'utf8').split('\n')
  const entries = lines.filter((line) => /^[\d*]/.test(line))
  expect(entries.length).toBeGreaterThan(0)
  for (const line of entries)
    expect(line).toMatch(/^(?:(?:\*|\d+)\s+){5}portal\s+portal (?:--quiet )?[a-z]+/)
  expect(lines.at(-1)).toBe('')
})

test('the pipe for reports is one command without a shell, which Exim does not start', () => {
  const text = readFileSync(join(root, 'docs/mail.md'), 'utf8')
  const [, pipe = ''] = /^"\|(.*)"$/m.exec(text) ?? []
  expect(pipe).toContain('outbox bounce - --pipe')
  expect(pipe).toMatch(/^[\w\s/-]+$/)
})
