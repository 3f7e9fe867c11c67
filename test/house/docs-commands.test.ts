import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { commands } from '../../src/cli/registry.ts'
import { configSchema } from '../../src/config/schema.ts'
import { isRecord, pathText, type Tree } from '../../src/config/tree.ts'
import { root } from '../support/source-imports.ts'

const readme = readFileSync(join(root, 'README.md'), 'utf8')
const defaults = configSchema.parse({})

test('every command stands in the README', () => {
  expect(Object.keys(commands).filter((name) => !isNamed(name))).toEqual([])
})

test('every option that is explained elsewhere exists', () => {
  const known = new Set(optionPaths(defaults))
  const sections = Object.keys(defaults).join('|')
  const named = [...readme.matchAll(new RegExp(`\`((?:${sections})\\.[a-z_.]+)\``, 'g'))]
  expect(named.map(([, path = '']) => path).filter((path) => !known.has(path))).toEqual([])
})

/** As `portal customer edit`, or in a line such as `portal customer create|list|edit`. */
function isNamed(name: string): boolean {
  const [group, verb = ''] = name.split(' ')
  return readme
    .split('\n')
    .some((line) => line.includes(`portal ${group}`) && new RegExp(`\\b${verb}\\b`).test(line))
}

function optionPaths(node: Tree, path: string[] = []): string[] {
  if (!isRecord(node)) return []
  return Object.entries(node).flatMap(([key, value]) => [
    pathText([...path, key]),
    ...optionPaths(value, [...path, key]),
  ])
}
