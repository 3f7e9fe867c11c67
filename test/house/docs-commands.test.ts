import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/registry.ts'
import { root } from '../support/source-imports.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')

test('every command stands in the README', () => {
  expect(Object.keys(commands).filter((name) => !isNamed(name))).toEqual([])
})

/** As `portal customer edit`, or in a line such as `portal customer create|list|edit`. */
function isNamed(name: string): boolean {
  const [group, verb = ''] = name.split(' ')
  return readme
    .split('\n')
    .some((line) => line.includes(`portal ${group}`) && new RegExp(`\\b${verb}\\b`).test(line))
}
