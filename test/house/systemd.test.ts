import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../support/source-imports.ts'

const folder = join(root, 'docs/systemd')
const units = readdirSync(folder).filter((name) => /\.(service|timer)$/.test(name))
const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

test.skipIf(!hasSystemd)('systemd finds nothing wrong with the units', () => {
  const paths = units.map((name) => join(folder, name))
  const { stderr, status } = spawnSync('systemd-analyze', ['verify', ...paths])
  expect([status, stderr.toString()]).toEqual([0, ''])
})

test('units and crontab run commands that there are', () => {
  for (const name of readdirSync(folder)) {
    for (const [, command = ''] of readFileSync(join(folder, name), 'utf8').matchAll(
      /(?:ExecStart=\/usr\/bin\/env|^[*\d/ ]+) (portal .+)$/gm,
    )) {
      const words = command.split(' ').slice(1)
      const [verb] = words.filter((word) => !word.startsWith('-') && !word.startsWith('/'))
      const help = execFileSync(process.execPath, [
        join(root, 'bin/portal.js'),
        verb ?? '',
        '--help',
      ])
      expect(help.toString()).toContain(`portal ${verb}`)
    }
  }
})
